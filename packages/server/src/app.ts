import { refuse } from '@countersign/tlog'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { readAreaBoxes } from './areas/boxes.ts'
import { listAreas } from './areas/list.ts'
import { putBlob } from './blobs/put.ts'
import { readOriginal } from './blobs/read-sealed.ts'
import { listHeldBoxes } from './boxes/list.ts'
import { readBox } from './boxes/read.ts'
import { readFormLayout } from './centres/form.ts'
import { readPacketHistory } from './centres/history.ts'
import { explainPacket, takePacket } from './centres/intake.ts'
import { listPackets, readPacket } from './centres/list.ts'
import { readNamesOnForm } from './centres/names.ts'
import { readProgress } from './centres/progress.ts'
import { readWaiting, stepPacket, takeNextPacket } from './centres/steps.ts'
import { readCentreTally } from './centres/tally.ts'
import { readTranscript } from './centres/transcript.ts'
import { listAwaited } from './custody/awaited.ts'
import { putCounts } from './day/counts.ts'
import { readDay } from './day/day.ts'
import { readAnnouncement } from './desk/announcement.ts'
import { readDeclaration } from './desk/declaration.ts'
import { readDesk } from './desk/desk.ts'
import { listDraftVersions, readDraft } from './drafts/get.ts'
import { putDraft } from './drafts/put.ts'
import { readElection } from './election/get.ts'
import { readEvents } from './events/stream.ts'
import { readHealth, readMetrics } from './health/health.ts'
import { type App, emptyApp } from './http/app.ts'
import { addressOf } from './http/needs.ts'
import { problem } from './http/problem.ts'
import { answerInvitation } from './invitations/answer.ts'
import { createInvitations } from './invitations/create.ts'
import { readEnrolment } from './invitations/enrolment.ts'
import { listInvitations } from './invitations/list.ts'
import { readInvitation } from './invitations/read.ts'
import { withdrawInvitation } from './invitations/withdraw.ts'
import type { Parts } from './parts.ts'
import { listCandidacies } from './people/candidacies.ts'
import { readKeys } from './people/keys.ts'
import { listPeople } from './people/list.ts'
import { readPack } from './places/pack.ts'
import { printCards } from './print/cards.ts'
import { printSheets } from './print/sheets.ts'
import { createSession } from './sessions/begin.ts'
import { createChallenge } from './sessions/challenge.ts'
import { endSession, readSession } from './sessions/current.ts'
import { createFirstSession } from './sessions/first.ts'
import { putSetupDocument, readSetupDocument } from './setup/document.ts'
import { createSetupPayloads } from './setup/payloads.ts'
import { readSetupProblems } from './setup/problems.ts'
import { putSetupTable, readSetupTable } from './setup/tables.ts'
import { serveRecord } from './site/record.ts'
import { serveSite } from './site/static.ts'
import { readStatement } from './statements/get.ts'
import { listStatements } from './statements/list.ts'
import { postStatements } from './statements/post.ts'
import { readProof } from './statements/proof.ts'

/** Every operation, each in its own file; `operations.ts` says who may ask for it. */
const routes = [
  postStatements,
  readStatement,
  readProof,
  readElection,
  readEvents,
  createChallenge,
  createSession,
  createFirstSession,
  readSession,
  endSession,
  createInvitations,
  listInvitations,
  readEnrolment,
  readInvitation,
  answerInvitation,
  withdrawInvitation,
  putDraft,
  readDraft,
  listDraftVersions,
  readPack,
  putCounts,
  readDay,
  printSheets,
  printCards,
  listPeople,
  readKeys,
  listCandidacies,
  readSetupDocument,
  putSetupDocument,
  readSetupTable,
  putSetupTable,
  readSetupProblems,
  createSetupPayloads,
  takePacket,
  explainPacket,
  listPackets,
  readPacket,
  stepPacket,
  takeNextPacket,
  readWaiting,
  listAwaited,
  readPacketHistory,
  readTranscript,
  readCentreTally,
  readProgress,
  readFormLayout,
  readNamesOnForm,
  putBlob,
  readOriginal,
  listHeldBoxes,
  readBox,
  listAreas,
  readAreaBoxes,
  listStatements,
  readDesk,
  readAnnouncement,
  readDeclaration,
  readHealth,
  readMetrics,
] as const

/** The whole HTTP interface over these parts. It listens to nothing: that is `startServer`’s. */
export function createApp(parts: Parts): App {
  const app = emptyApp()
  app.use(timed(parts))
  app.use(async (c, next) => {
    c.set('from', addressOf(c, parts.proxied))
    await next()
  })
  app.onError((error, c) => {
    parts.say(
      'failed',
      { method: c.req.method, path: c.req.path, error: error.stack ?? error.message },
      'error',
    )
    return problem(
      c,
      refuse('bug', 'The server met an error of its own. Nothing acknowledged is lost; send it again.')
        .refusal,
    )
  })
  // Any page may relay a statement or read the record: neither takes a session, and no cookie goes with it.
  for (const path of ['/statements', '/statements/*', '/election', '/events']) app.use(path, cors())
  app.use('/staff/*', secureHeaders())
  for (const route of routes) route(app, parts)
  app.doc31('/openapi.json', description)
  serveRecord(app, parts)
  serveSite(app, parts)
  return app
}

const description = {
  openapi: '3.1.0',
  info: {
    title: 'Countersign',
    version: '1',
    description:
      'Takes signed statements to the record of an election, and serves what follows from it. Whoever relays a statement needs no session: its signatures are what counts.',
  },
}

/** Counts every request, and says those that change something; of statements that are recorded it is said apart. */
function timed({ now, metrics, say }: Parts): Parameters<App['use']>[1] {
  return async (c, next) => {
    const start = now()
    await next()
    const seconds = (now() - start) / 1000
    const route = c.req.routePath
    metrics.requests.observe({ method: c.req.method, route, status: c.res.status }, seconds)
    const isTold = c.req.path === '/statements' && c.res.status === 200
    if ((c.req.method !== 'GET' && !isTold) || c.res.status >= 500)
      say('request', { method: c.req.method, path: c.req.path, status: c.res.status, seconds })
  }
}
