/**
 * The x with `matrix` x = `right`, for a positive definite matrix (Cholesky); a direction that the data do not fix
 * is left at 0.
 */
export function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const size = right.length
  const lower = matrix.map(row => row.map(() => 0))
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!
      if (i !== j) lower[i]![j] = lower[j]![j]! > 0 ? rest / lower[j]![j]! : 0
      else lower[i]![i] = rest > matrix[i]![i]! * 1e-12 ? Math.sqrt(rest) : 0
    }
  }
  const half = new Array<number>(size).fill(0)
  for (let i = 0; i < size; i++) {
    let rest = right[i]!
    for (let k = 0; k < i; k++) rest -= lower[i]![k]! * half[k]!
    half[i] = lower[i]![i]! > 0 ? rest / lower[i]![i]! : 0
  }
  const solution = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let rest = half[i]!
    for (let k = i + 1; k < size; k++) rest -= lower[k]![i]! * solution[k]!
    solution[i] = lower[i]![i]! > 0 ? rest / lower[i]![i]! : 0
  }
  return solution
}
