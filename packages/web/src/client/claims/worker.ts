import {
  factsSchema,
  factsShown,
  joined,
  type Reader,
  readerOf,
  reportOf,
} from '@countersign/analysis/claims'
import type { Asked, Told } from './protocol.ts'

/** The facts that ship with the product, one file a country. */
const files = import.meta.glob<unknown>('../../../../../elections/facts/*.json', {
  eager: true,
  import: 'default',
})
const shipped = Object.values(files).map(file => factsSchema.parse(file))
let read: Reader = readerOf(shipped)

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.is === 'figures') read = readerOf(data.shown.map(factsShown).reduce(joined, shipped))
  else postMessage(answer(data))
})

function answer({ text, date, language }: Extract<Asked, { is: 'text' }>): Told {
  try {
    const start = performance.now()
    const document = { file: 'text', text, ...(date !== '' && { date }) }
    const report = reportOf([document], read, language)
    return { is: 'read', report, milliseconds: performance.now() - start }
  } catch (error) {
    return { is: 'trouble', message: (error as Error).message }
  }
}
