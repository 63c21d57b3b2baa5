import type { Progress } from './progress.ts'

/** What a command found. `json` is its documented shape, `text` the same for people. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** Something does not hold: the command ends with 1 instead of 0. */
  readonly finding?: boolean
  /** It is told already, as by a command that serves until it is ended. */
  readonly silent?: boolean
}

/** Why a command could not run: what, where, and what to do next. It ends with 2. */
export interface Stopped {
  readonly stopped: {
    readonly code: string
    readonly message: string
    readonly todo?: string
    /** Everything that is wrong, where that is a list; in JSON only. */
    readonly problems?: readonly unknown[]
  }
}

export type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** What a running command may use besides its arguments. */
export interface Surroundings {
  readonly progress: Progress
  /** The language of texts for people. */
  readonly language: 'en' | 'fa'
}

/** A command as data: its words, and what it does. One file a command. */
export interface Command {
  /** In commander's notation: `tally <dir>`. */
  readonly usage: string
  readonly says: string
  /** In commander's notation, each with its sentence: `['--round <n>', 'only this round']`. */
  readonly options?: readonly (readonly [flags: string, says: string])[]
  /** At least one line that can be run as it is. */
  readonly examples: readonly string[]
  readonly run: (
    args: readonly string[],
    given: Given,
    surroundings: Surroundings,
  ) => Promise<Answer | Stopped>
}

/** A noun with commands of its own, such as `log`. */
export interface Group {
  readonly name: string
  readonly says: string
  readonly commands: readonly Command[]
}

export function stop(code: string, message: string, todo?: string): Stopped {
  return { stopped: { code, message, ...(todo !== undefined && { todo }) } }
}
