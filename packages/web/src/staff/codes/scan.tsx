import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button, FileTrigger, Label, TextArea, TextField } from 'react-aria-components'
import { useText } from '../shell/text.tsx'
import { readPhotographs, textsIn } from './photographs.ts'

interface Scanning {
  /** Called with the text of each code, as often as it is seen. */
  readonly onText: (text: string) => void
}

/**
 * Three ways to take in a code: the camera, a picture of it, its text.
 * @param page under which codes are kept on the device: a picture is then read to its end even if the page is left
 */
export function Scan({ onText, page }: Scanning & { readonly page?: string }) {
  const text = useText()
  const [filming, setFilming] = useState(false)
  const [note, setNote] = useState<string>()
  const fromPictures = async (chosen: FileList | null) => {
    // Copied at once: the field's own list changes with the next choice.
    const pictures = Array.from(chosen ?? [])
    setNote(text.say('codes.looking'))
    const texts =
      page === undefined
        ? (await Promise.all(pictures.map(textsIn))).flat()
        : await readPhotographs(page, pictures)
    for (const found of texts) onText(found)
    setNote(texts.length > 0 ? text.say('codes.found', { codes: texts.length }) : text.say('codes.notFound'))
  }
  return (
    <div className="scan">
      {filming ? (
        <Camera
          onText={onText}
          onTrouble={() => {
            setFilming(false)
            setNote(text.say('codes.noCamera'))
          }}
        />
      ) : null}
      <div className="row">
        <Button className="main" onPress={() => setFilming(!filming)}>
          {text.say(filming ? 'codes.cameraOff' : 'codes.camera')}
        </Button>
        <FileTrigger acceptedFileTypes={['image/*']} allowsMultiple onSelect={fromPictures}>
          <Button>{text.say('codes.picture')}</Button>
        </FileTrigger>
      </div>
      <p role="status" className="quiet">
        {note}
      </p>
      <Typed onText={onText} />
    </div>
  )
}

/** The camera's pictures, looked at one after the other for as long as it is shown. */
function Camera({ onText, onTrouble }: Scanning & { readonly onTrouble: () => void }) {
  const text = useText()
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef({ onText, onTrouble })
  tell.current = { onText, onTrouble }
  useEffect(() => {
    let stream: MediaStream | undefined
    let over = false
    const look = async () => {
      const { codesIn } = await import('./read-picture.ts')
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: 1280 },
      })
      const shown = video.current
      if (over || shown === null) return stop(stream)
      shown.srcObject = stream
      await shown.play()
      while (!over) {
        const frame = frameOf(shown)
        if (frame) for (const found of await codesIn(frame)) tell.current.onText(found)
        await new Promise(resolve => setTimeout(resolve, 150))
      }
    }
    look().catch(() => {
      if (!over) tell.current.onTrouble()
    })
    return () => {
      over = true
      stop(stream)
    }
  }, [])
  return <video ref={video} muted playsInline aria-label={text.say('codes.camera')} />
}

function frameOf(video: HTMLVideoElement): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0) return undefined
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  canvas?.drawImage(video, 0, 0)
  return canvas?.getImageData(0, 0, width, height)
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** For a code that came as a message; one a line. */
function Typed({ onText }: Scanning) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const take = (event: FormEvent) => {
    event.preventDefault()
    for (const line of typed.split('\n')) if (line.trim() !== '') onText(line)
    setTyped('')
  }
  return (
    <details>
      <summary>{text.say('codes.type')}</summary>
      <form onSubmit={take}>
        <TextField value={typed} onChange={setTyped} className="field">
          <Label>{text.say('codes.typed')}</Label>
          <TextArea dir="ltr" rows={3} spellCheck={false} />
        </TextField>
        <Button type="submit">{text.say('codes.take')}</Button>
      </form>
    </details>
  )
}
