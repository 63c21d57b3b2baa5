import { type Election, type Entry, withdrawnFiles } from '@countersign/election'
import { blobsIn, carriesMore, pictureIn } from '@countersign/record'
import { ok, type Refusal, type Result, refuse } from '@countersign/tlog'
import type { Limits } from '../limits/limits.ts'

/** Where a file that a statement names belongs: among what is published, or under seal. */
export type Place = 'published' | 'sealed'

/**
 * Where the file with this digest belongs by the statement that names it. Anyone may bring it: its name is its digest,
 * and who answers for it has signed the statement. Refusals: `not-yet` (no such statement on the record), `not-named`,
 * `no-force`, `not-before-release`, `too-many-photographs`, `withdrawn`.
 */
export function placeOf(election: Election | undefined, digest: string, statement: string): Result<Place> {
  const entry = election?.entries.get(statement)
  if (!election || !entry)
    return refuse('not-yet', `The record has no statement ${statement} yet. Send it first, then its files.`, {
      statement,
    })
  if (withdrawnFiles(election).has(digest))
    return refuse(
      'withdrawn',
      `A ruling has taken the file ${digest} from view, so it is not published again.`,
      {
        digest,
      },
    )
  const place = namedBy(entry, digest)
  if (!place)
    return refuse('not-named', `Statement ${statement} names no file with the digest ${digest}.`, {
      statement,
      digest,
    })
  const why = whyNot(election, entry)
  return why ? { ok: false, refusal: why } : ok(place)
}

function namedBy({ statement }: Entry, digest: string): Place | undefined {
  if (blobsIn(statement).includes(digest)) return 'published'
  return statement.kind === 'attach' && statement.original === digest ? 'sealed' : undefined
}

/** Photographs of one box that one person may bring: each page of every copy, and some that did not come out well. */
const photographsEach = 24

function whyNot(election: Election, { statement, force, why, signatures }: Entry): Refusal | undefined {
  if (force === undefined)
    return refuse(
      'no-force',
      `What names this file has no force yet (${why}), so that nothing is published by it. Bring it again then.`,
      { why: why ?? '' },
    ).refusal
  const round = election.rounds.get(statement.round)
  if (round && round.released === undefined)
    return refuse(
      'not-before-release',
      'Nothing that may show votes is published before their release. It stays on your device, and is brought then.',
    ).refusal
  if (statement.kind !== 'attach' || !round) return undefined
  const signers = new Set(signatures.map(({ person }) => person))
  const before = (round.boxes.get(statement.box)?.attachments ?? []).filter(
    other =>
      other.statement !== statement &&
      other.force! < force &&
      other.signatures.some(({ person }) => signers.has(person)),
  )
  if (before.length < photographsEach) return undefined
  return refuse(
    'too-many-photographs',
    `One person may bring ${photographsEach} photographs of one box, and these are there. Let somebody else bring it.`,
    { most: photographsEach },
  ).refusal
}

/**
 * Why these bytes are not taken: `too-large`, `not-a-picture`, or, of what is published, `carries-more` (what is not
 * seen in it: place, time, a small copy from before it was masked).
 */
export function faultOf(
  bytes: Uint8Array,
  place: Place,
  isPhotograph: boolean,
  { blob, sealed }: Pick<Limits, 'blob' | 'sealed'>,
): Refusal | undefined {
  const most = place === 'published' ? blob : sealed
  if (bytes.length > most)
    return refuse('too-large', `This file may have ${most} bytes. Make it smaller.`, { bytes: most }).refusal
  if (!isPhotograph) return undefined
  const picture = pictureIn(bytes)
  if (!picture)
    return refuse('not-a-picture', 'A photograph is a JPEG, a PNG or a WebP. Bring it as one of these.')
      .refusal
  if (place === 'published' && carriesMore(bytes, picture))
    return refuse(
      'carries-more',
      'The picture carries more than what is seen in it, such as where it was taken. Mask it again on the page, which leaves that out.',
    ).refusal
  return undefined
}
