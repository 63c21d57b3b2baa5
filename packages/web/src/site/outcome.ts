import type { RoundResult } from '@countersign/publication'
import type { Text } from '../text/text.ts'

/** The outcome of a round and its reason, in a sentence. */
export function outcomeInWords(text: Text, round: RoundResult): string {
  const { outcome } = round
  switch (outcome?.state) {
    case 'elected':
      return elected(text, round, outcome.candidate)
    case 'runOff':
      return text.say('outcome.runOff', {
        denominator: text.say(`denominator.${round.of}`),
        first: nameOf(text, round, outcome.between[0]),
        second: nameOf(text, round, outcome.between[1]),
      })
    case 'undecided':
      return text.say(`outcome.undecided.${outcome.reason}`)
    case 'void':
      return text.say('outcome.void')
    case undefined:
      return text.say('outcome.undecided.unknown')
  }
}

function elected(text: Text, round: RoundResult, id: string): string {
  const [first, second] = [...round.candidates].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0))
  const candidate = nameOf(text, round, id)
  const votes = first?.votes ?? 0
  if (round.rule === 'plurality')
    return text.say('outcome.elected.plurality', {
      candidate,
      votes: text.count(votes),
      margin: text.count(votes - (second?.votes ?? 0)),
      second: second ? text.name(second.name) : '',
    })
  return text.say('outcome.elected', {
    candidate,
    votes: text.count(votes),
    of: text.count(round[round.of] ?? 0),
    denominator: text.say(`denominator.${round.of}`),
  })
}

function nameOf(text: Text, round: RoundResult, id: string): string {
  const candidate = round.candidates.find(candidate => candidate.id === id)
  return candidate ? text.name(candidate.name) : id
}
