/** The compressed size of a script of the built app. */
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

const folder = 'dist/app/assets'

/** Bytes, brotli, of the largest script with this prefix; smaller ones with that prefix only re-export it. */
export function chunkSent(name: string): number {
  const files = readdirSync(folder).filter(file => file.startsWith(`${name}-`) && file.endsWith('.js'))
  if (files.length === 0) throw new Error(`no script "${name}" in ${folder}: was the app built (npm run build)?`)
  return Math.max(...files.map(file => brotliCompressSync(readFileSync(`${folder}/${file}`)).length))
}
