import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { readCount } from '../shell/number.ts'
import { useText } from '../shell/text.tsx'

/** A figure as the paper has it: a count, or a dash where the paper is empty. Undefined while neither is written. */
export function readFigure(typed: string): number | null | undefined | 'wrong' {
  if (/^\s*[-–—ـ]\s*$/.test(typed)) return null
  const read = readCount(typed)
  return read.ok ? read.value : 'wrong'
}

export function FigureField({
  path,
  label,
  value,
  onChange,
}: {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
}) {
  const text = useText()
  const wrong = readFigure(value) === 'wrong'
  return (
    <TextField className="field figure" value={value} onChange={onChange} isInvalid={wrong}>
      <Label>{label}</Label>
      <Input inputMode="numeric" autoComplete="off" dir="ltr" data-figure={path} />
      <FieldError>{wrong && text.say('keying.notAFigure')}</FieldError>
    </TextField>
  )
}
