/** Why something expected was turned down. `code` is stable; `message` is for a person; `where` names the place. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly where?: string
}

/** The value, or the refusal. An exception is a bug; an expected failure is one of these. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

/** The value, when all is well. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** @param message what happened and what to do next; @param where the field, box or line concerned */
export function refuse(
  code: string,
  message: string,
  where?: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: where === undefined ? { code, message } : { code, message, where } }
}
