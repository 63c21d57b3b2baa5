/** A shorter word has too many neighbours. */
const shortest = 4

/**
 * Whether a word begins `known` but for one slip: a letter left out, one too many, another one, or two that changed
 * places. The first letter is taken to be right: it leads to the file to look in.
 */
export function isNear(word: string, known: string): boolean {
  const typed = Array.from(word)
  const letters = Array.from(known)
  if (typed.length < shortest || typed[0] !== letters[0]) return false
  const at = typed.findIndex((letter, i) => letter !== letters[i])
  if (at < 0) return true
  const goesOn = (from: number, to: number) =>
    typed.slice(from).every((letter, i) => letter === letters[to + i])
  const swapped = typed[at] === letters[at + 1] && typed[at + 1] === letters[at]
  return (
    goesOn(at + 1, at + 1) || goesOn(at, at + 1) || goesOn(at + 1, at) || (swapped && goesOn(at + 2, at + 2))
  )
}
