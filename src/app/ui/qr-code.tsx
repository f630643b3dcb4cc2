/** A code that a phone's camera reads. Black on white in every theme, with the quiet edge a camera needs. */
import { encodeQR } from 'qr'
import './qr-code.css'

interface QrCodeProps {
  readonly text: string
  /** What a screen reader says. */
  readonly name: string
  /** How much of it may be hidden and it is still read; SMART Health Links ask for `medium`. */
  readonly ecc?: 'low' | 'medium'
}

export function QrCode({ text, name, ecc = 'low' }: QrCodeProps) {
  const rows = encodeQR(text, 'raw', { ecc, border: 4 })
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      class="code"
      width={rows.length * 4}
      height={rows.length * 4}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={name}
      shape-rendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
