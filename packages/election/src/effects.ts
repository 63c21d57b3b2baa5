import { importRow } from './archive.ts'
import { plant } from './areas/tree.ts'
import { mergeBoxes, onBox, takeForm, takeSupply, takeTranscript } from './boxes/facts.ts'
import { amendList, listBoxes, sealList } from './boxes/list.ts'
import { fileComplaint, takeNewFigures, takeObjection, takeRuling } from './disputes/rulings.ts'
import type { Building, Entry } from './election.ts'
import { takeCandidacy } from './people/candidacies.ts'
import { enrolPeople } from './people/enrolment.ts'
import { accreditAgents, revokeKeys } from './people/revocation.ts'
import type { WhyNot } from './reasons.ts'
import { hearAnnouncement, takeCertification, takeDeclaration, takeTally } from './rounds/declarations.ts'
import { extendHours, openRound, releaseVotes, setDates, setTime } from './rounds/opening.ts'
import type { KindName, StatementNamed } from './statements/statement.ts'

/** What a statement of a kind does once its quorum is met; a code where its contents keep it from force. */
type Take<N extends KindName> = (
  building: Building,
  entry: Entry<StatementNamed<N>>,
  index: number,
) => WhyNot | undefined

/** Some statements are only kept, for those who read the record. */
const keep = () => undefined

const effects: { readonly [N in KindName]: Take<N> } = {
  definition: (building, { id }) => (id === building.definitionId ? undefined : 'other-definition'),
  areas: (building, { statement }) => plant(building.areas, statement.areas, building.levels),
  boxes: listBoxes,
  seal: sealList,
  amend: amendList,
  calendar: setDates,
  extend: extendHours,
  release: releaseVotes,
  supply: takeSupply,
  incident: onBox('incidents'),
  event: keep,
  poll: keep,
  time: setTime,
  policy: keep,
  software: keep,
  enrol: enrolPeople,
  accredit: accreditAgents,
  issued: keep,
  revoke: revokeKeys,
  candidacy: takeCandidacy,
  ballot: openRound,
  open: onBox('opens'),
  turnout: keep,
  'close-poll': onBox('closes'),
  commit: onBox('commits'),
  form: takeForm,
  transcript: takeTranscript,
  attach: onBox('attachments'),
  countersign: keep,
  object: takeObjection,
  custody: onBox('custody'),
  merge: mergeBoxes,
  tally: takeTally,
  announce: hearAnnouncement,
  complaint: fileComplaint,
  ruling: takeRuling,
  recount: takeNewFigures,
  correct: takeNewFigures,
  audit: keep,
  declare: takeDeclaration,
  certify: takeCertification,
  confirm: keep,
  office: keep,
  import: importRow,
  destroy: keep,
  close: (building, _, index) => {
    building.closed = index
    return undefined
  },
}

/** @returns why the statement has no force, or nothing where it has */
export function takeEffect(building: Building, entry: Entry, index: number): WhyNot | undefined {
  return (effects[entry.statement.kind] as Take<KindName>)(building, entry as never, index)
}
