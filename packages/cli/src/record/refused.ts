import { type Stopped, stop } from '../command/command.ts'

/** A library's refusal, as a command tells it: it could not run. */
export function stopBy({
  code,
  message,
  where,
}: {
  readonly code: string
  readonly message: string
  readonly where?: unknown
}): Stopped {
  return stop(code, typeof where === 'string' ? `${where}: ${message}` : message)
}
