import type { Role } from '@countersign/election'

/** Who is asking: someone with a session, in their role on the record, or the founder before there is a definition. */
export type Actor = Role | 'founder'

/** What may be asked of the server, and by whom. `anyone` needs no session. */
export type Operation = keyof typeof operations

const sides = ['authority', 'supervisingBody', 'higherAuthority', 'auditBoard', 'candidate'] as const
const atTheBox = ['leader', 'official', 'police', 'supervisor', 'agent'] as const
const writers = [...atTheBox, 'clerk', 'centreHead', 'desk', 'representative', 'auditor'] as const
const everyone = [...sides, 'operator', 'archivist', ...writers, 'founder'] as const
const atCentre = ['clerk', 'centreHead'] as const
const onDesk = ['desk', 'authority', 'supervisingBody', 'higherAuthority', 'auditBoard', 'candidate'] as const
const setsUp = ['founder', 'authority'] as const

/**
 * Every operation, its roles and what it does. That an operation is open to a role is not all: a draft is its owner's,
 * invitations are their side's, a pack is of one's own box; `within` says so. What a statement needs to have force is
 * in docs/statements.md, and no session gives it.
 */
export const operations = {
  postStatements: { by: 'anyone', says: 'send statements to the record; who signed them is what counts' },
  readStatement: { by: 'anyone', says: 'read a statement and what came of it' },
  readProof: { by: 'anyone', says: 'get the proof that an entry is under the checkpoint' },
  readElection: { by: 'anyone', says: 'learn which election this is, and how far it is' },
  listPeople: { by: 'anyone', says: 'see whose keys are on the record; no name is' },
  readKeys: { by: 'anyone', says: 'get keys that are on the record, to check signatures with' },
  listCandidacies: { by: 'anyone', says: 'see who stands, and what was decided of it' },
  readHealth: { by: 'anyone', says: 'learn whether the server can record' },
  readMetrics: { by: 'anyone', says: 'read counts and times for Prometheus' },
  readEvents: { by: 'anyone', says: 'hear of checkpoints and publications as they come' },
  createChallenge: { by: 'anyone', says: 'ask for a challenge to sign' },
  createSession: { by: 'anyone', says: 'begin a session with a signed challenge' },
  createFirstSession: { by: 'anyone', says: 'begin the first session with the printed setup code' },
  readSession: { by: everyone, says: 'see whose session it is' },
  endSession: { by: everyone, says: 'end one’s session' },
  createInvitations: {
    by: sides,
    says: 'invite people',
    within: 'into one’s own side, in roles it may give',
  },
  listInvitations: {
    by: sides,
    says: 'see whom one has invited, and who has answered',
    within: 'one’s own side',
  },
  withdrawInvitation: { by: sides, says: 'take an invitation back', within: 'one’s own side' },
  readEnrolment: {
    by: sides,
    says: 'get the enrolment of those who answered, to sign',
    within: 'one’s own side',
  },
  readInvitation: { by: 'anyone', says: 'read an invitation', within: 'whoever knows its code' },
  answerInvitation: {
    by: 'anyone',
    says: 'answer an invitation with a key',
    within: 'whoever knows its code',
  },
  putDraft: {
    by: writers,
    says: 'save a draft',
    within: 'one’s own; leader and officials of a box share theirs',
  },
  readDraft: {
    by: writers,
    says: 'read a draft',
    within: 'one’s own; leader and officials of a box share theirs',
  },
  listDraftVersions: {
    by: writers,
    says: 'read every version of a draft',
    within: 'one’s own; leader and officials of a box share theirs',
  },
  putCounts: {
    by: ['leader', 'official'],
    says: 'tell the hourly counts of a box',
    within: 'one’s own box',
  },
  readDay: { by: ['authority', 'desk'], says: 'see how far the voting day is, with the turnout to sign' },
  printSheets: {
    by: ['authority', ...atTheBox],
    says: 'print forms, count sheets and posters',
    within: 'at a box: one’s own; at most twenty boxes at once',
  },
  printCards: {
    by: sides,
    says: 'print invitation cards',
    within: 'one’s own side; nothing of them is kept',
  },
  readPack: { by: atTheBox, says: 'get what a device needs to work offline', within: 'one’s own box' },
  takePacket: { by: atCentre, says: 'scan a packet in', within: 'one’s own centre' },
  explainPacket: { by: atCentre, says: 'explain a packet that was asked about', within: 'one’s own centre' },
  listPackets: { by: atCentre, says: 'list the packets of a centre', within: 'one’s own centre' },
  readPacket: { by: atCentre, says: 'read a packet', within: 'one’s own centre; nobody else’s keying' },
  stepPacket: {
    by: atCentre,
    says: 'key a copy in',
    within: 'one’s own centre; the second is another person, and only the head settles',
  },
  takeNextPacket: { by: ['clerk'], says: 'take up the next packet', within: 'one’s own centre' },
  readPacketHistory: {
    by: atCentre,
    says: 'see everything that happened to a packet',
    within: 'one’s own centre; what was read, once reading is over',
  },
  readWaiting: {
    by: ['clerk'],
    says: 'learn whether a packet waits for one, taking none',
    within: 'one’s own centre',
  },
  listAwaited: {
    by: atCentre,
    says: 'list what was handed over and has not arrived',
    within: 'one’s own centre',
  },
  readTranscript: { by: atCentre, says: 'get a transcript to sign', within: 'one’s own centre' },
  readCentreTally: { by: ['centreHead'], says: 'get the centre’s sum to sign', within: 'one’s own centre' },
  readProgress: { by: 'anyone', says: 'see how far each centre is' },
  readFormLayout: { by: 'anyone', says: 'read the lines of a round’s form' },
  readNamesOnForm: { by: 'anyone', says: 'learn where a printed form has names and signatures' },
  listHeldBoxes: { by: 'anyone', says: 'list the boxes that wait for people' },
  readBox: { by: 'anyone', says: 'read what is recorded of a box' },
  listAreas: { by: 'anyone', says: 'list the highest areas and how many boxes they have' },
  readAreaBoxes: { by: 'anyone', says: 'read the boxes of an area as published' },
  listStatements: { by: 'anyone', says: 'list statements that several sign, or object to' },
  putBlob: { by: 'anyone', says: 'bring a file that a recorded statement names by its digest' },
  readOriginal: {
    by: ['authority', 'supervisingBody', 'higherAuthority', 'auditBoard'],
    says: 'see the original of a photograph, which is published masked',
  },
  readDesk: { by: onDesk, says: 'see a round as the national desk does' },
  readAnnouncement: { by: ['desk', 'authority'], says: 'get a running announcement to sign' },
  readDeclaration: { by: ['authority'], says: 'get the result of a round to sign' },
  readSetup: { by: setsUp, says: 'read the setup of the election' },
  putSetup: { by: setsUp, says: 'save the setup of the election' },
  readSetupTable: { by: setsUp, says: 'read a table of places, boxes, candidates or people' },
  putSetupTable: { by: setsUp, says: 'save a table of places, boxes, candidates or people' },
  readSetupProblems: { by: setsUp, says: 'list what is wrong with the setup' },
  createSetupPayloads: {
    by: [...setsUp, 'supervisingBody'],
    says: 'make the statements of a step of the setup, to sign',
  },
} as const satisfies Record<
  string,
  { readonly by: 'anyone' | readonly Actor[]; readonly says: string; readonly within?: string }
>

/** Whether `actor`, undefined where there is no session, may ask for `operation` at all. */
export function mayAsk(operation: Operation, actor: Actor | undefined): boolean {
  const { by } = operations[operation]
  return by === 'anyone' || (actor !== undefined && (by as readonly Actor[]).includes(actor))
}
