import type { AreaName } from '@countersign/publication'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Text } from '../../text/text.ts'
import { linkTo } from './subject.ts'

interface HeadingProps {
  readonly text: Text
  /** What the place lies in, nearest first. */
  readonly above: readonly AreaName[]
  readonly children: ReactNode
}

/** The way to a place from the top, and its name, which takes the focus when the reader has gone there. */
export function Heading({ text, above, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.documentElement.dataset.went !== undefined) heading.current?.focus()
  }, [])
  return (
    <>
      {above.length > 0 && (
        <nav className="path" aria-label={text.say('path')}>
          <ol>
            {[...above].reverse().map(({ id, name }) => (
              <li key={id}>
                <a href={linkTo({ kind: 'area', id })}>{text.name(name)}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  )
}
