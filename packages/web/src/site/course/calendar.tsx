import type { CalendarRow } from '@countersign/publication'
import { Table } from '../../layout/table.tsx'
import type { Text } from '../../text/text.ts'
import { dateName } from './said.tsx'

/** Every date: what its rule comes to, beside what was decided. */
export function Calendar({ text, dates }: { readonly text: Text; readonly dates: readonly CalendarRow[] }) {
  if (dates.length === 0) return null
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{text.say('calendar')}</h2>
      {[...Map.groupBy(dates, ({ round }) => round)].map(([round, rows]) => (
        <Table
          key={round}
          caption={text.say('caption.calendar', { round: text.count(round) })}
          columns={[
            { title: text.say('calendar.date') },
            { title: text.say('calendar.decided') },
            { title: text.say('calendar.rule'), long: true },
            { title: text.say('calendar.beside') },
            { title: text.say('calendar.law'), long: true },
            { title: text.say('entry'), numeric: true },
          ]}
          rows={rows.map(row => ({
            key: row.id,
            cells: [
              dateName(text, row.id, row.name),
              decidedIn(text, row),
              ruleIn(text, row),
              besideRule(text, row),
              row.law === null ? (
                '–'
              ) : (
                <span key="law" dir="auto">
                  {row.law}
                </span>
              ),
              row.decided ? text.count(row.decided.entry) : '–',
            ],
          }))}
        />
      ))}
    </section>
  )
}

function decidedIn(text: Text, { decided }: CalendarRow): string {
  if (!decided) return text.say('calendar.undecided')
  const { date, before } = decided
  if (before.length === 0) return text.bothDays(date)
  const list = text.list(before.map(text.count))
  return `${text.bothDays(date)} (${text.say('calendar.changed', { entries: before.length, list })})`
}

function ruleIn(text: Text, { rule }: CalendarRow): string {
  if (!rule) return '–'
  const from = dateName(text, rule.from, rule.fromName)
  const words = text.say(`calendar.${rule.direction}`, { days: rule.days, from })
  return rule.date === null ? words : text.say('calendar.comes', { day: text.day(rule.date), rule: words })
}

const day = 86_400_000

function besideRule(text: Text, { rule, decided }: CalendarRow): string {
  if (!decided || rule?.date == null) return '–'
  const days = Math.round((Date.parse(decided.date) - Date.parse(rule.date)) / day)
  if (days === 0) return text.say('calendar.same')
  return text.say(days > 0 ? 'calendar.later' : 'calendar.earlier', { days: Math.abs(days) })
}
