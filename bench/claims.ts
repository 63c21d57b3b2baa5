import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentReport, factsSchema, readerOf, reportOf } from '@countersign/analysis/claims'
import { launchChromium } from '../.ci/test/browser.ts'
import { chromium } from '../.ci/test/found.ts'
import { type Example, examples } from '../packages/analysis/src/claims/examples/examples.ts'
import { type ListedScore, scoreListed } from '../packages/analysis/src/claims/examples/node/listed.ts'
import { persianExamples } from '../packages/analysis/src/claims/examples/persian.ts'
import { type Score, scoreOf } from '../packages/analysis/src/claims/examples/score.ts'
import { readingTime, wordsOf } from '../packages/web/src/node/fixtures/reading-time.ts'
import { serveSite } from '../packages/web/src/node/fixtures/server.ts'
import { builtWeb, siteOf } from '../packages/web/src/node/fixtures/site.ts'

/**
 * How well claims are read: of the sentences made for the purpose, and, where the folder is there, of real articles whose
 * claims were listed by hand. Precision is of what was found, recall of what should be.
 */
const root = join(import.meta.dirname, '..')
const facts = globSync(join(root, 'elections/facts/*.json')).map(file =>
  factsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
)
const read = readerOf(facts)

const made = { en: sum(examples.map(scored)), fa: sum(persianExamples.map(scored)) }
const shared = process.env.COUNTERSIGN_CLAIMS ?? join(root, '../shared')
const listed = scoreListed(shared, read, facts)
/** The longest that 3,000 words may take, in milliseconds. */
const limit = 200
const speed = await timed()

if (process.argv.includes('--json')) console.log(JSON.stringify({ made, listed, speed, limit }))
else {
  tellMade(`sentences made for the purpose, in English (${examples.length} texts)`, made.en)
  tellMade(`in Persian (${persianExamples.length} texts)`, made.fa)
  if (listed) tell(listed)
  else console.log('articles with listed claims: not on this machine (COUNTERSIGN_CLAIMS)')
  if (speed)
    for (const [language, time] of Object.entries(speed))
      console.log(
        `3,000 words (${language}) in Chromium: ${time.toFixed(0)} ms of the processor; limit ${limit} ms`,
      )
  else console.log('3,000 words in Chromium: no Chromium on this machine')
}

function scored({ text, date, expected }: Example): Score {
  return scoreOf(text, documentOf(text, date), expected)
}

function documentOf(text: string, date?: string): DocumentReport {
  return reportOf([{ file: 'text', text, ...(date !== undefined && { date }) }], read).documents[0]!
}

function sum(scores: readonly Score[]) {
  const total = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0)
  const both = (what: 'subject' | 'denominator' | 'verdict') => ({
    right: total(score => score[what].right),
    of: total(score => score[what].of),
  })
  return {
    wanted: total(({ wanted }) => wanted),
    found: total(({ found }) => found),
    unwanted: total(({ unwanted }) => unwanted),
    judgedWrongly: total(({ judgedWrongly }) => judgedWrongly),
    subject: both('subject'),
    denominator: both('denominator'),
    verdict: both('verdict'),
    misses: scores.flatMap(({ misses }) => misses),
  }
}

if (speed && Math.max(...Object.values(speed)) > limit) process.exitCode = 1

function tellMade(title: string, made: ReturnType<typeof sum>): void {
  console.log(title)
  console.log(
    `  finding     recall ${ratio(made.found, made.wanted)}; judged although it must not be: ${ratio(made.judgedWrongly, made.unwanted)}`,
  )
  for (const what of ['subject', 'denominator', 'verdict'] as const)
    console.log(`  ${what.padEnd(11)} right ${ratio(made[what].right, made[what].of)} of those found`)
  for (const miss of made.misses) console.log(`  - ${miss}`)
}

/** The listed claims of articles: precision is of what was read, recall of what should be. */
function tell({ articles, rows, told, misses, unlisted, ...scores }: ListedScore): void {
  console.log(`listed claims of ${articles} articles`)
  console.log(`  read, or told as not understood: ${ratio(told, rows)}`)
  for (const what of ['finding', 'subject', 'denominator', 'verdict'] as const) {
    const { right, given, wanted } = scores[what]
    console.log(
      `  ${what.padEnd(11)} precision ${ratio(right, given).padEnd(20)} recall ${ratio(right, wanted)}`,
    )
  }
  for (const miss of misses) console.log(`  - ${miss}`)
  for (const { claim } of unlisted)
    console.log(`  - not in the list: “${claim.sentence.slice(0, 90)}” (${claim.subject}): ${claim.verdict}`)
}

/** Milliseconds of the processor for 3,000 words in the worker of the page, in each language. */
async function timed(): Promise<Readonly<Record<'en' | 'fa', number>> | undefined> {
  const found = chromium()
  if (found.path === undefined) return undefined
  const served = await serveSite(await siteOf(await builtWeb(), []))
  const browser = await launchChromium(found.path)
  try {
    const page = await browser.newPage()
    await page.goto(`${served.address}en/claims/`)
    await page.locator('#app button[type=button]').first().click()
    await page.locator('.passage').first().waitFor()
    const time = (all: readonly Example[]) =>
      readingTime(
        browser,
        page,
        wordsOf(
          all.map(({ text }) => text),
          3000,
        ),
      )
    return { en: await time(examples), fa: await time(persianExamples) }
  } finally {
    await browser.close()
    served.close()
  }
}

function ratio(right: number, of: number): string {
  return `${right} of ${of} (${of === 0 ? '–' : ((100 * right) / of).toFixed(1)} %)`
}
