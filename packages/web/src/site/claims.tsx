import type { Text } from '../text/text.ts'

const verdicts = [
  'supported',
  'supportedUnder',
  'rounding',
  'contradicted',
  'derivedFromRounded',
  'cannotBeChecked',
] as const

interface ClaimsProps {
  readonly text: Text
  /** The names of the elections whose facts the page holds. */
  readonly known: readonly string[]
  /** The address of what the site shows of its own elections. */
  readonly figures: string
}

/** Where an article is pasted and read with notes in its margin; the script does the reading. */
export function ClaimsPage({ text, known, figures }: ClaimsProps) {
  return (
    <>
      <h1>{text.say('claims.title')}</h1>
      <p>{text.say('claims.lead')}</p>
      <p>{text.say('claims.private')}</p>
      <div id="app" className="claims" data-figures={figures}>
        <noscript>{text.say('claims.noScript')}</noscript>
      </div>
      <section aria-labelledby="verdicts">
        <h2 id="verdicts">{text.say('claims.verdicts')}</h2>
        <dl className="glossary">
          {verdicts.map(verdict => (
            <div key={verdict}>
              <dt>
                <span className={`verdict ${verdict}`}>{text.say(`claims.verdict.${verdict}`)}</span>
              </dt>
              <dd>{text.say(`claims.verdict.${verdict}.means`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="known">
        <h2 id="known">{text.say('claims.known')}</h2>
        <p>{text.say('claims.known.says')}</p>
        <ul>
          {known.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
