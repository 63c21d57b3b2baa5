import { isRehearsal } from '@countersign/election'
import type { CandidateResult, RoundResult } from '@countersign/publication'
import { renderToStaticMarkup } from 'react-dom/server'
import style from '../layout/embed.css?inline'
import type { Text } from '../text/text.ts'
import { formsInWords } from './evidence.tsx'
import { countOr, totalName } from './figures.tsx'
import { outcomeInWords } from './outcome.ts'
import type { Published } from './published.ts'
import { decidingOf, decidingShare, latestFirst, mostVotesFirst } from './rounds.ts'

/** The latest round in little, to set into another page: its own style, no script, no font to load. */
export function embedOf(text: Text, { overview }: Published): string {
  const round = latestFirst(overview.rounds)[0]
  const { publishedBy } = overview.evidence
  const forms = formsInWords(text, round?.totals[0]?.evidence ?? overview.evidence)
  const page = (
    <html lang={text.language} dir={text.direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{text.say('result.title', { election: text.name(overview.name) })}</title>
        <link rel="icon" href="data:," />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, which must not be escaped */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          {isRehearsal(overview.origin) && <p className="rehearsal">{text.say('rehearsal')}</p>}
          <h1>{text.name(overview.name)}</h1>
          {round && (
            <>
              <p className="outcome">{outcomeInWords(text, round)}</p>
              <table>
                <caption>
                  {text.say('caption.embed', {
                    round: round.round,
                    total: totalName(text, round.total),
                    count: countOr(text, round[decidingOf(round)]),
                    denominator: text.say(`denominator.${decidingOf(round)}`),
                    treeSize: text.count(overview.treeSize),
                  })}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{text.say('candidate')}</th>
                    <th scope="col">{text.say('votes')}</th>
                    <th scope="col">{text.say(`share.${decidingOf(round)}`)}</th>
                  </tr>
                </thead>
                <tbody>
                  {mostVotesFirst(round.candidates).map(candidate => (
                    <tr key={candidate.id}>
                      <th scope="row">{text.name(candidate.name)}</th>
                      <td>{countOr(text, candidate.votes)}</td>
                      <td>{shareIn(text, round, candidate)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
          <p className="quiet">
            {publishedBy
              ? text.say('home.evidence.archive', { publisher: text.name(publishedBy), forms })
              : text.say('home.evidence.live', { forms })}
          </p>
          <p>
            <a href="../" target="_top">
              {text.say('embed.whole')}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`
}

function shareIn(text: Text, round: RoundResult, candidate: CandidateResult): string {
  const share = decidingShare(round, candidate)
  return share ? text.percent(share.percent) : '–'
}
