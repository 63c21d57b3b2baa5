import { factsSchema, readerOf, reportOf } from '@countersign/analysis/claims'
import type { Asked, Told } from './protocol.ts'

/** The facts that ship with the product, one file a country. */
const files = import.meta.glob<unknown>('../../../../../elections/facts/*.json', {
  eager: true,
  import: 'default',
})
const read = readerOf(Object.values(files).map(file => factsSchema.parse(file)))

addEventListener('message', ({ data }: MessageEvent<Asked>) => postMessage(answer(data)))

function answer({ text, date, language }: Asked): Told {
  try {
    const start = performance.now()
    const document = { file: 'text', text, ...(date !== '' && { date }) }
    const report = reportOf([document], read, language)
    return { is: 'read', report, milliseconds: performance.now() - start }
  } catch (error) {
    return { is: 'trouble', message: (error as Error).message }
  }
}
