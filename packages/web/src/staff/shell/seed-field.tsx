import type { Refusal } from '@countersign/election'
import { readSeed } from '@countersign/record'
import { type FormEvent, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { Refused } from './refusal.tsx'
import { useText } from './text.tsx'

/** Takes a sealed seed as it is printed. What was typed is forgotten as soon as it has been used. */
export function SeedField({
  label,
  onSeed,
}: {
  readonly label: string
  readonly onSeed: (seed: Uint8Array) => Promise<unknown>
}) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const use = async (event: FormEvent) => {
    event.preventDefault()
    const seed = readSeed(typed)
    setRefusal(seed.ok ? undefined : seed.refusal)
    if (!seed.ok) return
    setTyped('')
    await onSeed(seed.value)
    seed.value.fill(0)
  }
  return (
    <form onSubmit={use}>
      <TextField value={typed} onChange={setTyped} className="field" type="password">
        <Label>{text.say('device.seed.typed')}</Label>
        <Input dir="ltr" autoComplete="off" spellCheck={false} />
      </TextField>
      <Button type="submit">{label}</Button>
      <Refused refusal={refusal} />
    </form>
  )
}
