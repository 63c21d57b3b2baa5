/**
 * Keeps the applications on the device, so that they open with no network. Each version is a cache of its own; the one
 * before stays, since a page of it may still be open. Nothing of the server's answers is kept here.
 */
const worker = globalThis as unknown as WorkerScope
/** Put in when the applications are built. */
const files = JSON.parse('FILES') as readonly string[]
const cacheName = `staff ${'VERSION'}`

/** What this needs of a service worker; the library of types for pages lacks it. */
interface WorkerScope {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

worker.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then(cache => cache.addAll(files))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', event => event.waitUntil(dropOlder().then(() => worker.clients.claim())))

worker.addEventListener('fetch', event => {
  const { request } = event
  // Only what is below `staff/`: questions to the server are never answered from here.
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return
  event.respondWith(answer(request))
})

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const asked = request.mode === 'navigate' ? './' : request
  const kept = await cache.match(asked, { ignoreSearch: true })
  // A page that is still open may ask for a part of the version before.
  return kept ?? (await caches.match(asked, { ignoreSearch: true })) ?? fetch(request)
}

/** All but this version and the one before. */
async function dropOlder(): Promise<void> {
  const versions = (await caches.keys()).filter(name => name.startsWith('staff ') && name !== cacheName)
  for (const name of versions.slice(0, -1)) await caches.delete(name)
}
