import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Asked } from '../http/app.ts'
import type { Parts } from '../parts.ts'
import { personOf, type SessionPerson } from './person.ts'

/** A session lasts through a night and the day before: hours. */
const hours = 24

/** A session of its key, and the cookie that carries it. @returns until when, in UTC seconds */
export async function beginSession(
  c: Context<Asked>,
  { database, now, random, secure }: Parts,
  kid: string,
  publicKey: string,
): Promise<number> {
  const token = Buffer.from(random(32)).toString('base64url')
  const created = new Date(now())
  const expires = new Date(now() + hours * 3_600_000)
  await database
    .insertInto('sessions')
    .values({ token: hashOf(token), kid, public_key: publicKey, created, expires })
    .execute()
  await database.deleteFrom('sessions').where('expires', '<', created).execute()
  setCookie(c, 'session', token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    path: '/',
    maxAge: hours * 3600,
  })
  return Math.floor(expires.getTime() / 1000)
}

/** Whose session the request carries; undefined where none, or one that has ended. */
export async function sessionOf(
  c: Context<Asked>,
  parts: Pick<Parts, 'record' | 'database' | 'now'>,
): Promise<{ readonly person: SessionPerson; readonly expires: number } | undefined> {
  const token = getCookie(c, 'session')
  if (token === undefined) return undefined
  const row = await parts.database
    .selectFrom('sessions')
    .select(['kid', 'public_key', 'expires'])
    .where('token', '=', hashOf(token))
    .where('expires', '>', new Date(parts.now()))
    .executeTakeFirst()
  const person = row && (await personOf(parts, row.kid, row.public_key))
  return person && { person, expires: Math.floor(row.expires.getTime() / 1000) }
}

export async function endSession(c: Context<Asked>, { database }: Parts): Promise<void> {
  const token = deleteCookie(c, 'session', { path: '/' })
  if (token !== undefined) await database.deleteFrom('sessions').where('token', '=', hashOf(token)).execute()
}

/** SHA-256 in hex: what is kept of a secret that someone else holds. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
