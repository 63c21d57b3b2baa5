import type { KindName, Role } from '@countersign/election'

/** How a field of an act is filled in. */
export type Field =
  | {
      readonly sort:
        | 'line'
        | 'words'
        | 'day'
        | 'moment'
        | 'count'
        | 'box'
        | 'candidate'
        | 'candidates'
        | 'boxes'
        | 'answers'
    }
  | { readonly sort: 'choice'; readonly words: readonly string[] }
  | { readonly sort: 'date' }

/** What a body states by filling in a form: the fields are those of the statement, by their names there. */
export interface ActForm {
  readonly by: readonly Role[]
  /** Whether it is of one round, which is then asked for. */
  readonly ofRound: boolean
  /** It has force once people of two bodies have signed the same. */
  readonly twoBodies?: true
  readonly fields: Readonly<Record<string, Field & { readonly optional?: true }>>
}

const twoBodies = ['authority', 'supervisingBody'] as const
const optional = { optional: true } as const

export const actForms = {
  calendar: {
    by: ['authority'],
    ofRound: true,
    fields: { id: { sort: 'date' }, date: { sort: 'day' }, at: { sort: 'moment', ...optional } },
  },
  event: {
    by: ['authority'],
    ofRound: true,
    fields: {
      sort: { sort: 'choice', words: ['debate', 'campaign', 'turnoutCall', 'boycottCall'] },
      name: { sort: 'words' },
      date: { sort: 'day' },
      candidates: { sort: 'candidates', ...optional },
      source: { sort: 'line', ...optional },
    },
  },
  poll: {
    by: ['authority'],
    ofRound: true,
    fields: {
      pollster: { sort: 'words' },
      from: { sort: 'day' },
      to: { sort: 'day' },
      sample: { sort: 'count', ...optional },
      answers: { sort: 'answers' },
      of: { sort: 'line', ...optional },
      source: { sort: 'line', ...optional },
    },
  },
  supply: {
    by: ['authority'],
    ofRound: true,
    fields: {
      box: { sort: 'box' },
      ballots: { sort: 'count' },
      firstStub: { sort: 'count', ...optional },
      lastStub: { sort: 'count', ...optional },
      at: { sort: 'moment', ...optional },
    },
  },
  amend: {
    by: twoBodies,
    ofRound: true,
    twoBodies: true,
    fields: {
      list: { sort: 'choice', words: ['every', 'round'] },
      change: { sort: 'choice', words: ['added', 'moved'] },
      box: { sort: 'box' },
      area: { sort: 'box' },
      form: { sort: 'box', ...optional },
      delivered: { sort: 'count', ...optional },
      reason: { sort: 'line' },
    },
  },
  merge: {
    by: ['leader', 'supervisor'],
    ofRound: true,
    twoBodies: true,
    fields: { box: { sort: 'box' }, merged: { sort: 'boxes' } },
  },
  incident: {
    by: ['leader', 'supervisor', 'agent'],
    ofRound: true,
    fields: { box: { sort: 'box' }, text: { sort: 'line' }, at: { sort: 'moment', ...optional } },
  },
  ruling: {
    by: twoBodies,
    ofRound: true,
    twoBodies: true,
    fields: {
      decision: { sort: 'choice', words: ['annul', 'accept'] },
      blob: { sort: 'box' },
      explanation: { sort: 'line' },
    },
  },
  office: {
    by: ['higherAuthority', 'authority'],
    ofRound: false,
    fields: {
      candidate: { sort: 'candidate' },
      act: { sort: 'choice', words: ['termBegins', 'oath'] },
      date: { sort: 'day' },
    },
  },
  destroy: { by: twoBodies, ofRound: false, twoBodies: true, fields: { minutes: { sort: 'line' } } },
  close: { by: twoBodies, ofRound: false, twoBodies: true, fields: { note: { sort: 'line', ...optional } } },
} as const satisfies { readonly [K in KindName]?: ActForm }

export type ActName = keyof typeof actForms

/** The acts that somebody of this role may state. */
export function actsOf(role: string | undefined): readonly ActName[] {
  return (Object.keys(actForms) as ActName[]).filter(name =>
    (actForms[name].by as readonly string[]).includes(role ?? ''),
  )
}
