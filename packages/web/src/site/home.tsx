import type { Overview } from '@countersign/publication'
import type { Text } from '../text/text.ts'
import { outcomeInWords } from './outcome.ts'

interface HomeProps {
  readonly text: Text
  readonly elections: readonly { readonly href: string; readonly overview: Overview }[]
}

/** Every election of this site, each with its outcome in words. */
export function Home({ text, elections }: HomeProps) {
  return (
    <>
      <h1>{text.say('home.title')}</h1>
      <p>{text.say('home.lead')}</p>
      {elections.map(({ href, overview }) => (
        <section key={href}>
          <h2>{text.name(overview.name)}</h2>
          {overview.rounds.map(round => (
            <p key={round.round}>
              <strong>{text.say('round', { round: round.round })}.</strong> {outcomeInWords(text, round)}
            </p>
          ))}
          <p>
            <a href={href} aria-label={`${text.say('home.open')}: ${text.name(overview.name)}`}>
              {text.say('home.open')}
            </a>
          </p>
        </section>
      ))}
    </>
  )
}
