import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { entryIn } from '../device/entry.ts'
import { answered, server } from '../shell/api.ts'
import { useSpoken } from '../shell/text.tsx'
import { localMoment } from '../shell/time.ts'
import { copyName } from './copy-name.ts'

/** Packets that were handed over on their way here and have not been scanned in: with whom each was last. */
export function Awaited({ round }: { readonly round: number }) {
  const { text, language } = useSpoken()
  const { data } = useQuery({
    queryKey: ['awaited', round],
    queryFn: () => answered(server.GET('/centres/awaited', { params: { query: { round } } })),
    refetchInterval: 10_000,
  })
  const awaited = data?.ok ? data.value : []
  if (awaited.length === 0) return null
  return (
    <section>
      <h2>
        {text.say('centre.awaited')}: {text.count(awaited.length)}
      </h2>
      <p className="quiet">{text.say('centre.awaited.about')}</p>
      <ul className="choices">
        {awaited.map(({ id, entry, box, packet }) => {
          const statement = entryIn(entry)?.statement
          return (
            <li key={id} data-awaited={box}>
              <Link to="/box/$box" params={{ box }}>
                <strong>
                  <bdi>{box}</bdi> · {copyName(text, packet)}
                </strong>
                {statement?.kind === 'custody' && (
                  <span>
                    <bdi>{statement.from}</bdi> {text.say('custody.to')} <bdi>{statement.to}</bdi>
                    {statement.at !== undefined && ` · ${localMoment(statement.at, language)}`}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
