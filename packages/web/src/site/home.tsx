import type { Overview } from '@countersign/publication'
import type { Text } from '../text/text.ts'
import { formsInWords } from './evidence.tsx'
import { outcomeInWords } from './outcome.ts'

interface HomeProps {
  readonly text: Text
  readonly elections: readonly { readonly href: string; readonly overview: Overview }[]
  /** The page that reads articles. */
  readonly claims: string
}

/** Every election of this site, each with its outcome in words and what stands behind it. */
export function Home({ text, elections, claims }: HomeProps) {
  return (
    <>
      <h1>{text.say('home.title')}</h1>
      <p>{text.say('home.lead')}</p>
      {elections.map(({ href, overview }) => (
        <section key={href} className="election">
          <h2>{text.name(overview.name)}</h2>
          {overview.rounds.map(round => (
            <p key={round.round}>
              <strong>{text.say('round.said', { round: round.round })}</strong> {outcomeInWords(text, round)}
            </p>
          ))}
          <p className="quiet">
            {overview.evidence.publishedBy
              ? text.say('home.evidence.archive', {
                  publisher: text.name(overview.evidence.publishedBy),
                  forms: formsInWords(text, overview.evidence),
                })
              : text.say('home.evidence.live', { forms: formsInWords(text, overview.evidence) })}
          </p>
          <p>
            <a href={href} aria-label={`${text.say('home.open')}: ${text.name(overview.name)}`}>
              {text.say('home.open')}
            </a>
          </p>
        </section>
      ))}
      <p>
        <a href={claims}>{text.say('claims.title')}</a>
      </p>
    </>
  )
}
