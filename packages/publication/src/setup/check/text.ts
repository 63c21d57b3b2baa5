interface Text {
  readonly en: string
  readonly fa: string
}

/** A code of `problems`, in words. `{…}` is filled from the place. */
export interface ProblemText {
  /** Nothing can be signed while it is there; else it is for a person to judge. */
  readonly stops: boolean
  readonly says: Text
  readonly todo: Text
}
