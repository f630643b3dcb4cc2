/** What a script of the built app weighs on the wire. */
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

const folder = 'dist/app/assets'

/** Bytes, brotli, of the largest script whose file begins so; the smaller ones of that name only hand it on. */
export function chunkSent(name: string): number {
  const files = readdirSync(folder).filter(file => file.startsWith(`${name}-`) && file.endsWith('.js'))
  if (files.length === 0) throw new Error(`no script "${name}" in ${folder}: was the app built (npm run build)?`)
  return Math.max(...files.map(file => brotliCompressSync(readFileSync(`${folder}/${file}`)).length))
}
