import { ok, type Result, refuse } from '@countersign/tlog'
import { useEffect, useRef, useState } from 'react'
import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { type AreaPlace, areaPlace, type BoxPlaced, boxPlace, versionAt } from '../files/place.ts'
import { useLoaded } from '../loaded.ts'
import { Search } from '../search/search.tsx'
import { makeSortable } from '../sortable.ts'
import { Boundary, Trouble } from '../trouble.tsx'
import { Area } from './area.tsx'
import { Box } from './box.tsx'
import { useQuery } from './query.ts'
import { linkTo, subjectOf } from './subject.ts'
import { Top, type TopPlace } from './top.tsx'

interface PlaceAppProps {
  readonly text: Text
  readonly files: Files
}

/** Any place of the country, by the page's query; going to another loads that one's files and no page. */
export function PlaceApp({ text, files }: PlaceAppProps) {
  const [query, go] = useQuery()
  const [again, setAgain] = useState(0)
  const place = useLoaded(`${query} ${again}`, () => placeFor(files, query))
  const name = place.state === 'ready' ? titleOf(text, place.value) : undefined
  useEffect(() => {
    if (name !== undefined) document.title = `${name} · ${text.say('product')}`
  }, [name, text])
  return (
    <>
      <Search text={text} files={files} onChoose={found => go(linkTo(found))} />
      <p className="status" role="status">
        {place.state === 'loading' ? text.say('loading') : (name ?? '')}
      </p>
      {place.state === 'failed' && (
        <Trouble text={text} refusal={place.refusal} onRetry={() => setAgain(again + 1)} />
      )}
      {place.state === 'ready' && (
        <Boundary key={`${query} ${again}`} text={text} files={files.read}>
          <Shown text={text} files={files} place={place.value} />
        </Boundary>
      )}
    </>
  )
}

type Place = AreaPlace | BoxPlaced | TopPlace

/** The place that a query names; where it names none, the one at the top. */
async function placeFor(files: Files, query: string): Promise<Result<Place>> {
  const subject = subjectOf(query)
  if (subject === null) return refuse('no-such-place', 'The address names no place.')
  if (subject?.kind === 'box') return boxPlace(files, subject.id)
  if (subject?.kind === 'area') return areaPlace(files, subject)
  const version = await versionAt(files)
  if (!version.ok) return version
  const [only, ...others] = version.value.overview.top
  if (only !== undefined && others.length === 0) return areaPlace(files, { id: only, chunk: 0 })
  return ok({ kind: 'top', version: version.value })
}

function Shown({
  text,
  files,
  place,
}: {
  readonly text: Text
  readonly files: Files
  readonly place: Place
}) {
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const table of shown.current?.querySelectorAll<HTMLTableElement>('table[data-sortable]') ?? [])
      makeSortable(table)
  }, [])
  return (
    <div ref={shown}>
      {place.kind === 'area' && <Area text={text} files={files} place={place} />}
      {place.kind === 'box' && <Box text={text} files={files} place={place} />}
      {place.kind === 'top' && <Top text={text} place={place} />}
    </div>
  )
}

function titleOf(text: Text, place: Place): string {
  const election = text.name(place.version.overview.name)
  const what =
    place.kind === 'area'
      ? text.name(place.area.name)
      : place.kind === 'box'
        ? text.say('box.title', { id: place.box.id })
        : text.say('page.place')
  return text.say('page.title', { what, election })
}
