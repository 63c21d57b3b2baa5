import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'

/** What of a record's folder is never served: its keys, and entries not yet under a checkpoint. */
const kept = /^\/(?:[^/]+\/)?(keys|heads)(\/|$)/

export interface Served {
  /** `http://localhost:<port>` */
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Serves a folder as any web server would: readable from other sites, tiles for ever, checkpoints for a second.
 * @param port 0 for any that is free
 * @returns the address, or the system's error code (`EADDRINUSE`)
 */
export async function serveFolder(
  folder: string,
  port: number,
): Promise<Served | { readonly error: string }> {
  const files = sirv(folder, { dev: true, dotfiles: false, setHeaders })
  const server = createServer((request, response) => {
    const path = decodedPath(request.url ?? '/')
    if (path === undefined || kept.test(path)) return end(response, 404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
    files(request, response, () => end(response, 404))
  })
  const error = await listen(server, port)
  if (error !== undefined) return { error }
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function setHeaders(response: ServerResponse, path: string): void {
  response.setHeader('Access-Control-Allow-Origin', '*')
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'checkpoint') {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.setHeader('Cache-Control', 'max-age=1')
  } else if (/\/tile\//.test(path)) {
    response.setHeader('Content-Type', 'application/octet-stream')
    response.setHeader('Cache-Control', 'max-age=31536000, immutable')
  }
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.end()
}

function listen(server: Server, port: number): Promise<string | undefined> {
  return new Promise(resolve => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, () => resolve(undefined))
  })
}
