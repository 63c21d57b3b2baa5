import type { Result } from '../result.ts'

/**
 * `load`, remembering what it gave for the last `limit` keys. Who asks for what is under way waits for the
 * same answer. A refusal is not remembered: the next one asks again.
 */
export function cached<T>(
  limit: number,
  load: (key: string) => Promise<Result<T>>,
): (key: string) => Promise<Result<T>> {
  const answers = new Map<string, Promise<Result<T>>>()
  return key => {
    const answer = answers.get(key) ?? load(key)
    // Last in the order of insertion, so the first is the one that was not asked for the longest.
    answers.delete(key)
    answers.set(key, answer)
    if (answers.size > limit) answers.delete(answers.keys().next().value!)
    answer.then(result => {
      if (!result.ok && answers.get(key) === answer) answers.delete(key)
    })
    return answer
  }
}
