import { type Stopped, stop } from '../command/command.ts'

/** A library's refusal, as a command tells it: it could not run. `of` is what it was working on. */
export function stopBy(
  { code, message, where }: { readonly code: string; readonly message: string; readonly where?: unknown },
  of?: string,
): Stopped {
  const place = typeof where === 'string' ? where : of
  return stop(code, place === undefined || message.includes(place) ? message : `${place}: ${message}`)
}
