import type { Language } from './blocks.ts'
import type { Tiles } from './drawing.ts'
import { escaped } from './escaped.ts'

const wide = 104
const tall = 62
const between = 4

/**
 * One tile an area, roughly where it lies, with its number: above nothing in one hue, below it in another, stronger the
 * further. A map is not mirrored: west is left in every language.
 */
export function tilesSvg({ tiles, unit }: Tiles, caption: string, language: Language): string {
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1))
  const rows = Math.max(1, ...tiles.map(({ row }) => row + 1))
  const most = Math.max(1, ...tiles.map(({ value }) => Math.abs(value)))
  const drawn = tiles.map(({ name, row, column, value }) => {
    const [x, y] = [column * (wide + between), row * (tall + between)]
    const strength = Math.ceil((10 * Math.abs(value)) / most) || 1
    const number = value.toLocaleString(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    const middle = x + wide / 2
    return `<g class="${value < 0 ? 'hue-1' : 'hue-0'}"><rect class="ink-${Math.min(6, strength)} tile-edge" x="${x}" y="${y}" width="${wide}" height="${tall}"/><text class="strong" x="${middle}" y="${y + 26}" text-anchor="middle">${escaped(shortened(name))}</text><text class="strong" x="${middle}" y="${y + 46}" text-anchor="middle">${number}</text></g>`
  })
  const [width, height] = [columns * (wide + between), rows * (tall + between) + 20]
  const foot = `<text x="0" y="${height - 4}">${escaped(unit)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" style="max-inline-size:${width}px" role="img" aria-label="${escaped(caption)}" direction="ltr">${drawn.join('')}${foot}</svg>`
}

function shortened(name: string): string {
  return name.length <= 14 ? name : `${name.slice(0, 13)}…`
}
