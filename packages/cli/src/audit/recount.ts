import { cleanRecount, recountSection } from '@countersign/analysis/audits'
import { type Command, stop } from '../command/command.ts'
import { answerBy, reportOptions } from '../report/answer.ts'

const title = { en: 'A recount of a fixed share', fa: 'بازشماریِ سهمی ثابت' } as const

export const recount: Command = {
  usage: 'recount',
  says: 'Say what a recount of boxes drawn at random proves when it finds nothing: how many boxes may still be miscounted.',
  options: [
    ['--boxes <n>', 'how many boxes there are'],
    ['--counted <n>', 'how many of them were drawn and counted again'],
    ...reportOptions,
  ],
  examples: ['countersign audit recount --boxes 45692 --counted 4569'],
  run: async (_, given, { language }) => {
    const [boxes, counted] = [Number(given.boxes), Number(given.counted)]
    if (!Number.isInteger(boxes) || !Number.isInteger(counted) || counted < 1 || counted > boxes)
      return stop(
        'usage',
        `--boxes ${given.boxes} and --counted ${given.counted} are not a number of boxes and a part of it`,
        'two whole numbers, such as --boxes 45692 --counted 4569',
      )
    const found = cleanRecount(boxes, counted)
    const report = {
      language,
      title: title[language],
      about: [],
      sections: [recountSection(found, language)],
    }
    return answerBy(report, found, given)
  },
}
