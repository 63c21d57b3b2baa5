/** Where things are, as seen from a page of an election in one language. All addresses are relative. */
export interface Links {
  /** Another page of the same election and language: `areas/`. */
  readonly page: (route: string) => string
  /** An area: its own page where it has one, else the page of any place. */
  readonly area: (id: string) => string
  readonly box: (id: string) => string
  /** A file of the election: `feed.xml`, `derived/latest.json`. */
  readonly file: (path: string) => string
}

/**
 * @param route the page's own place below the language's folder: `` or `areas/IR-01/`
 * @param withPage areas that have a page of their own
 */
export function linksFrom(route: string, withPage: ReadonlySet<string>): Links {
  const up = upFrom(route)
  const page = (to: string) => `${up}${to}` || './'
  return {
    page,
    area: id => page(withPage.has(id) ? `areas/${id}/` : `place/?area=${id}`),
    box: id => page(`place/?box=${id}`),
    file: path => `../${up}${path}`,
  }
}

/** From a page to the folder that its route begins in. */
export function upFrom(route: string): string {
  return '../'.repeat(route.split('/').length - 1)
}
