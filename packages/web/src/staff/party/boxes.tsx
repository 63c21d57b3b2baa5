import type { Compared } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Table } from '../../layout/table.tsx'
import { useFormSections } from '../centre/packets.ts'
import { removeCopy } from '../copies/copies.ts'
import { useSpoken, useText } from '../shell/text.tsx'
import { type Counted, comparedOf } from './count.ts'

/** Lines that are shown at once: a phone stays quick with sixty thousand boxes. */
const atOnce = 50

/** Which boxes differ and where, which lack a signature, which are not published, which nobody has a copy of. */
export function PartyBoxes({ counted: { count } }: { readonly counted: Counted }) {
  const text = useText()
  const { differing, signatureMissing, notPublished, withoutCopy, twice, round } = count
  return (
    <section>
      <h2>{text.say('party.differing', { boxes: text.count(differing.length) })}</h2>
      {differing.length === 0 ? (
        <p>{text.say('party.differing.none')}</p>
      ) : (
        <Some all={differing} shown={one => <Differing key={one.box} compared={one} />} />
      )}
      {signatureMissing.length > 0 && (
        <BoxList
          title={text.say('party.signatureMissing', { boxes: text.count(signatureMissing.length) })}
          boxes={signatureMissing.map(({ box }) => box)}
        />
      )}
      {notPublished.length > 0 && (
        <BoxList
          title={text.say('party.notPublished', { boxes: text.count(notPublished.length) })}
          boxes={notPublished}
        />
      )}
      {twice.length > 0 && (
        <details>
          <summary>{text.say('party.twice', { boxes: text.count(twice.length) })}</summary>
          <Some all={twice} shown={box => <Twice key={box} box={box} round={round} />} />
        </details>
      )}
      <BoxList
        title={text.say('party.withoutCopy', { boxes: text.count(withoutCopy.length) })}
        boxes={withoutCopy}
      />
    </section>
  )
}

function Twice(of: { readonly box: string; readonly round: number }) {
  return (
    <section className="sheet">
      <strong>
        <bdi>{of.box}</bdi>
      </strong>
      <InHand {...of} />
    </section>
  )
}

function Differing({ compared }: { readonly compared: Compared }) {
  const { text, language } = useSpoken()
  const { box, grade, differences, round } = compared
  const lines = (useFormSections(round) ?? []).flatMap(section => section.lines)
  const shown = (figure: number | '–') => (figure === '–' ? figure : text.count(figure))
  return (
    <details className="sheet" data-differing={box}>
      <summary>
        <strong>
          <bdi>{box}</bdi>
        </strong>{' '}
        · {text.say(`compare.grade.${grade}`)} · {text.say('party.lines', { lines: differences.length })}
      </summary>
      <ul>
        {differences.map(({ figure, form, copy }) => (
          <li key={figure}>
            {lines.find(({ path }) => path === `figures.${figure}`)?.label[language] ?? figure}:{' '}
            {text.say('party.against', { published: shown(form), copy: shown(copy) })}
          </li>
        ))}
      </ul>
      <InHand box={box} round={round} />
    </details>
  )
}

/** The copies of a box that are on this device: a wrong one can be taken away. */
function InHand({ box, round }: { readonly box: string; readonly round: number }) {
  const text = useText()
  const { data = [] } = useQuery({
    queryKey: ['copies', 'box', round, box],
    queryFn: () => comparedOf(round, box),
  })
  return (
    <ul>
      {data.map(({ inHand: { hash, from }, compared }) => (
        <li key={hash}>
          {text.say(`compare.grade.${compared.grade}`)} · <bdi>{from}</bdi> ·{' '}
          {text.say(`compare.${compared.verdict}`)}{' '}
          <Button onPress={() => void removeCopy(hash)}>{text.say('party.remove')}</Button>
        </li>
      ))}
    </ul>
  )
}

function BoxList({ title, boxes }: { readonly title: string; readonly boxes: readonly string[] }) {
  if (boxes.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <p>
        <Some
          all={boxes}
          shown={box => (
            <span key={box}>
              <bdi>{box}</bdi>{' '}
            </span>
          )}
        />
      </p>
    </details>
  )
}

/** The first of many; more on demand. */
function Some<T>({
  all,
  shown,
}: {
  readonly all: readonly T[]
  readonly shown: (one: T) => React.ReactNode
}) {
  const text = useText()
  const [most, setMost] = useState(atOnce)
  return (
    <>
      {all.slice(0, most).map(shown)}
      {all.length > most && (
        <Button onPress={() => setMost(most * 4)}>
          {text.say('party.more', { left: text.count(all.length - most) })}
        </Button>
      )}
    </>
  )
}

/** How far each area is: boxes, published, with a copy, differing, without one. */
export function PartyAreas({ counted: { count, areas } }: { readonly counted: Counted }) {
  const text = useText()
  return (
    <Table
      caption={text.say('party.areas')}
      sortable
      columns={[
        { title: text.say('desk.area') },
        ...['boxes', 'awaited', 'copies', 'differing', 'without'].map(column => ({
          title: text.say(`party.column.${column}`),
          numeric: true,
        })),
      ]}
      rows={count.regions.map(({ area, boxes, published, copies, differing, withoutCopy }) => ({
        key: area,
        cells: [
          text.name(areas.get(area) ?? { en: area }),
          ...[boxes, boxes - published, copies, differing, withoutCopy].map(figure => text.count(figure)),
        ],
      }))}
    />
  )
}
