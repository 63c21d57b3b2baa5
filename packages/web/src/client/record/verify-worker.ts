import type { Election } from '@countersign/election'
import { type DerivedFile, publishedFiles, publishedState } from '@countersign/publication'
import { type Failure, type Language, type Report, sayFailure, verify } from '@countersign/record'
import { ed25519, type TileSource } from '@countersign/tlog'
import { filesAt } from '../files/files.ts'
import { checkerInBrowser } from './checker.ts'
import type { ComparedExports } from './exports.ts'
import type { Asked, Said, Told } from './protocol.ts'
import { pinned, readingAhead } from './sources.ts'

addEventListener('message', ({ data }: MessageEvent<Asked>) => void run(data))

const tell = (told: Told) => postMessage(told)

/** Asked again of every cache on the way: what is verified is what is served now. */
const fetchAnew = (url: string) => fetch(url, { cache: 'no-cache' })

async function run(asked: Asked): Promise<void> {
  const source = pinned(filesAt(asked.election, { fetch: fetchAnew }).source)
  const utf8 = new TextEncoder()
  let compared = 0
  let last = 0
  const now = (of: Told) => {
    if (performance.now() - last < 100) return
    last = performance.now()
    tell(of)
  }
  const reading = readingAhead(source)
  const verified = await verify(reading.source, {
    checker: checkerInBrowser(ed25519),
    engine: ed25519,
    earlier: asked.earlier.map(text => utf8.encode(text)),
    ...(asked.policy !== undefined && { policy: utf8.encode(asked.policy) }),
    ...(asked.definition !== undefined && { definition: asked.definition }),
    derive: election =>
      reading.ahead(followingFrom(source, election, () => now({ is: 'comparing', files: ++compared }))),
    progress: (entries, size) => now({ is: 'reading', entries, size }),
  })
  if (!verified.ok) {
    const { code, message, where } = verified.refusal
    const path = typeof where?.path === 'string' ? where.path : undefined
    tell({ is: 'refused', code, message, path })
    return
  }
  const { election } = verified.value
  const exports = await exportsHeld(source, election, () => now({ is: 'comparing', files: ++compared }))
  const report = withFailures(verified.value.report, exports.failures)
  const checkpoint = await source.read('checkpoint')
  tell({
    is: 'done',
    report,
    said: report.failures.slice(0, mostSaid).map(failure => saidOf(failure, asked.language)),
    compared,
    left: exports.left,
    checkpoint: new TextDecoder().decode(checkpoint),
    vkey: election?.definition.vkey,
  })
}

/** The code that reads exports back is as much as all the rest, and loaded last. */
async function exportsHeld(
  source: TileSource,
  election: Election | undefined,
  heard: () => void,
): Promise<ComparedExports> {
  const state = election && (await publishedState(source, election, ed25519))
  if (!state?.ok) return { failures: [], left: [] }
  const { compareExports } = await import('./exports.ts')
  return compareExports(source, state.value.election, heard)
}

function withFailures(report: Report, more: readonly Failure[]): Report {
  if (more.length === 0) return report
  const failures = [...report.failures, ...more]
  return { ...report, intact: false, failures, failed: report.failed + more.length }
}

/** No reader looks through more. */
const mostSaid = 50

async function* followingFrom(
  source: TileSource,
  election: Election,
  one: () => void,
): AsyncGenerator<DerivedFile> {
  for await (const file of publishedFiles(source, election, ed25519)) {
    one()
    yield file
  }
}

function saidOf(failure: Failure, language: string): Said {
  const known: Language = language === 'fa' ? 'fa' : 'en'
  const { code, entry, box, where } = failure
  const path = typeof where?.path === 'string' ? where.path : undefined
  return { words: sayFailure(failure, known), code, entry, box, path }
}
