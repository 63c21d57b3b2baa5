/** One line of a benchmark: what, how much, in which unit. */
export type Line = readonly [what: string, figure: number, unit: string]

/** Prints a benchmark's figures: a small table, or with --json one object. */
export function report(title: string, lines: readonly Line[]): void {
  if (process.argv.includes('--json')) {
    console.log(
      JSON.stringify({ title, figures: lines.map(([what, figure, unit]) => ({ what, figure, unit })) }),
    )
    return
  }
  const shown = lines.map(([what, figure, unit]) => [what, written(figure), unit] as const)
  const left = Math.max(...shown.map(([what]) => what.length))
  const right = Math.max(...shown.map(([, figure]) => figure.length))
  console.log(title)
  for (const [what, figure, unit] of shown)
    console.log(`  ${what.padEnd(left)}  ${figure.padStart(right)} ${unit}`)
}

function written(figure: number): string {
  const digits = Number.isInteger(figure) ? 0 : figure < 10 ? 2 : 1
  return figure.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

/** Milliseconds that `run` took, and what it gave. */
export async function timed<T>(run: () => T | Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now()
  const value = await run()
  return [performance.now() - start, value]
}
