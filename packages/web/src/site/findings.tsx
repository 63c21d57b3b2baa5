import { reasons } from '@countersign/election'
import type { OverviewFinding, Unforced } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import { isolated, type Text } from '../text/text.ts'
import type { Links } from './links.ts'
import type { ElectionProps } from './pages.tsx'

/** Everything that did not add up, by check; what could not be checked; what is on the record without force. */
export function FindingsPage({ text, election, links }: ElectionProps) {
  const { overview, findings, findingCount, unforced, unforcedCount } = election
  const codes = Object.entries(overview.findingCounts)
  const byCode = Map.groupBy(findings, ({ code }) => code)
  return (
    <>
      <h1>{text.say('findings')}</h1>
      <p>{text.say(codes.length === 0 ? 'findings.none' : `findings.lead.${overview.mode}`)}</p>
      {overview.notApplicable > 0 && <p>{text.say('notApplicable', { count: overview.notApplicable })}</p>}
      {codes.length > 0 && (
        <Table
          kind="stacked"
          caption={text.say('caption.findings', {
            count: findingCount,
            treeSize: text.count(overview.treeSize),
          })}
          columns={[
            { title: text.say('finding.code') },
            { title: text.say('finding.test'), long: true },
            { title: text.say('finding.count'), numeric: true },
          ]}
          rows={codes.map(([code, count]) => ({
            key: code,
            cells: [
              <a key="code" className="code" href={`#${code}`}>
                {code}
              </a>,
              text.say(`check.${code}`),
              text.count(count),
            ],
          }))}
        />
      )}
      {codes.map(([code, count]) => (
        <Check
          key={code}
          text={text}
          links={links}
          code={code}
          count={count}
          findings={byCode.get(code) ?? []}
        />
      ))}
      {findings.length < findingCount && (
        <p>
          <a href={links.file(`derived/${overview.treeSize}/findings.json`)}>
            {text.say('findings.more', {
              shown: text.count(findings.length),
              count: text.count(findingCount),
            })}
          </a>
        </p>
      )}
      <Without text={text} unforced={unforced} count={unforcedCount} />
    </>
  )
}

interface CheckProps {
  readonly text: Text
  readonly links: Links
  readonly code: string
  readonly count: number
  readonly findings: readonly OverviewFinding[]
}

function Check({ text, links, code, count, findings }: CheckProps) {
  const severities = [...new Set(findings.map(({ severity }) => severity))]
  return (
    <section aria-labelledby={code}>
      <h2 id={code}>
        <span className="code">{code}</span> {text.say(`check.${code}`)}
      </h2>
      {severities.map(severity => (
        <p key={severity} className="quiet">
          {text.say(`severity.${severity}`)}
        </p>
      ))}
      <Table
        sortable
        kind="stacked"
        caption={text.say('caption.check', {
          code: isolated(code),
          shown: text.count(findings.length),
          count: text.count(count),
        })}
        columns={[
          { title: text.say('where') },
          { title: text.say('round.column'), numeric: true },
          { title: text.say('finding.what'), long: true },
          { title: text.say('entry'), numeric: true },
        ]}
        rows={findings.map(({ box, area, areaId, round, message, entry }, i) => ({
          key: String(i),
          cells: [
            placeOf(text, links, { box, area, areaId }),
            text.count(round),
            text.name(message),
            entry === null ? '–' : { shown: text.count(entry), value: entry },
          ],
        }))}
      />
    </section>
  )
}

function placeOf(
  text: Text,
  links: Links,
  { box, area, areaId }: Pick<OverviewFinding, 'box' | 'area' | 'areaId'>,
) {
  if (box !== null) return <a href={links.box(box)}>{text.say('box.named', { box })}</a>
  if (areaId === null) return text.say('whole')
  return <a href={links.area(areaId)}>{area ? text.name(area) : areaId}</a>
}

interface WithoutProps {
  readonly text: Text
  readonly unforced: readonly Unforced[]
  readonly count: number
}

/** What was logged and has no force: nothing is hidden. */
function Without({ text, unforced, count }: WithoutProps) {
  return (
    <section aria-labelledby="unforced">
      <h2 id="unforced">{text.say('unforced')}</h2>
      <p>{text.say('unforced.lead', { count })}</p>
      {unforced.length > 0 && (
        <Table
          kind="stacked"
          caption={text.say('caption.unforced', {
            shown: text.count(unforced.length),
            count: text.count(count),
          })}
          columns={[
            { title: text.say('entry') },
            { title: text.say('statement') },
            { title: text.say('unforced.why'), long: true },
          ]}
          rows={unforced.map(({ entry, kind, why }) => ({
            key: String(entry),
            cells: [
              text.count(entry),
              text.knows(`kind.${kind}`) ? text.say(`kind.${kind}`) : kind,
              why in reasons ? text.name(reasons[why as keyof typeof reasons]) : why,
            ],
          }))}
        />
      )}
    </section>
  )
}
