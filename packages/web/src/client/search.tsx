import { createRoot } from 'react-dom/client'
import { filesAt } from './files/files.ts'
import { textOfPage } from './page.ts'
import { linkTo } from './place/subject.ts'
import { Search } from './search/search.tsx'
import { addStyle } from './style.ts'

/** On pages that are complete without it: a place that is found is shown on the page of any place. */
for (const mount of document.querySelectorAll<HTMLElement>('[data-search]')) {
  const { election = './', search = '' } = mount.dataset
  addStyle(document)
  const files = filesAt(new URL(election, document.baseURI).href)
  const go = (query: string) => location.assign(search + query)
  createRoot(mount).render(
    <Search text={textOfPage(document)} files={files} onChoose={found => go(linkTo(found))} />,
  )
}
