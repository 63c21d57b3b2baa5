import qrcode from 'qrcode-generator'

/** A QR code as a picture in SVG, without the quiet zone: paper around it is white. Level M. */
export function codePicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, alphanumeric.test(text) ? 'Alphanumeric' : 'Byte')
  code.make()
  const size = code.getModuleCount()
  const rows = Array.from({ length: size }, (_, row) => runsOf(size, column => code.isDark(row, column), row))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${rows.join('')}"/></svg>`
}

const alphanumeric = /^[0-9A-Z $%*+\-./:]*$/

/** The dark runs of a row, so that no seam shows between modules. */
function runsOf(size: number, isDark: (column: number) => boolean, row: number): string {
  let path = ''
  for (let column = 0; column < size; column++) {
    if (!isDark(column)) continue
    const from = column
    while (column + 1 < size && isDark(column + 1)) column++
    const length = column - from + 1
    path += `M${from} ${row}h${length}v1h-${length}z`
  }
  return path
}
