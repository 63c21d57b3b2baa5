import { type Answer, answered, server } from '../shell/api.ts'
import { toBase64 } from './base64.ts'
import { type Identity, keepIdentity, type Person, signingKeyOf } from './identity.ts'

/** A session of a person. */
export interface Session {
  readonly person: Person
  readonly expires: number | string
}

/** The open session if it is this key's, else a new one: the server's challenge, signed. */
export async function sessionOf(identity: Identity, origin: string): Promise<Answer<Session>> {
  const current = await answered(server.GET('/sessions/current'))
  if (current.ok && current.value.person.kid === identity.kid) return remembered(identity, current)
  if (!current.ok && current.status === 0) return current
  const asked = await answered(server.POST('/sessions/challenges', { body: { kid: identity.kid } }))
  if (!asked.ok) return asked
  const { challenge } = asked.value
  const signature = toBase64(await signText(identity, `countersign/session/v1\n${origin}\n${challenge}\n`))
  return remembered(
    identity,
    await answered(server.POST('/sessions', { body: { kid: identity.kid, challenge, signature } })),
  )
}

/** Answers an invitation with this device's key; the signature proves that the device has it. */
export async function answerInvitation(
  identity: Identity,
  code: string,
  origin: string,
): Promise<Answer<unknown>> {
  const publicKey = toBase64(identity.publicKey)
  const text = `countersign/invitation/v1\n${origin}\n${plainCode(code)}\n${publicKey}\n`
  const signature = toBase64(await signText(identity, text))
  return answered(
    server.POST('/invitations/{code}/key', {
      params: { path: { code } },
      body: { publicKey, kind: identity.kind, signature },
    }),
  )
}

/** A code as it was made, however it was typed. */
function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** The signature of a text, by the device's key. The texts begin so that none of them is ever a statement. */
export async function signText(identity: Identity, text: string): Promise<Uint8Array> {
  return signingKeyOf(identity).sign(new TextEncoder().encode(text))
}

async function remembered(identity: Identity, answer: Answer<Session>): Promise<Answer<Session>> {
  if (answer.ok && JSON.stringify(answer.value.person) !== JSON.stringify(identity.person))
    await keepIdentity({ ...identity, person: answer.value.person })
  return answer
}
