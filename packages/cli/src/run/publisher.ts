import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Publisher } from '@countersign/server'
import { ok, refuse } from '@countersign/tlog'

/** The folder of the election in the site. */
const name = 'results'

/**
 * Publishes by `countersign publish` in a process of its own: what it takes of memory and time is not the server’s.
 * Refusal `publish`, with what that process said.
 */
export function publisherOf(data: string, address: string | undefined): Publisher {
  const bin = join(import.meta.dirname, '../../bin/countersign.mjs')
  const args = [bin, 'publish', join(data, 'record'), '--out', join(data, 'site'), '--name', name, '--json']
  return signal =>
    new Promise(done => {
      const child = spawn(
        process.execPath,
        [...args, ...(address === undefined ? [] : ['--address', address])],
        {
          signal,
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      let out = ''
      let err = ''
      child.stdout.on('data', text => {
        out += text
      })
      child.stderr.on('data', text => {
        err = `${err}${text}`.slice(-2000)
      })
      child.once('error', error => done(refuse('publish', error.message)))
      child.once('close', exit => {
        if (exit !== 0) return done(refuse('publish', err.trim() || out.trim() || `ended with ${exit}`))
        done(ok({ size: (JSON.parse(out) as { treeSize: number }).treeSize }))
      })
    })
}
