import { type Figures, numberAt, type Statement } from '@countersign/election'
import { statementIn } from '../device/entry.ts'
import { useSpoken } from '../shell/text.tsx'
import { useFormSections } from './packets.ts'

/** The figures that a sum or an announcement states, read here from the bytes that are signed. */
export function Sum({ payload }: { readonly payload: Uint8Array }) {
  const { text, language } = useSpoken()
  const statement = statementIn(payload) as Extract<Statement, { readonly figures: Figures }> | undefined
  const lines = (useFormSections(statement?.round ?? 1) ?? []).flatMap(section => section.lines)
  if (!statement) return null
  return (
    <table className="sum">
      <caption className="quiet">{text.say('sum.caption')}</caption>
      <tbody>
        {lines.map(({ path, label, number }) => {
          const figure = numberAt({ figures: statement.figures }, path)
          return figure === undefined ? null : (
            <tr key={path}>
              <th scope="row">
                {number !== undefined && `${text.count(number)} · `}
                {label[language]}
              </th>
              <td className="number">{text.count(figure)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
