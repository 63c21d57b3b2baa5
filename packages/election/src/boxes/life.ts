/** Where a box is on its way from the sealed list to the total. */
export type BoxState =
  | 'expected'
  | 'opened'
  | 'closed'
  | 'missing'
  | 'reported'
  | 'agreed'
  | 'disputed'
  | 'conflicting'
  | 'quarantined'
  | 'accepted'
  | 'annulled'
  | 'merged'
  | 'extra'

interface Standing {
  /** What the state means, for the documentation. */
  readonly means: string
  /** The totals that the box's figures are in. */
  readonly in: readonly ('preliminary' | 'undisputed' | 'reconciled')[]
  /** Whether ballots delivered to it may still come into the total. */
  readonly outstanding: boolean
  /** Where it can go from here. A ruling, and a statement that arrives late, can lead far. */
  readonly next: readonly BoxState[]
}

const reported = ['reported', 'agreed', 'disputed', 'conflicting', 'quarantined'] as const
const decided = ['accepted', 'annulled'] as const
const all = ['preliminary', 'undisputed', 'reconciled'] as const

/** The life of a box: the diagram in the documentation and the test of every replay are made from this table. */
export const life: Readonly<Record<BoxState, Standing>> = {
  expected: {
    means: 'listed; nothing heard yet',
    in: [],
    outstanding: true,
    next: ['opened', 'closed', 'missing', ...reported, 'annulled', 'merged'],
  },
  opened: {
    means: 'open for voting',
    in: [],
    outstanding: true,
    next: ['expected', 'closed', 'missing', ...reported, 'annulled', 'merged'],
  },
  closed: {
    means: 'closed; its form is awaited',
    in: [],
    outstanding: true,
    next: ['expected', 'missing', ...reported, 'annulled', 'merged'],
  },
  missing: {
    means: 'no form, and the deadline has passed',
    in: [],
    outstanding: true,
    next: ['expected', 'opened', 'closed', ...reported, 'annulled', 'merged'],
  },
  reported: {
    means: 'its form is recorded; other sources are awaited',
    in: ['preliminary', 'undisputed'],
    outstanding: false,
    next: ['expected', 'missing', 'agreed', 'disputed', 'conflicting', 'quarantined', ...decided],
  },
  agreed: {
    means: 'the checks pass and the required sources are equal, figure by figure',
    in: all,
    outstanding: false,
    next: ['expected', 'missing', 'disputed', 'conflicting', 'quarantined', ...decided],
  },
  disputed: {
    means: 'a witness claims other figures, or objects; marked, and on the docket',
    in: ['preliminary'],
    outstanding: false,
    next: ['expected', 'missing', 'conflicting', 'quarantined', ...decided],
  },
  conflicting: {
    means: 'two signed sources differ; a ruling decides which copy, or a recount',
    in: ['preliminary'],
    outstanding: false,
    next: ['expected', 'missing', 'quarantined', ...decided],
  },
  quarantined: {
    means: 'held out by a check until a ruling',
    in: ['preliminary'],
    outstanding: false,
    // Signatures that come later can be those that it lacked.
    next: ['expected', 'missing', 'reported', 'agreed', 'disputed', 'conflicting', ...decided],
  },
  accepted: {
    means: 'a ruling has settled it',
    in: all,
    outstanding: false,
    next: ['expected', 'missing', 'disputed', 'conflicting', 'quarantined', 'annulled'],
  },
  annulled: {
    means: 'a ruling has annulled it',
    in: [],
    outstanding: false,
    next: ['expected', 'opened', 'closed', 'missing', 'accepted', 'merged'],
  },
  merged: { means: 'emptied into another box before counting', in: [], outstanding: false, next: [] },
  extra: {
    means: 'not on the list: shown, without force',
    in: [],
    outstanding: false,
    next: ['expected', 'opened', 'closed', 'missing', ...reported],
  },
}
