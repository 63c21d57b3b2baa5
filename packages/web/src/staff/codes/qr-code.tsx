import qrcode from 'qrcode-generator'
import { useMemo } from 'react'

/** One QR code, level M, dark on white in every colour scheme: cameras want it so. */
export function QrCode({ of, label }: { readonly of: string; readonly label: string }) {
  const { path, size } = useMemo(() => drawn(of), [of])
  return (
    <svg
      className="qr"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      data-code={of}
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  )
}

function drawn(text: string): { readonly path: string; readonly size: number } {
  const code = qrcode(0, 'M')
  code.addData(text, /^[0-9A-Z $%*+\-./:]*$/.test(text) ? 'Alphanumeric' : 'Byte')
  code.make()
  const size = code.getModuleCount()
  const places = Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size] as const)
  const path = places
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${column} ${row}h1v1h-1z`)
    .join('')
  return { path, size }
}
