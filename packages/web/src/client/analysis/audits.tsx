import type { Overview } from '@countersign/publication'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { useLoaded } from '../loaded.ts'
import { Trouble } from '../trouble.tsx'

interface AuditsProps {
  readonly text: Text
  readonly files: Files
  readonly stated: Overview['audits']
}

/** Every audit of the record, replayed here from its steps. What replays is loaded only where there is an audit. */
export function Audits({ text, files, stated }: AuditsProps) {
  const ids = [...new Set(stated.map(({ audit }) => audit))]
  return ids.map(id => (
    <section key={id} aria-labelledby={`audit-${id}`} className="study">
      <h2 id={`audit-${id}`}>{text.say('analysis.audit', { audit: id })}</h2>
      <p>{text.say('analysis.audit.lead')}</p>
      <Audit text={text} files={files} stated={stated.filter(({ audit }) => audit === id)} />
    </section>
  ))
}

function Audit({ text, files, stated }: AuditsProps) {
  const replayed = useLoaded(JSON.stringify(stated), async () => {
    const { replayedHtml } = await import('./audit-replay.ts')
    return replayedHtml(files, stated, text.language === 'fa' ? 'fa' : 'en')
  })
  if (replayed.state === 'loading') return <p role="status">{text.say('loading')}</p>
  if (replayed.state === 'failed') return <Trouble text={text} refusal={replayed.refusal} />
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own report, which escapes every text
  return <div dangerouslySetInnerHTML={{ __html: replayed.value }} />
}
