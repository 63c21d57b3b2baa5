/** How far long work has come, told on stderr so that stdout stays the answer. */
export interface Progress {
  /** @param done of `total`, in `what`; told at most every quarter second on a terminal, else every five */
  at(what: string, done: number, total?: number): void
  /** Clears the line on a terminal. */
  end(): void
}

export function progressOn(stream: NodeJS.WriteStream, now: () => number): Progress {
  const pause = stream.isTTY ? 250 : 5_000
  let last = now()
  let shown = false
  return {
    at(what, done, total) {
      if (now() - last < pause) return
      last = now()
      const line = total ? `${what}: ${group(done)} of ${group(total)}` : `${what}: ${group(done)}`
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
      shown = true
    },
    end() {
      if (shown && stream.isTTY) stream.write('\r\u001b[K')
      shown = false
    },
  }
}

function group(count: number): string {
  return count.toLocaleString('en')
}
