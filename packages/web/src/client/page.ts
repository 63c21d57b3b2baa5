import { type ParsedMessages, type Text, textIn } from '../text/text.ts'

/** What a page tells its script. */
export interface AppPage {
  /** Where the script shows what it has. */
  readonly mount: HTMLElement
  /** The address of the election's folder: the record, and what is published of it. */
  readonly election: string
  /** The version that was published when the page was made: `derived/<tree size>/`. */
  readonly version: string | undefined
  readonly text: Text
}

/** Reads the page: its language, its messages, and where its election lies. */
export function appPage(document: Document): AppPage {
  const mount = document.getElementById('app')!
  const base = mount.dataset.election ?? document.documentElement.dataset.base ?? './'
  const { version } = mount.dataset
  return { mount, election: new URL(base, document.baseURI).href, version, text: textOfPage(document) }
}

/** What the page's language says; its messages lie in the page. */
export function textOfPage(document: Document): Text {
  const messages = document.getElementById('messages')?.textContent ?? '{}'
  return textIn(document.documentElement.lang, JSON.parse(messages) as ParsedMessages)
}
