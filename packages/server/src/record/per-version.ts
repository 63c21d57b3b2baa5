import type { Election } from '@countersign/election'

/** Makes each answer of a version of the record once: when it grows, everyone asks at the same moment. */
export function perVersion<T>(): (election: Election, key: string, make: () => T) => T {
  let at: { readonly election: Election; readonly size: number } | undefined
  const answers = new Map<string, T>()
  return (election, key, make) => {
    if (at?.election !== election || at.size !== election.size) answers.clear()
    at = { election, size: election.size }
    const answer = answers.get(key) ?? make()
    answers.set(key, answer)
    return answer
  }
}
