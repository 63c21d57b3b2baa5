import { type Given, type Stopped, stop } from '../command/command.ts'

/** What can be printed, in the words of --kind. */
export const kinds = ['blank', 'form', 'count-sheet', 'poster', 'cards', 'seeds'] as const
type Kind = (typeof kinds)[number]

/** What is to be printed, and where to. */
export interface Order {
  readonly kind: Kind
  readonly languages: readonly ('en' | 'fa')[]
  readonly timeZone: string
  readonly out: string
  readonly round?: number
  readonly site?: string
  readonly invitations?: string
  readonly seeds?: string
  readonly side?: string
}

/** Refusals: `no-such-kind`, `language`, `no-file`, `no-such-zone`. */
export function orderOf({
  kind,
  language = 'both',
  timeZone = 'UTC',
  out,
  round,
  site,
  invitations,
  seeds,
  side,
}: Given): Order | Stopped {
  const known = kinds.find(one => one === kind)
  if (!known) return stop('no-such-kind', `What is to be printed? Not ${kind}.`, `--kind ${kinds.join(', ')}`)
  const languages = (['en', 'fa'] as const).filter(one => language === 'both' || language === one)
  if (languages.length === 0) return stop('language', `No texts in ${language}.`, '--language en, fa or both')
  if (typeof out !== 'string') return stop('no-file', 'Where is it to be written?', '--out x.pdf')
  if (!Intl.supportedValuesOf('timeZone').includes(String(timeZone)) && timeZone !== 'UTC')
    return stop('no-such-zone', `There is no time zone ${timeZone}.`, '--time-zone Asia/Tehran, for instance')
  return {
    kind: known,
    languages,
    timeZone: String(timeZone),
    out,
    ...(typeof round === 'string' && { round: Number(round) }),
    ...(typeof site === 'string' && { site }),
    ...(typeof invitations === 'string' && { invitations }),
    ...(typeof seeds === 'string' && { seeds }),
    ...(typeof side === 'string' && { side }),
  }
}
