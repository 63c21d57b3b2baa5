/**
 * Trust policies, C2SP tlog-policy: which logs and witnesses are known, and which of the witnesses must have
 * cosigned a checkpoint.
 *
 *     log <vkey> [<url>]
 *
 *     witness X1 <vkey> [<url>]
 *     witness X2 <vkey>
 *     witness X3 <vkey>
 *     group X-witnesses 2 X1 X2 X3
 *
 *     quorum X-witnesses
 *
 * A group's threshold may also be `any` or `all`; `quorum none` asks for no cosignature.
 */
import { sameBytes } from './bytes.ts'
import { cosignerKey, formatVkey, type KeyType, noteKey, type VerifierKey } from './note/key.ts'
import { keyOfType } from './note/signature.ts'
import { ok, type Result, refuse } from './result.ts'
import { parseDecimal, textOf, utf8 } from './text.ts'

/** A policy. Names are its own, defined before they are used; witnesses and groups share them. */
export type Policy = {
  readonly logs: readonly KnownKey[]
  readonly witnesses: ReadonlyMap<string, KnownKey>
  readonly groups: ReadonlyMap<string, WitnessGroup>
  /** The witness or group that must have witnessed a checkpoint; or `none`. */
  readonly quorum: string
}

/** A log's or a witness's key and, where it is given, the URL that it is reached at. */
export type KnownKey = { readonly key: VerifierKey; readonly url?: string }

/** Has witnessed what at least `threshold` of its members (witnesses or groups) have. */
export type WitnessGroup = { readonly threshold: number; readonly members: readonly string[] }

/** The policy in a file's bytes; or `bad-policy` with the number of the line that is wrong, from 1. */
export function parsePolicy(file: Uint8Array | string): Result<Policy> {
  const octets = typeof file === 'string' ? utf8(file) : file
  if (octets.some(octet => (octet < 0x20 && octet !== 0x09 && octet !== 0x0a) || octet === 0x7f))
    return refuse('bad-policy', 'The policy has a control character other than tab and newline.')

  const draft: Draft = { logs: [], witnesses: new Map(), groups: new Map(), members: new Set() }
  for (const [i, line] of textOfPolicy(octets).split('\n').entries()) {
    const items = line.split(/[ \t]+/).filter(item => item !== '')
    if (items.length === 0 || items[0]!.startsWith('#')) continue
    const wrong = define(draft, items)
    if (wrong)
      return refuse('bad-policy', `Line ${i + 1} of the policy: ${wrong.replace(/\.$/, '')}.`, {
        line: i + 1,
      })
  }
  const { logs, witnesses, groups, quorum } = draft
  if (quorum === undefined) return refuse('bad-policy', 'The policy has no quorum line.')
  return ok({ logs, witnesses, groups, quorum })
}

/** The policy as text, each name defined before it is used. */
export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const known = ({ key, url }: KnownKey) => [formatVkey(key), ...(url === undefined ? [] : [url])]
  const lines = [
    ...logs.map(log => ['log', ...known(log)]),
    ...Array.from(witnesses, ([name, witness]) => ['witness', name, ...known(witness)]),
    ...Array.from(groups, ([name, { threshold, members }]) => ['group', name, threshold, ...members]),
    ['quorum', quorum],
  ]
  return lines.map(items => `${items.join(' ')}\n`).join('')
}

/** Whether those of the policy's `witnesses` who cosigned make up its quorum. */
export function meetsQuorum(policy: Policy, cosigned: ReadonlySet<string>): boolean {
  const hasWitnessed = (name: string): boolean => {
    const group = policy.groups.get(name)
    return group ? group.members.filter(hasWitnessed).length >= group.threshold : cosigned.has(name)
  }
  return policy.quorum === 'none' || hasWitnessed(policy.quorum)
}

type Draft = {
  readonly logs: KnownKey[]
  readonly witnesses: Map<string, KnownKey>
  readonly groups: Map<string, WitnessGroup>
  readonly members: Set<string>
  quorum?: string
}

/** Adds what one line defines, or says what is wrong with it. */
function define(draft: Draft, [keyword, ...items]: readonly string[]): string | undefined {
  if (keyword === 'log') return defineLog(draft, items)
  if (keyword === 'witness') return defineWitness(draft, items)
  if (keyword === 'group') return defineGroup(draft, items)
  if (keyword === 'quorum') return defineQuorum(draft, items)
  return `it begins with neither log, witness, group nor quorum but “${keyword}”`
}

function defineLog(draft: Draft, items: readonly string[]): string | undefined {
  if (items.length < 1 || items.length > 2) return 'a log has a vkey and perhaps a URL'
  const log = knownKey(noteKey, items[0]!, items[1])
  if (!log.ok) return log.refusal.message
  if (isDuplicate(draft.logs, log.value)) return 'this log’s key is there already'
  draft.logs.push(log.value)
  return undefined
}

function defineWitness(draft: Draft, items: readonly string[]): string | undefined {
  if (items.length < 2 || items.length > 3) return 'a witness has a name, a vkey and perhaps a URL'
  const witness = knownKey(cosignerKey, items[1]!, items[2])
  if (!witness.ok) return witness.refusal.message
  if (isDuplicate([...draft.witnesses.values()], witness.value)) return 'this witness’s key is there already'
  if (isTaken(draft, items[0]!)) return `the name ${items[0]} is taken`
  draft.witnesses.set(items[0]!, witness.value)
  return undefined
}

function defineGroup(draft: Draft, [name, least, ...members]: readonly string[]): string | undefined {
  if (name === undefined || members.length === 0) return 'a group has a name, a threshold and members'
  if (isTaken(draft, name)) return `the name ${name} is taken`
  const threshold = least === 'any' ? 1 : least === 'all' ? members.length : parseDecimal(least!)
  if (threshold === undefined || threshold < 1 || threshold > members.length)
    return `the threshold ${least} is neither any, all, nor a number from 1 to ${members.length}`
  for (const member of members) {
    if (!isDefined(draft, member)) return `${member} is not defined above`
    if (draft.members.has(member)) return `${member} is a member already; a name can be one only once`
    draft.members.add(member)
  }
  draft.groups.set(name, { threshold, members })
  return undefined
}

function defineQuorum(draft: Draft, items: readonly string[]): string | undefined {
  if (draft.quorum !== undefined) return 'there is a quorum already'
  if (items.length !== 1) return 'the quorum is one name'
  if (items[0] !== 'none' && !isDefined(draft, items[0]!)) return `${items[0]} is not defined above`
  draft.quorum = items[0]!
  return undefined
}

function knownKey(type: KeyType, vkey: string, url: string | undefined): Result<KnownKey> {
  const key = keyOfType(type, vkey)
  return key.ok ? ok(url === undefined ? { key: key.value } : { key: key.value, url }) : key
}

function isDuplicate(known: readonly KnownKey[], { key }: KnownKey): boolean {
  return known.some(other => sameBytes(other.key.publicKey, key.publicKey))
}

function isDefined(draft: Draft, name: string): boolean {
  return draft.witnesses.has(name) || draft.groups.has(name)
}

function isTaken(draft: Draft, name: string): boolean {
  return name === 'none' || isDefined(draft, name)
}

/** Octets above 7F are opaque: UTF-8 where they are that, else each stands for itself. */
function textOfPolicy(octets: Uint8Array): string {
  const text = textOf(octets)
  return text.ok ? text.value : Array.from(octets, octet => String.fromCharCode(octet)).join('')
}
