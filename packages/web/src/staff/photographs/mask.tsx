import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useText } from '../shell/text.tsx'
import { around, moved, type Point, type Region, resized, within } from './region.ts'

interface Masking {
  /** The address of the picture. */
  readonly picture: string
  readonly regions: readonly Region[]
  readonly onChange: (regions: readonly Region[]) => void
}

/** A step of an arrow key; with Control held, a fine one. */
const [coarse, fine] = [0.02, 0.004]

/**
 * A picture with the regions that will be black. With a mouse or finger: draw a new one, drag one to its place. With
 * keys: arrows move it, with Shift they resize it, Delete takes it away.
 */
export function Mask({ picture, regions, onChange }: Masking) {
  const text = useText()
  const area = useRef<HTMLDivElement>(null)
  const [begun, setBegun] = useState<Drag>()
  const put = (i: number, region: Region) => onChange(regions.map((old, at) => (at === i ? region : old)))
  const at = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = area.current!.getBoundingClientRect()
    return { x: (clientX - left) / width, y: (clientY - top) / height }
  }
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const held = (event.target as HTMLElement).dataset.region
    setBegun({ from: at(event), last: at(event), ...(held !== undefined && { moves: Number(held) }) })
  }
  const drag = (event: PointerEvent) => {
    if (!begun) return
    const now = at(event)
    setBegun({ ...begun, last: now })
    const { moves, last } = begun
    if (moves !== undefined) put(moves, moved(regions[moves]!, now.x - last.x, now.y - last.y))
  }
  const end = () => {
    const drawn = begun && begun.moves === undefined ? around([begun.from, begun.last]) : undefined
    if (drawn) onChange([...regions, drawn])
    setBegun(undefined)
  }
  const drawing = begun && begun.moves === undefined ? around([begun.from, begun.last]) : undefined
  return (
    <>
      <p id="mask-keys" className="quiet">
        {text.say('mask.keys')} <kbd dir="ltr">← ↑ → ↓</kbd> <kbd dir="ltr">Shift ←↑→↓</kbd> <kbd>Delete</kbd>
      </p>
      <div
        className="masking"
        dir="ltr"
        ref={area}
        onPointerDown={begin}
        onPointerMove={drag}
        onPointerUp={end}
        onPointerCancel={() => setBegun(undefined)}
      >
        <img src={picture} alt={text.say('mask.picture')} draggable={false} />
        {regions.map((region, i) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a region has nothing but its place in the list
            key={i}
            type="button"
            className="mask"
            data-region={i}
            style={placed(region)}
            aria-label={text.say('mask.region', { region: text.count(i + 1), ...inHundredths(region) })}
            aria-describedby="mask-keys"
            onKeyDown={event => {
              if (event.key === 'Delete' || event.key === 'Backspace')
                return onChange(regions.filter((_, other) => other !== i))
              const next = stepped(event, region)
              if (!next) return
              event.preventDefault()
              put(i, next)
            }}
          />
        ))}
        {drawing && <span className="mask" style={placed(drawing)} />}
      </div>
      <div className="row">
        <Button onPress={() => onChange([...regions, within({ x: 0.1, y: 0.4, width: 0.8, height: 0.2 })])}>
          {text.say('mask.add')}
        </Button>
        <Button onPress={() => onChange([])} isDisabled={regions.length === 0}>
          {text.say('mask.none')}
        </Button>
      </div>
    </>
  )
}

interface Drag {
  readonly from: Point
  readonly last: Point
  /** The region that is moved; none where a new one is drawn. */
  readonly moves?: number
}

function stepped({ key, shiftKey, ctrlKey }: KeyboardEvent, region: Region): Region | undefined {
  const step = ctrlKey ? fine : coarse
  const by: Readonly<Record<string, Point>> = {
    ArrowLeft: { x: -step, y: 0 },
    ArrowRight: { x: step, y: 0 },
    ArrowUp: { x: 0, y: -step },
    ArrowDown: { x: 0, y: step },
  }
  const way = by[key]
  return way && (shiftKey ? resized : moved)(region, way.x, way.y)
}

function placed({ x, y, width, height }: Region) {
  const part = (of: number) => `${of * 100}%`
  return { left: part(x), top: part(y), inlineSize: part(width), blockSize: part(height) }
}

/** For those who do not see it: where it lies, in hundredths of the picture. */
function inHundredths({ x, y, width, height }: Region) {
  const hundredths = (part: number) => Math.round(part * 100)
  return {
    left: hundredths(x),
    top: hundredths(y),
    right: hundredths(x + width),
    bottom: hundredths(y + height),
  }
}
