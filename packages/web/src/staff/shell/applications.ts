/** An application of the staff pages: where it begins, and for whom it is. */
export interface Application {
  /** Where it begins: `/place`. */
  readonly path: string
  /** The key of its name among the messages. */
  readonly name: string
  /** The key of a sentence that says what it is for. */
  readonly about: string
  /** The roles that it is for; `founder` before there is an election, `visitor` for whoever has no key. */
  readonly roles: readonly string[]
}

const known: Application[] = []

/** Makes an application known to the frame; `main.tsx` does it for each. */
export function offer(applications: readonly Application[]): void {
  known.push(...applications)
}

export function applicationsFor(role = 'visitor'): readonly Application[] {
  return known.filter(({ roles }) => roles.includes(role))
}
