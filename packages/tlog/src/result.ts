/** What went wrong, as a value: a stable `code` for programs, a `message` for people, and where it happened. */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  readonly message: string
  /** The place: a tile's path, an entry's index, a line's number… */
  readonly where?: Where
}

export type Where = Readonly<Record<string, string | number>>

/** A value, or the refusal that stands in its place. Expected failures are returned; exceptions are bugs. */
export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

/** The result that holds `value`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** The result that refuses, with a `code` of the caller's own set. */
export function refuse<const Code extends string>(
  code: Code,
  message: string,
  where?: Where,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: where === undefined ? { code, message } : { code, message, where } }
}

/** The values of all results, in order; or the first refusal among them. */
export function all<T, R extends Refusal>(results: readonly Result<T, R>[]): Result<T[], R> {
  const values: T[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}
