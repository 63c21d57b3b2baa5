/** What a place page shows: an area, or a box. */
export type Subject =
  | { readonly kind: 'area'; readonly id: string; readonly chunk: number }
  | { readonly kind: 'box'; readonly id: string }

const identifier = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/

/** The subject that a query string names; undefined where it names none, null where what it names can be none. */
export function subjectOf(query: string): Subject | undefined | null {
  const given = new URLSearchParams(query)
  const box = given.get('box')
  if (box !== null) return identifier.test(box) ? { kind: 'box', id: box } : null
  const area = given.get('area')
  if (area === null) return undefined
  const chunk = Number(given.get('boxes') ?? '1') - 1
  return identifier.test(area) && Number.isSafeInteger(chunk) && chunk >= 0
    ? { kind: 'area', id: area, chunk }
    : null
}

/** The query string of a subject, as a link from the page itself. */
export function linkTo(subject: Pick<Subject, 'kind' | 'id'> & { readonly chunk?: number }): string {
  const { kind, id, chunk = 0 } = subject
  return `?${kind}=${encodeURIComponent(id)}${chunk > 0 ? `&boxes=${chunk + 1}` : ''}`
}
