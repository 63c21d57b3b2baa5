import { useState } from 'react'
import { useRound } from '../centre/round.ts'
import { Choice } from '../setup/fields.tsx'
import { useElection } from '../shell/election.ts'
import { useText } from '../shell/text.tsx'

/** The round that is being counted, until another is chosen. */
export function useChosenRound(): readonly [number, (round: number) => void] {
  const now = useRound()
  const [chosen, choose] = useState<number>()
  return [chosen ?? now, choose]
}

/** Which round; nothing is asked where there is one. */
export function RoundField({
  round,
  onChange,
}: {
  readonly round: number
  readonly onChange: (round: number) => void
}) {
  const text = useText()
  const rounds = useElection()?.rounds ?? []
  if (rounds.length < 2) return null
  return (
    <Choice
      label={text.say('acts.round')}
      value={String(round)}
      onChange={chosen => onChange(Number(chosen))}
      words={rounds.map(({ number }) => [String(number), text.count(number)])}
    />
  )
}
