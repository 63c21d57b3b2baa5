import type { Refusal } from '@countersign/tlog'
import { Component, type ReactNode } from 'react'
import type { Text } from '../text/text.ts'

interface TroubleProps {
  readonly text: Text
  readonly refusal: Refusal
  readonly onRetry?: () => void
}

/** Why something cannot be shown: what happened, to which file, and what to do. */
export function Trouble({ text, refusal, onRetry }: TroubleProps) {
  return (
    <div className="trouble" role="alert">
      <p>
        <strong>{troubleInWords(text, refusal)}</strong>
      </p>
      {typeof refusal.where?.path === 'string' && (
        <p>
          {text.say('trouble.file')} <span className="code">{refusal.where.path}</span>
        </p>
      )}
      {onRetry && (
        <p>
          <button type="button" onClick={onRetry}>
            {text.say('trouble.retry')}
          </button>
        </p>
      )}
    </div>
  )
}

export function troubleInWords(text: Text, { code, message, where }: Refusal): string {
  // The log's reader does not know why a file could not be read.
  const cause = code === 'unreadable' ? (navigator.onLine ? 'unreachable' : 'offline') : code
  const key = `trouble.${cause}`
  return text.knows(key) ? text.say(key, { path: '', status: '', ...where }) : message
}

interface BoundaryProps {
  readonly text: Text
  /** The files that the page was made from. */
  readonly files: readonly string[]
  readonly children: ReactNode
}

/** A published file of a shape that no page can be made of is told, with the files that it may be. */
export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    const { text, files, children } = this.props
    if (!this.state.broken) return children
    return (
      <div className="trouble" role="alert">
        <p>
          <strong>{text.say('trouble.broken')}</strong>
        </p>
        <ul>
          {files.map(path => (
            <li key={path} className="code">
              {path}
            </li>
          ))}
        </ul>
      </div>
    )
  }
}
