import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import type { ElectionProps } from './pages.tsx'

/** Everything to take away: tables, the machine-readable result, feeds, the record itself, the widget. */
export function DownloadsPage({ text, election, links }: ElectionProps) {
  const { downloads, overview } = election
  const version = `derived/${overview.treeSize}/`
  const others = [
    ['derived/latest.json', 'latest'],
    [`${version}election.json`, 'election'],
    [text.language === 'en' ? 'feed.xml' : `feed.${text.language}.xml`, 'feed'],
    ['checkpoint', 'checkpoint'],
  ] as const
  return (
    <>
      <h1>{text.say('page.downloads')}</h1>
      <p>{text.say('downloads.lead', { treeSize: text.count(overview.treeSize) })}</p>
      {downloads.length > 0 && (
        <Table
          kind="stacked"
          caption={text.say('caption.downloads')}
          columns={[
            { title: text.say('file') },
            { title: text.say('file.what'), long: true },
            { title: text.say('file.size'), numeric: true },
          ]}
          rows={downloads.map(({ path, bytes }) => ({
            key: path,
            cells: [
              <a key="file" className="code" href={links.file(path)} download>
                {path.slice(path.lastIndexOf('/') + 1)}
              </a>,
              whatIs(text, path),
              text.size(bytes),
            ],
          }))}
        />
      )}
      <h2>{text.say('downloads.machine')}</h2>
      <ul>
        {others.map(([path, key]) => (
          <li key={path}>
            <a className="code" href={links.file(path)}>
              {path}
            </a>{' '}
            {text.say(`download.${key}`)}
          </li>
        ))}
      </ul>
      <h2 id="embed">{text.say('embed')}</h2>
      <p>{text.say('embed.lead')}</p>
      <pre>
        <code>{snippet(text.say('embed.title', { election: text.name(overview.name) }))}</code>
      </pre>
      <p>
        <a href={links.page('embed/')}>{text.say('embed.see')}</a>
      </p>
    </>
  )
}

function snippet(title: string): string {
  return `<iframe src="…/embed/" title="${title.replaceAll('"', '&quot;')}" width="100%" height="420" loading="lazy"></iframe>`
}

/** What a file is, by the end of its name; of a table also what its rows are. */
function whatIs(text: Text, path: string): string {
  const format = formats.find(end => path.endsWith(end))
  const round = /round-(\d+)/.exec(path)?.[1]
  const rows = /-(areas|boxes)\./.exec(path)?.[1]
  const parts = [
    ...(round === undefined ? [] : [text.say('round', { round: Number(round) })]),
    ...(rows === undefined ? [] : [text.say(`download.${rows}`)]),
    ...(format === undefined ? [] : [text.say(`download.${format.replace(/^\./, '')}`)]),
  ]
  return parts.join(' · ')
}

const formats = ['.openelections.csv', '.csv', '.parquet', '.err.json', '.eml.xml', 'dictionary.json', '.zip']
