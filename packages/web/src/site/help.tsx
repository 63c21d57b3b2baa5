import type { ElectionProps } from './pages.tsx'

const topics = [
  'outcome',
  'shares',
  'evidence',
  'totals',
  'settled',
  'findings',
  'place',
  'proof',
  'verify',
  'limits',
] as const

export const words = [
  'election',
  'area',
  'pollingPlace',
  'box',
  'form',
  'copy',
  'agent',
  'supervisor',
  'statement',
  'record',
  'transcript',
  'handover',
  'packet',
  'photograph',
  'tally',
  'checkIn',
  'roll',
  'preliminary',
  'valid',
  'taken',
  'notTaken',
  'issued',
  'eligible',
  'quarantine',
  'declaration',
  'checkpoint',
  'witness',
  'outcome',
  'treeSize',
  'asPublished',
] as const

/** How to read these pages, what a proof is, and what the words mean. */
export function HelpPage({ text, links }: ElectionProps) {
  return (
    <>
      <h1>{text.say('help.title')}</h1>
      <p>{text.say('help.lead')}</p>
      {topics.map(topic => (
        <section key={topic} aria-labelledby={topic}>
          <h2 id={topic}>{text.say(`help.${topic}`)}</h2>
          {text
            .say(`help.${topic}.says`)
            .split('\n')
            .map(paragraph => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </section>
      ))}
      <p>
        <a href={links.page('record/')}>{text.say('verify.here')}</a>
      </p>
      <section aria-labelledby="glossary">
        <h2 id="glossary">{text.say('glossary')}</h2>
        <dl className="glossary">
          {words.map(word => (
            <div key={word}>
              <dt>{text.say(`glossary.${word}`)}</dt>
              <dd>{text.say(`glossary.${word}.means`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
