import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { addCopies, checkSignatures, copiesInFile, type ReadCopy, signedCopy } from '../copies/copies.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'

interface Took {
  readonly fresh: number
  readonly known: number
  readonly unread: readonly string[]
}

/** The ways in which agents' copies come: a camera, pictures, codes as text, files. */
export function TakeIn({ round }: { readonly round: number }) {
  const text = useText()
  const { statements, refusal, take, clear } = useGathered()
  const [took, setTook] = useState<Took>()
  const [reading, setReading] = useState<string>()
  const keep = async (copies: readonly ReadCopy[], unread: readonly string[]) => {
    const fresh = await addCopies(copies)
    setTook({ fresh, known: copies.length - fresh, unread })
    void checkSignatures(round)
  }
  const whole = statements.flatMap(({ entry }) => (entry ? [entry] : []))
  const part = statements.find(({ entry }) => entry === undefined)
  const keepScanned = async () => {
    await keep(
      whole.flatMap(entry => signedCopy(entry, text.say('party.from.codes')) ?? []),
      [],
    )
    clear()
  }
  const fromFiles = async (chosen: FileList | null) => {
    // Copied at once: the field's own list changes with the next choice.
    const files = Array.from(chosen ?? [])
    const read: ReadCopy[] = []
    const unread: string[] = []
    for (const [i, file] of files.entries()) {
      setReading(text.say('party.reading', { file: text.count(i + 1), files: text.count(files.length) }))
      const { copies, trouble } = await copiesInFile(file)
      if (trouble !== undefined) unread.push(file.name)
      read.push(...copies)
    }
    setReading(undefined)
    await keep(read, unread)
  }
  return (
    <section>
      <h2>{text.say('party.takeIn')}</h2>
      <p>{text.say('party.takeIn.about')}</p>
      <Scan onText={take} />
      {part && <p role="status">{text.say('compare.more', { left: part.missing.length })}</p>}
      {whole.length > 0 && (
        <Button className="main" onPress={() => void keepScanned()}>
          {text.say('party.keepScanned', { copies: text.count(whole.length) })}
        </Button>
      )}
      <Refused refusal={refusal} />
      <div className="row">
        <FileTrigger allowsMultiple onSelect={chosen => void fromFiles(chosen)}>
          <Button>{text.say('party.files')}</Button>
        </FileTrigger>
      </div>
      <p role="status" data-took={took?.fresh}>
        {reading ??
          (took && text.say('party.took', { fresh: text.count(took.fresh), known: text.count(took.known) }))}
      </p>
      {took && took.unread.length > 0 && (
        <p role="alert" className="refusal">
          {text.say('party.unread', { files: took.unread.slice(0, 20).join(', ') })}
        </p>
      )}
    </section>
  )
}
