import { useState } from 'react'
import { type StudiedTable, studiedTables } from '../../site/analysis/tables.ts'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { versionAt } from '../files/place.ts'
import { useLoaded } from '../loaded.ts'
import { Trouble } from '../trouble.tsx'
import { Audits } from './audits.tsx'
import { Suppose } from './suppose.tsx'
import { type Studying, useStudy } from './worker.ts'

interface AnalysisProps {
  readonly text: Text
  readonly files: Files
  /** How many bytes each table is, in the order of the tables; 0 where that is not known. */
  readonly sizes: readonly number[]
}

/** A reader's own study of a published table: chosen, computed here, tried out. */
export function AnalysisApp({ text, files, sizes }: AnalysisProps) {
  const version = useLoaded(files.election, () => versionAt(files))
  const [chosen, setChosen] = useState(0)
  const { state, changed, limits, ask } = useStudy()
  if (version.state === 'loading') return <p role="status">{text.say('loading')}</p>
  if (version.state === 'failed') return <Trouble text={text} refusal={version.refusal} />
  const { overview } = version.value
  const tables = studiedTables(overview)
  const levels = new Map(overview.levels.map(({ id, name }) => [id, text.name(name)]))
  const named = ({ round, level, rows }: StudiedTable) =>
    text.say('analysis.table', {
      round: text.count(round),
      level: levels.get(level) ?? text.say('analysis.boxes'),
      rows: text.count(rows),
    })
  const table = tables[chosen]
  const audits = overview.audits.length > 0 && <Audits text={text} files={files} stated={overview.audits} />
  if (!table)
    return (
      <>
        <p>{text.say('analysis.few')}</p>
        {audits}
      </>
    )
  const begin = () =>
    ask({
      ask: 'study',
      election: files.election,
      version: files.version,
      table,
      language: text.language === 'fa' ? 'fa' : 'en',
    })
  return (
    <>
      <p className="choice">
        <label>
          {text.say('analysis.choose')}{' '}
          <select value={chosen} onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}>
            {tables.map((each, i) => (
              <option key={`${each.round}/${each.level}`} value={i}>
                {named(each)}
              </option>
            ))}
          </select>
        </label>{' '}
        <button type="button" className="main" onClick={begin} disabled={isBusy(state)}>
          {text.say('analysis.begin')}
        </button>{' '}
        {(sizes[chosen] ?? 0) > 0 && (
          <span className="quiet">{text.say('analysis.reads', { size: text.size(sizes[chosen]!) })}</span>
        )}
      </p>
      <Progress text={text} state={state} onRetry={begin} />
      {state.is === 'studied' && (
        <>
          {limits && (
            <Suppose
              key={state.html.length}
              text={text}
              limits={limits}
              changed={changed}
              onChange={change => ask({ ask: 'change', ...change })}
            />
          )}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own report, which escapes every text */}
          <div className="study" dangerouslySetInnerHTML={{ __html: state.html }} />
        </>
      )}
      {audits}
    </>
  )
}

function isBusy({ is }: Studying): boolean {
  return is === 'reading' || is === 'computing'
}

function Progress({
  text,
  state,
  onRetry,
}: {
  readonly text: Text
  readonly state: Studying
  readonly onRetry: () => void
}) {
  if (state.is === 'refused' || state.is === 'crashed') {
    const code = state.is === 'refused' ? state.code : 'broken'
    const where = state.is === 'refused' && state.path !== undefined ? { path: state.path } : {}
    const message = state.is === 'crashed' ? state.message : ''
    return <Trouble text={text} refusal={{ code, message, where }} onRetry={onRetry} />
  }
  return (
    <p role="status">
      {state.is === 'reading' && text.say('loading')}
      {state.is === 'computing' && text.say('analysis.computing', { rows: text.count(state.rows) })}
      {state.is === 'studied' &&
        text.say('analysis.done', { seconds: text.count(Math.ceil(state.milliseconds / 100) / 10) })}
    </p>
  )
}
