import type { ElectionProps } from './pages.tsx'
import { SourceText } from './source-text.tsx'

/** Where the figures were published. */
export function SourcesPage({ text, election }: ElectionProps) {
  const { sources, evidence } = election.overview
  return (
    <>
      <h1>{text.say('sources')}</h1>
      <p>
        {evidence.publishedBy
          ? text.say('sources.lead.archive', { publisher: text.name(evidence.publishedBy) })
          : text.say('sources.lead.live')}
      </p>
      <ul className="sources">
        {sources.map(source => (
          <li key={source}>
            <SourceText source={source} />
          </li>
        ))}
      </ul>
    </>
  )
}
