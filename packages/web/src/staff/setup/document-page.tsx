import { parseSetupDocument } from '@countersign/publication/setup'
import { useState } from 'react'
import { Button, FileTrigger, Label, TextArea, TextField } from 'react-aria-components'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { DocumentPage, type Editing } from './page.tsx'

/** Everything at once, as `setup.json`: for what has no field of its own, and to carry a setup elsewhere. */
export function WholeDocumentPage() {
  return <DocumentPage title="setup.document">{editing => <Json {...editing} />}</DocumentPage>
}

function Json({ document, edit, fixed }: Editing) {
  const text = useText()
  const written = JSON.stringify(document, null, 2)
  const [typed, setTyped] = useState<string>()
  const parsed = typed === undefined ? undefined : read(typed)
  const take = () => {
    if (!parsed?.ok) return
    edit(parsed.value)
    setTyped(undefined)
  }
  return (
    <>
      <p>{text.say('setup.document.about')}</p>
      <TextField className="field wide" value={typed ?? written} onChange={setTyped} isDisabled={fixed}>
        <Label>setup.json</Label>
        <TextArea dir="ltr" rows={20} spellCheck={false} />
      </TextField>
      <Refused refusal={parsed && !parsed.ok ? parsed.refusal : undefined} />
      <div className="row">
        <Button className="main" onPress={take} isDisabled={fixed || !parsed?.ok}>
          {text.say('setup.document.take')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={async files => files?.[0] && setTyped(await files[0].text())}
        >
          <Button isDisabled={fixed}>{text.say('setup.document.open')}</Button>
        </FileTrigger>
        <a download="setup.json" href={`data:application/json;charset=utf-8,${encodeURIComponent(written)}`}>
          {text.say('setup.document.save')}
        </a>
      </div>
    </>
  )
}

function read(typed: string): ReturnType<typeof parseSetupDocument> {
  try {
    return parseSetupDocument(JSON.parse(typed))
  } catch (error) {
    return { ok: false, refusal: { code: 'not-json', message: (error as Error).message } }
  }
}
