import type { ClaimReport, NotUnderstoodReport, Report } from '@countersign/analysis/claims'
import { isolated, type Text } from '../../text/text.ts'
import { type Passage, passagesOf } from './passages.ts'

interface ReadingProps {
  readonly text: Text
  readonly article: string
  readonly report: Report
}

/** An article with its notes in the margin, then what was not understood. */
export function Reading({ text, article, report }: ReadingProps) {
  const { claims, notUnderstood, date } = report.documents[0]!
  const figures = notUnderstood.filter(({ kind }) => kind === 'figure')
  return (
    <>
      <p role="status">
        {text.say('claims.summary', { claims: claims.length, notUnderstood: figures.length })}{' '}
        {date === null
          ? text.say('claims.summary.noDate')
          : text.say('claims.summary.date', { day: text.bothDays(date) })}
      </p>
      <section aria-label={text.say('claims.article')}>
        {claims.length === 0 && <p>{text.say('claims.nothing')}</p>}
        {passagesOf(article, claims).map(passage => (
          <PassageOf key={passage.start} text={text} passage={passage} claims={claims} />
        ))}
      </section>
      <Contradictions text={text} report={report} />
      <Left text={text} title="claims.notUnderstood" open left={figures} />
      <Left
        text={text}
        title="claims.elsewhere"
        left={notUnderstood.filter(({ kind }) => kind === 'elsewhere')}
      />
      <Left
        text={text}
        title="claims.statements"
        left={notUnderstood.filter(({ kind }) => kind === 'statement')}
      />
    </>
  )
}

interface PassageProps {
  readonly text: Text
  readonly passage: Passage
  readonly claims: readonly ClaimReport[]
}

function PassageOf({ text, passage, claims }: PassageProps) {
  const first = new Set<number>()
  return (
    <div className="passage">
      <p dir="auto">
        {passage.pieces.map(({ text: words, claim, ends }, i) => {
          if (claim === undefined) return words
          const id = first.has(claim) ? undefined : `claim-${claim + 1}`
          first.add(claim)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
            <mark key={i} id={id} className={claims[claim]!.verdict}>
              {words}
              {ends.map(end => (
                <a
                  key={end}
                  href={`#note-${end + 1}`}
                  aria-label={text.say('claims.note', { number: end + 1 })}
                >
                  {text.count(end + 1)}
                </a>
              ))}
            </mark>
          )
        })}
      </p>
      {passage.claims.length > 0 && (
        <ol className="notes">
          {passage.claims.map(i => (
            <Note key={i} text={text} claim={claims[i]!} number={i + 1} />
          ))}
        </ol>
      )}
    </div>
  )
}

function Note({
  text,
  claim,
  number,
}: {
  readonly text: Text
  readonly claim: ClaimReport
  readonly number: number
}) {
  const { verdict, explanation, subject, named, round, saidBy, trace, computed } = claim
  const sources = [
    ...new Set(
      computed
        .slice(0, 3)
        .map(({ source, mark }) => (mark ? `${source} (${text.say(`claims.mark.${mark}`)})` : source)),
    ),
  ]
  const about =
    named.election === null || round === null
      ? subject
      : text.say('claims.about', {
          subject,
          election: isolated(named.election),
          round,
          area: named.area === null ? 'none' : 'one',
          place: named.area ?? '',
        })
  return (
    <li id={`note-${number}`} className={verdict}>
      <p>
        <a href={`#claim-${number}`}>{text.count(number)}</a>{' '}
        <span className={`verdict ${verdict}`}>{text.say(`claims.verdict.${verdict}`)}</span>{' '}
        <bdi>{about}</bdi>
        {saidBy !== 'author' && saidBy !== 'quoted' && <>; {text.say('claims.saidBy', { name: saidBy })}</>}
      </p>
      {verdict !== 'supported' && <p>{explanation}</p>}
      <details>
        <summary>{text.say('claims.how')}</summary>
        {verdict === 'supported' && <p>{explanation}</p>}
        <p>
          {text.say('claims.how.rule', {
            rule: isolated(trace.rule),
            firm: text.say(trace.firm ? 'claims.how.firm' : 'claims.how.loose'),
          })}
        </p>
        {sources.length > 0 && (
          <p>
            {text.say('claims.sources')}: <bdi>{sources.join('; ')}</bdi>
          </p>
        )}
      </details>
    </li>
  )
}

/** Pairs that cannot both be true, side by side, each with the note of its claim. */
function Contradictions({ text, report }: Omit<ReadingProps, 'article'>) {
  const { claims } = report.documents[0]!
  if (report.contradictions.length === 0) return null
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">{text.say('claims.contradictions')}</h2>
      <ul className="against">
        {report.contradictions.map(({ first, second }) => (
          <li key={`${first.start}-${second.start}`}>
            {[first, second].map(({ sentence, start, end }) => {
              const number = claims.findIndex(claim => claim.start === start && claim.end === end) + 1
              return (
                <blockquote key={start} dir="auto">
                  {sentence}{' '}
                  <a href={`#note-${number}`} aria-label={text.say('claims.note', { number })}>
                    {text.count(number)}
                  </a>
                </blockquote>
              )
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LeftProps {
  readonly text: Text
  readonly title: string
  readonly left: readonly NotUnderstoodReport[]
  readonly open?: boolean
}

function Left({ text, title, left, open = false }: LeftProps) {
  if (left.length === 0) return null
  return (
    <details open={open}>
      <summary>
        {text.say(title)} ({text.count(left.length)})
      </summary>
      <ul>
        {left.map(({ start, end, text: words, reason }) => (
          <li key={`${start}-${end}-${reason}`}>
            <bdi>“{words.length > 160 ? `${words.slice(0, 159)}…` : words}”</bdi>: {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}
