import type { ElectionProps } from './pages.tsx'

/** Any area or box of the country: empty but for its frame until its script has read which. */
export function PlacePage({ text, election, links }: ElectionProps) {
  const version = `derived/${election.overview.treeSize}/`
  return (
    <div id="app" data-election={links.file('')} data-version={version}>
      {['election.json', 'index/boxes.json'].map(path => (
        <link
          key={path}
          rel="preload"
          as="fetch"
          crossOrigin="anonymous"
          href={links.file(`${version}${path}`)}
        />
      ))}
      <h1>{text.say('page.place')}</h1>
      <p>{text.say('script.needed')}</p>
      <p>
        <a href={links.page('areas/')}>{text.say('further.areas')}</a>
      </p>
    </div>
  )
}
