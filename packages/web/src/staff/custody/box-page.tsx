import { chainOf } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PacketHistory } from '../centre/packet-history.tsx'
import { usePackets } from '../centre/packets.ts'
import { BackToCentre } from '../centre/places.tsx'
import { useRound } from '../centre/round.ts'
import { entryIn } from '../device/entry.ts'
import { useRoleName } from '../people/role-name.ts'
import { Photographs } from '../photographs/shown.tsx'
import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken, useText } from '../shell/text.tsx'
import { type Handing, HandingText } from './to-sign.tsx'

type BoxOnRecord = components['schemas']['BoxOnRecord']
type Recorded = BoxOnRecord['entries'][number]

/** A box as those see it who have its paper: through whose hands it went, its packets, its photographs, its record. */
export function BoxPage() {
  const { text, language } = useSpoken()
  const { box: id } = useParams({ strict: false }) as { readonly box: string }
  const round = useRound()
  const { data } = useQuery({
    queryKey: ['box', round, id],
    queryFn: () => answered(server.GET('/boxes/{box}', { params: { path: { box: id }, query: { round } } })),
    refetchInterval: 5_000,
  })
  return (
    <>
      <h1>{text.say('boxPage.title', { box: id })}</h1>
      {data === undefined && <p role="status">{text.say('loading')}</p>}
      {data?.ok === false && <Refused refusal={data.refusal} />}
      {data?.ok && (
        <>
          <p role="status">{text.say(`box.${data.value.state}`)}</p>
          <ul>
            {data.value.findings.map(found => (
              <li key={found.code + found.en}>
                {found.code} · {found[language]}
              </li>
            ))}
          </ul>
          <Chain entries={data.value.entries} />
        </>
      )}
      <Packets round={round} box={id} />
      <Photographs round={round} box={id} />
      {data?.ok && <OnRecord entries={data.value.entries} />}
      <BackToCentre />
    </>
  )
}

/** The handovers in order, each beside the one before: seals that differ stand out. */
function Chain({ entries }: { readonly entries: readonly Recorded[] }) {
  const text = useText()
  const closes = firstsOf(entries, 'close-poll').flatMap(({ entry }) => {
    const statement = entryIn(entry)?.statement
    return statement?.kind === 'close-poll' ? [{ statement }] : []
  })
  const custody = firstsOf(entries, 'custody').flatMap(({ entry, index, id }) => {
    const statement = entryIn(entry)?.statement
    return statement?.kind === 'custody' ? [{ statement: statement as Handing, index, id }] : []
  })
  return (
    <section>
      <h2>{text.say('custody.chain')}</h2>
      {custody.length === 0 && <p>{text.say('custody.noChain')}</p>}
      <ol className="entries">
        {chainOf({ closes, custody }).map(({ entry, missing, strange }) => (
          <li
            key={entry.id}
            className="sheet"
            data-seals={missing.length + strange.length > 0 ? 'differ' : 'same'}
          >
            <HandingText handing={entry.statement} />
            {missing.length > 0 && (
              <p className="refusal">{text.say('custody.missing', { seals: text.list([...missing]) })}</p>
            )}
            {strange.length > 0 && (
              <p className="refusal">{text.say('custody.strange', { seals: text.list([...strange]) })}</p>
            )}
            <p className="quiet">
              {text.say('copy.entry', { entry: text.count(entry.index) })} ·{' '}
              <By entries={entries.filter(({ id }) => id === entry.id)} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Each statement of a kind once, as it was first recorded. */
function firstsOf(entries: readonly Recorded[], kind: string): readonly Recorded[] {
  const first = new Map<string, Recorded>()
  for (const entry of entries) if (entry.kind === kind && !first.has(entry.id)) first.set(entry.id, entry)
  return [...first.values()]
}

function By({ entries }: { readonly entries: readonly Recorded[] }) {
  const text = useText()
  const roleName = useRoleName()
  const people = entries.flatMap(({ by }) => by)
  return text.list(people.map(({ role, card }) => `${roleName(role)} ${text.say('who.card', { card })}`))
}

/** Its packets at one's own centre, each with all that happened to it. */
function Packets({ round, box }: { readonly round: number; readonly box: string }) {
  const text = useText()
  const role = usePerson()?.role
  const works = role === 'clerk' || role === 'centreHead'
  const answer = usePackets(round, works)
  const packets = answer?.ok ? answer.value.filter(packet => packet.box === box) : []
  if (!works) return null
  return (
    <section>
      <h2>{text.say('centre.packets')}</h2>
      {packets.length === 0 && <p>{text.say('boxPage.noPacket')}</p>}
      {packets.map(packet => (
        <div key={packet.id} className="sheet">
          <PacketHistory packet={packet} />
        </div>
      ))}
    </section>
  )
}

/** All that is recorded of it, in the order of the record. */
function OnRecord({ entries }: { readonly entries: readonly Recorded[] }) {
  const { text, language } = useSpoken()
  return (
    <section>
      <h2>{text.say('boxPage.record')}</h2>
      <ol className="entries">
        {entries.map(recorded => (
          <li key={recorded.index} className="line" data-kind={recorded.kind}>
            <span>
              {text.say(`kind.${recorded.kind}`)}{' '}
              <span className="quiet">
                <By entries={[recorded]} />
                {recorded.force !== true && ` · ${recorded.force[language]}`}
              </span>
            </span>
            <span className="quiet">{text.say('copy.entry', { entry: text.count(recorded.index) })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
