import { isRehearsal } from '@countersign/election'
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
      {newestFirst(elections).map(({ href, overview }) => (
        <section key={href} className="election">
          <h2>{text.name(overview.name)}</h2>
          {isRehearsal(overview.origin) && (
            <p>
              <strong>{text.say('rehearsal')}</strong>
            </p>
          )}
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
      <section>
        <h2>
          <a href={claims}>{text.say('claims.title')}</a>
        </h2>
        <p>{text.say('home.claims')}</p>
      </section>
    </>
  )
}

/** By the day of their last round; what is made up comes after what is real. */
function newestFirst(elections: HomeProps['elections']): HomeProps['elections'] {
  const day = ({ rounds }: Overview) =>
    rounds
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  return [...elections].sort(
    ({ overview: a }, { overview: b }) =>
      Number(isRehearsal(a.origin)) - Number(isRehearsal(b.origin)) || day(b).localeCompare(day(a)),
  )
}
