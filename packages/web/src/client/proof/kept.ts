/** A checkpoint that this reader kept, with when and under which key. */
export interface Kept {
  readonly checkpoint: string
  readonly vkey: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const prefix = 'countersign checkpoint '

/** What was kept of the log of this name; undefined where nothing was, or where the browser keeps nothing. */
export function keptOf(origin: string): Kept | undefined {
  try {
    const { checkpoint, vkey, at } = JSON.parse(localStorage.getItem(prefix + origin) ?? '') as Kept
    const sound = typeof checkpoint === 'string' && typeof vkey === 'string' && typeof at === 'number'
    return sound ? { checkpoint, vkey, at } : undefined
  } catch {
    return undefined
  }
}

/** @returns whether the browser keeps it */
export function keep(origin: string, kept: Kept): boolean {
  try {
    localStorage.setItem(prefix + origin, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}
