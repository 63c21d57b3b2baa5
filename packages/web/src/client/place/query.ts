import { useCallback, useEffect, useState } from 'react'

/**
 * The page's query, and a way to go to another. A link to another query of the same page goes there without loading the
 * page again; the links to other languages keep the query.
 */
export function useQuery(): readonly [query: string, go: (query: string) => void] {
  const [query, setQuery] = useState(location.search)
  const go = useCallback((to: string) => {
    history.pushState(null, '', to)
    // From here on, whatever is shown takes the focus: a screen reader begins to read there.
    document.documentElement.dataset.went = ''
    scrollTo(0, 0)
    setQuery(location.search)
  }, [])
  useEffect(() => {
    const arrived = () => setQuery(location.search)
    const followed = (event: MouseEvent) => {
      const to = ownQuery(event)
      if (to === undefined) return
      event.preventDefault()
      go(to)
    }
    addEventListener('popstate', arrived)
    document.addEventListener('click', followed)
    return () => {
      removeEventListener('popstate', arrived)
      document.removeEventListener('click', followed)
    }
  }, [go])
  useEffect(() => keepInOtherLanguages(query), [query])
  return [query, go]
}

/** The query of the link that was followed, where it is one of this page and no new window was asked for. */
function ownQuery(event: MouseEvent): string | undefined {
  const link = (event.target as Element | null)?.closest?.('a[href^="?"]')
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return link && !elsewhere && !event.defaultPrevented ? (link.getAttribute('href') ?? undefined) : undefined
}

function keepInOtherLanguages(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]')) link.search = query
}
