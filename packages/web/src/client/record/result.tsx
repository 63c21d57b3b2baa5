import { Pairs } from '../../layout/pairs.tsx'
import type { Text } from '../../text/text.ts'
import type { Said, Told } from './protocol.ts'

/** What verifying found, plainly: what holds, what does not, on whose word, and what was not looked at. */
export function Result({
  text,
  told,
}: {
  readonly text: Text
  readonly told: Extract<Told, { readonly is: 'done' }>
}) {
  const { report, said, compared, left } = told
  const { intact, follows, mode, grade, entries, signatures, notCovered, failed } = report
  const follow = intact && mode === 'live' ? (follows ? 'yes' : 'no') : undefined
  return (
    <div data-result={intact ? 'intact' : 'broken'}>
      <p className={intact ? 'right' : 'wrong'}>
        <strong>
          <span aria-hidden="true">{intact ? '✓' : '✗'}</span>{' '}
          {text.say(intact ? (compared > 0 ? 'verify.intact' : 'verify.intact.record') : 'verify.broken', {
            failed,
          })}
        </strong>
      </p>
      {follow && (
        <p className={follow === 'yes' ? 'right' : 'wrong'}>{text.say(`verify.follows.${follow}`)}</p>
      )}
      {said.length > 0 && <Failures text={text} said={said} failed={failed} />}
      <Pairs
        pairs={[
          { name: text.say('verify.entries'), values: [text.count(entries)] },
          { name: text.say('verify.signatures'), values: [text.count(signatures)] },
          { name: text.say('verify.files'), values: [text.count(compared)] },
          { name: text.say('record.grade'), values: [text.say(`grade.${grade}`)] },
        ]}
      />
      <p>{text.say('verify.notCovered')}</p>
      <ul>
        {notCovered.map(what => (
          <li key={what}>{text.say(`notCovered.${what}`)}</li>
        ))}
        {left.length > 0 && (
          <li>
            {text.say('notCovered.exports')}{' '}
            {left.map((path, i) => (
              <span key={path}>
                {i > 0 && ', '}
                <bdi className="code">{path.slice(path.lastIndexOf('/') + 1)}</bdi>
              </span>
            ))}
          </li>
        )}
        <li>{text.say('notCovered.count')}</li>
      </ul>
    </div>
  )
}

function Failures({
  text,
  said,
  failed,
}: {
  readonly text: Text
  readonly said: readonly Said[]
  readonly failed: number
}) {
  return (
    <>
      <p>{text.say('verify.failures', { shown: said.length, failed })}</p>
      <ol className="failures">
        {said.map(({ words, code, path }) => (
          <li key={`${code} ${words}`}>
            {words} {path !== undefined && !words.includes(path) && <span className="code">{path}</span>}{' '}
            <span className="quiet code">{code}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
