import type { Text } from '../../text/text.ts'
import type { Files } from '../files/files.ts'
import { versionAt } from '../files/place.ts'
import { useLoaded } from '../loaded.ts'
import { Trouble } from '../trouble.tsx'
import { Earlier } from './earlier.tsx'
import { VerifyAll } from './verify-all.tsx'

/** What a reader can do about the record in this browser: verify all of it, and hold it against a checkpoint kept. */
export function RecordApp({ text, files }: { readonly text: Text; readonly files: Files }) {
  const version = useLoaded(files.election, () => versionAt(files))
  if (version.state === 'loading') return <p role="status">{text.say('loading')}</p>
  if (version.state === 'failed') return <Trouble text={text} refusal={version.refusal} />
  const { origin, vkey } = version.value.overview
  return (
    <>
      <VerifyAll text={text} files={files} origin={origin} />
      <Earlier text={text} files={files} origin={origin} vkey={vkey} />
    </>
  )
}
