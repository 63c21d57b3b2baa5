import type { ElectionProps } from '../pages.tsx'
import { studiedTables, tablePath } from './tables.ts'

/** What the numbers can prove: what each part shows, and the place where a reader's own browser computes it. */
export function AnalysisPage({ text, election, links }: ElectionProps) {
  const { overview, downloads } = election
  const parts = ['sensitivity', 'digits', 'whole', 'turnout', 'residuals', 'transfer'] as const
  const tables = studiedTables(overview)
  const round = tables[0]?.round ?? 1
  const sizes = tables.map(table => downloads.find(({ path }) => path.endsWith(tablePath(table)))?.bytes ?? 0)
  return (
    <>
      <h1>{text.say('page.analysis')}</h1>
      <p>{text.say('analysis.lead')}</p>
      <p>
        <a href={links.page('findings/')}>{text.say('analysis.first')}</a>
      </p>
      <section aria-labelledby="compute">
        <h2 id="compute">{text.say('analysis.compute')}</h2>
        <p>{text.say('analysis.compute.lead')}</p>
        <div
          id="app"
          data-election={links.file('')}
          data-version={`derived/${overview.treeSize}/`}
          data-sizes={sizes.join(' ')}
        >
          <p className="quiet">{text.say('script.needed')}</p>
        </div>
      </section>
      <section aria-labelledby="parts">
        <h2 id="parts">{text.say('analysis.parts')}</h2>
        <dl className="parts">
          {parts.map(part => (
            <div key={part}>
              <dt>
                <strong>{text.say(`analysis.part.${part}`)}</strong>
              </dt>
              <dd>{text.say(`analysis.part.${part}.says`)}</dd>
            </div>
          ))}
        </dl>
        <p>{text.say('analysis.command')}</p>
        <pre>
          <code>{`countersign sensitivity <${text.say('verify.where')}> --round ${round}\ncountersign forensics <${text.say('verify.where')}> --round ${round} --html report.html`}</code>
        </pre>
      </section>
    </>
  )
}
