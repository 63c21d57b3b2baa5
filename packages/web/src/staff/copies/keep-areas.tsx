import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useRound } from '../centre/round.ts'
import type { Answer } from '../shell/api.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useSpoken, useText } from '../shell/text.tsx'
import { localMoment } from '../shell/time.ts'
import type { KeptArea } from './database.ts'
import { type AreaToKeep, areasToKeep, dropArea, keepArea, keptAreas } from './keep.ts'

/** What of the record is on this device: chosen areas, each with its size before it is fetched. */
export function KeepAreas() {
  const text = useText()
  const round = useRound()
  const { data: kept = [] } = useQuery({
    queryKey: ['copies', 'areas', round],
    queryFn: () => keptAreas(round),
  })
  const { data: offered } = useQuery({
    queryKey: ['areas', round],
    queryFn: () => areasToKeep(round),
    refetchInterval: 60_000,
  })
  const [busy, setBusy] = useState<string>()
  const [came, setCame] = useState(0)
  const [refusal, setRefusal] = useState<Extract<Answer<unknown>, { readonly ok: false }>['refusal']>()
  const bring = async (areas: readonly AreaToKeep[]) => {
    setRefusal(undefined)
    for (const area of areas) {
      setBusy(area.area)
      setCame(0)
      const answer = await keepArea(round, area, setCame)
      if (!answer.ok) {
        setRefusal(answer.refusal)
        break
      }
    }
    setBusy(undefined)
    // A country is counted once, not after each of its areas.
    await queries.invalidateQueries({ queryKey: ['copies', 'count'] })
  }
  const all = offered?.ok ? offered.value : []
  const rows = all.length > 0 ? all : kept
  const bytes = all.reduce((sum, area) => sum + area.bytes, 0)
  return (
    <section>
      <p>{text.say('keep.about')}</p>
      {rows.length === 0 && offered?.ok === false && <Refused refusal={offered.refusal} />}
      {all.length > 1 && (
        <Button isDisabled={busy !== undefined} onPress={() => void bring(all)}>
          {text.say(kept.length === all.length ? 'keep.renewAll' : 'keep.all', { size: text.size(bytes) })}
        </Button>
      )}
      <ul className="entries">
        {rows.map(area => (
          <Area
            key={area.area}
            area={area}
            kept={kept.find(one => one.area === area.area)}
            busy={busy}
            came={came}
            bring={all.length > 0 ? () => void bring([area as AreaToKeep]) : undefined}
          />
        ))}
      </ul>
      <Refused refusal={refusal} />
    </section>
  )
}

interface AreaLine {
  readonly area: Pick<AreaToKeep, 'area' | 'name' | 'boxes' | 'bytes'>
  readonly kept: KeptArea | undefined
  /** The area that is coming now, and how many of its boxes have come. */
  readonly busy: string | undefined
  readonly came: number
  readonly bring: (() => void) | undefined
}

function Area({ area, kept, busy, came, bring }: AreaLine) {
  const { text, language } = useSpoken()
  const is = kept ? 'kept' : 'not'
  // Thirty buttons that say the same: each is named for its area, too.
  const named = (key: string) => `${text.say(key)}: ${text.name(area.name)}`
  return (
    <li className="keep" data-area={area.area} data-kept={is}>
      <span>
        <strong>{text.name(area.name)}</strong>{' '}
        <span className="quiet">
          {text.say('keep.size', { boxes: text.count(area.boxes), size: text.size(area.bytes) })}
          {kept &&
            ` · ${text.say('keep.kept', {
              version: text.count(kept.treeSize),
              moment: localMoment(Math.floor(kept.at / 1000), language),
            })}`}
        </span>
      </span>
      {busy === area.area ? (
        <span role="status">{text.say('keep.coming', { came: text.count(came) })}</span>
      ) : (
        <span className="row">
          {bring && (
            <Button
              isDisabled={busy !== undefined}
              onPress={bring}
              aria-label={named(kept ? 'keep.renew' : 'keep.keep')}
            >
              {text.say(kept ? 'keep.renew' : 'keep.keep')}
            </Button>
          )}
          {kept && (
            <Button aria-label={named('keep.drop')} onPress={() => void dropArea(kept)}>
              {text.say('keep.drop')}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
