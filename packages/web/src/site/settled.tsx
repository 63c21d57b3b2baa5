import type { RoundResult } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import { countOr } from './figures.tsx'
import { mostVotesFirst } from './rounds.ts'

/** What the ballots outstanding can still change, and by how much each bound holds or falls short. */
export function SettledBounds({ text, round }: { readonly text: Text; readonly round: RoundResult }) {
  const { settled, rule } = round
  if (!settled) return null
  const [first, second] = mostVotesFirst(round.candidates).map(({ name }) => text.name(name))
  const names = { first: first ?? '', second: second ?? '' }
  const bounds = (['elected', 'nobodyOverHalf', 'finalists'] as const).flatMap(key => {
    const bound = settled[key]
    return bound ? [{ key, ...bound }] : []
  })
  const caption = text.say(settled.outstanding === null ? 'settled.unknown' : 'settled.outstanding', {
    outstanding: countOr(text, settled.outstanding),
  })
  const rows = bounds.map(({ key, settled, by }) => ({
    key,
    cells: [
      text.say(`settled.${key}${key === 'elected' && rule === 'plurality' ? '.plurality' : ''}`, names),
      text.say(settled ? 'settled.yes' : 'settled.no'),
      by === null
        ? '–'
        : text.say(by < 0 ? 'settled.short' : 'settled.spare', { ballots: text.count(Math.abs(by)) }),
    ],
  }))
  return (
    <>
      <h3>{text.say('settled')}</h3>
      <Table
        kind="stacked"
        caption={caption}
        columns={[
          { title: text.say('settled.what') },
          { title: text.say('settled.whether') },
          { title: text.say('settled.by') },
        ]}
        rows={rows}
      />
    </>
  )
}
