import type { Overview } from '@countersign/publication'
import type { Text } from '../text/text.ts'

/** What did not add up, each with its check's code, and how much could not be checked. */
export function Findings({ text, overview }: { readonly text: Text; readonly overview: Overview }) {
  const { findings, notApplicable } = overview
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{text.say('findings')}</h2>
      {findings.length === 0 ? (
        <p>{text.say('findings.none')}</p>
      ) : (
        <>
          <p>{text.say('findings.lead')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className="scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{text.say('finding.code')}</th>
                  <th scope="col">{text.say('area')}</th>
                  <th scope="col">{text.say('finding.what')}</th>
                </tr>
              </thead>
              <tbody>
                {findings.map(({ code, box, area, message }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the page is rendered once
                  <tr key={i}>
                    <td>
                      <span className="code">{code}</span>
                    </td>
                    <th scope="row">{box ?? (area ? text.name(area) : text.say('findings.whole'))}</th>
                    <td>{text.name(message)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {notApplicable > 0 && <p className="quiet">{text.say('notApplicable', { count: notApplicable })}</p>}
    </section>
  )
}
