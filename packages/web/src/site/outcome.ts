import type { Outcome } from '@countersign/election'
import type { RoundResult } from '@countersign/publication'
import type { Text } from '../text/text.ts'
import { mostVotesFirst } from './rounds.ts'

/** The outcome of a round and its reason, in a sentence. */
export function outcomeInWords(text: Text, round: RoundResult, outcome = round.outcome): string {
  switch (outcome?.state) {
    case 'elected':
      return elected(text, round, outcome.candidate)
    case 'runOff':
      return runOff(text, round, outcome.between)
    case 'undecided':
      return text.say(`outcome.undecided.${outcome.reason}`)
    case 'void':
      return text.say('outcome.void')
    case undefined:
      return text.say('outcome.undecided.unknown')
  }
}

/** The same in a word or two, with whom it is about. */
export function outcomeInShort(text: Text, round: RoundResult, outcome: Outcome | null): string {
  const name = (id: string) => nameOf(text, round, id)
  switch (outcome?.state) {
    case 'elected':
      return text.say('outcome.short.elected', { candidate: name(outcome.candidate) })
    case 'runOff':
      return text.say('outcome.short.runOff', { candidates: text.list(outcome.between.map(name)) })
    case 'void':
      return text.say('outcome.short.void')
    default:
      return text.say('outcome.short.undecided')
  }
}

function elected(text: Text, round: RoundResult, id: string): string {
  const [first, second] = mostVotesFirst(round.candidates)
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

function runOff(text: Text, round: RoundResult, [first, second]: readonly [string, string]): string {
  const votes = mostVotesFirst(round.candidates)[0]?.votes ?? 0
  return text.say('outcome.runOff', {
    of: text.count(round[round.of] ?? 0),
    denominator: text.say(`denominator.${round.of}`),
    first: nameOf(text, round, first),
    second: nameOf(text, round, second),
    votes: text.count(votes),
  })
}

export function nameOf(text: Text, round: RoundResult, id: string): string {
  const candidate = round.candidates.find(candidate => candidate.id === id)
  return candidate ? text.name(candidate.name) : id
}
