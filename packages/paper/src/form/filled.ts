import { checkFigures, codeOf, type Form, roleWords, sayFinding, settingsOf } from '@countersign/election'
import { codesOf, readEntry } from '@countersign/record'
import { ok, type Result, refuse } from '@countersign/tlog'
import { codePicture } from '../code-picture.ts'
import { digits } from '../numbers.ts'
import type { Occasion, Place, Printed } from '../printed.ts'
import { quoted, say } from '../words.ts'
import { formHead, printedForm } from './form.ts'
import { paperSections } from './lines.ts'
import { listedPeople, sideName } from './people.ts'

/** A signed form, and what the record or the device knows of its signers. */
export interface Signed {
  /** The `form` statement with its signatures, as it is in the record or about to be. */
  readonly entry: Uint8Array
  /** Who the keys are; a key that is not here is shown by its ID. */
  readonly signers: readonly { readonly kid: string; readonly role: string; readonly side: string }[]
  /** Objections to it: whose, and their grounds. */
  readonly objections: readonly { readonly side: string; readonly ground: string }[]
}

/**
 * A form as it was signed on the devices: every copy, with the codes that carry it, to be signed in ink too.
 * Refusals: `not-a-form`, `other-box` (the statement is another box's, or of another round), those of the entry.
 */
export function filledForm(occasion: Occasion, place: Place, signed: Signed): Result<Printed> {
  const read = readEntry(signed.entry)
  if (!read.ok) return read
  const { statement: form, id, signatures } = read.value
  if (form.kind !== 'form')
    return refuse('not-a-form', `The statement is a ${form.kind}; a result form is asked for.`)
  if (form.box !== place.box || form.round !== occasion.ballot.round)
    return refuse('other-box', `The form is of box ${form.box}, round ${form.round}: print it as that box’s.`)
  const texts = codesOf(signed.entry)
  if (!texts.ok) return texts
  const { language } = occasion
  return ok(
    printedForm(occasion, place, {
      ...formHead(occasion, { ...place, serial: form.serial }),
      note: say(language, 'form.device'),
      sections: paperSections(occasion, form),
      people: listedPeople(occasion, form.people),
      remarks: remarksOf(occasion, form, signed),
      sums: sumsOf(occasion, form),
      signed: signedBy(
        occasion,
        signatures.map(({ kid }) => kid),
        signed,
      ),
      code: codeOf(id),
      codes: texts.value.map((text, i) => ({
        picture: codePicture(text),
        says: say(language, 'form.part', {
          part: digits(i + 1, language),
          of: digits(texts.value.length, language),
        }),
      })),
    }),
  )
}

function remarksOf(occasion: Occasion, form: Form, { objections }: Signed): readonly string[] {
  const { language } = occasion
  return [
    ...(form.explanations ?? []).map(({ check, text }) =>
      say(language, 'form.explains', { check: quoted(check), text: quoted(text) }),
    ),
    ...objections.map(({ side, ground }) =>
      say(language, 'form.objects', { side: sideName(occasion, side), ground: quoted(ground) }),
    ),
  ]
}

/** What the arithmetic of the form finds, in words; nothing where it adds up. */
function sumsOf({ definition, ballot, language }: Occasion, { figures }: Form): readonly string[] {
  const numbers = {
    candidates: ballot.candidates.map(({ number }) => number),
    invalidGrounds: (definition.invalidGrounds ?? []).map(({ number }) => number),
    notTakenGrounds: (definition.notTakenGrounds ?? []).map(({ number }) => number),
  }
  const { findings } = checkFigures(figures, numbers, settingsOf(definition))
  return findings.map(finding => `${quoted(finding.code)} · ${sayFinding(finding, language)}`)
}

/** Who signed on a device: each role and side, with how many. */
function signedBy(occasion: Occasion, kids: readonly string[], { signers }: Signed): string {
  const { language } = occasion
  const known = new Map(signers.map(signer => [signer.kid, signer]))
  const rank = (kid: string) => roles.indexOf(known.get(kid)?.role ?? '')
  const counts = new Map<string, number>()
  for (const kid of [...kids].sort((a, b) => rank(a) - rank(b))) {
    const signer = known.get(kid)
    const role = signer && roleWords[signer.role as keyof typeof roleWords]
    const who = signer ? `${role?.[language] ?? signer.role} · ${sideName(occasion, signer.side)}` : kid
    counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  const each = [...counts].map(([who, times]) => (times === 1 ? who : `${who} × ${digits(times, language)}`))
  return each.length === 0 ? say(language, 'form.unsigned') : each.join(language === 'fa' ? '؛ ' : '; ')
}

/** The leader before the officials, agents last. */
const roles: readonly string[] = Object.keys(roleWords)
