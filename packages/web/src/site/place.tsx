import type { ElectionProps } from './pages.tsx'

/** Any area or box of the country: empty but for its frame until its script has read which. */
export function PlacePage({ text, links }: ElectionProps) {
  return (
    <div id="app" data-election={links.file('')}>
      <h1>{text.say('page.place')}</h1>
      <p>{text.say('script.needed')}</p>
      <p>
        <a href={links.page('areas/')}>{text.say('further.areas')}</a>
      </p>
    </div>
  )
}
