/** What of a box says since when it is open. */
interface Opened {
  readonly opens: readonly { readonly force?: number }[]
  readonly rulings: readonly {
    readonly force?: number
    readonly statement: { readonly decision: string }
  }[]
}

/** The index since which a box is open for voting; a re-run begins it anew. */
export function openedAt({ opens, rulings }: Opened): number | undefined {
  const again = rulings.findLast(({ statement }) => statement.decision === 'rerun')?.force ?? -1
  return opens.find(({ force }) => force! > again)?.force
}
