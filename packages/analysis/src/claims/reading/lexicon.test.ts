import { expect, test } from 'vitest'
import { lexicon, silent } from './lexicon.ts'
import { plainWords } from './words.ts'

test('no phrase means two things', () => {
  const tagged = Object.entries(lexicon).flatMap(([tag, list]) =>
    list.split(', ').map(phrase => [heard(phrase), tag] as const),
  )
  const twice = [...Map.groupBy(tagged, ([phrase]) => phrase)].filter(
    ([, tags]) => new Set(tags.map(([, tag]) => tag)).size > 1,
  )
  expect(twice.map(([phrase, tags]) => [phrase, tags.map(([, tag]) => tag)])).toEqual([])
})

/** As it is looked up: without the words that are left out. */
function heard(phrase: string): string {
  return plainWords(phrase)
    .filter(word => !silent.has(word))
    .join(' ')
}
