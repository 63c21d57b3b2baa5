import { expect, test } from 'vitest'
import { lexicon } from './lexicon.ts'

test('no phrase means two things', () => {
  const tagged = Object.entries(lexicon).flatMap(([tag, list]) =>
    list.split(', ').map(phrase => [phrase, tag] as const),
  )
  const twice = [...Map.groupBy(tagged, ([phrase]) => phrase)].filter(
    ([, tags]) => new Set(tags.map(([, tag]) => tag)).size > 1,
  )
  expect(twice.map(([phrase, tags]) => [phrase, tags.map(([, tag]) => tag)])).toEqual([])
})
