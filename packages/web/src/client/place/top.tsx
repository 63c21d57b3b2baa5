import type { Text } from '../../text/text.ts'
import type { Version } from '../files/place.ts'
import { Heading } from './heading.tsx'
import { linkTo } from './subject.ts'

/** Where no one area holds all others: the highest of them. */
export interface TopPlace {
  readonly kind: 'top'
  readonly version: Version
}

export function Top({ text, place }: { readonly text: Text; readonly place: TopPlace }) {
  return (
    <>
      <Heading text={text} above={[]}>
        {text.say('page.place')}
      </Heading>
      <ul>
        {place.version.overview.top.map(id => (
          <li key={id}>
            <a href={linkTo({ kind: 'area', id })} className="code">
              {id}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
