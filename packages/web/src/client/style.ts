import style from './style.css?inline'

/** What only the pages with a script need to look right. */
export function addStyle(document: Document): void {
  const element = document.createElement('style')
  element.textContent = style
  document.head.append(element)
}
