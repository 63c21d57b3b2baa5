import type { ReactNode } from 'react'

/** Something by name: one value, or several below each other. */
export interface Pair {
  readonly name: string
  readonly values: readonly ReactNode[]
  /** Printed as it is, whatever the language: a hash, a key, an address. */
  readonly code?: boolean
}

/** Names with their values, in two columns where there is room. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className="figures">
      {pairs.map(({ name, values, code }) => (
        <div key={name} className="pair">
          <dt>{name}</dt>
          {values.map((value, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the page is rendered once
            <dd key={i} className={code ? 'code' : undefined}>
              {value}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
