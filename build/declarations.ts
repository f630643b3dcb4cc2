/**
 * The library has no dependencies, and its types may need none either. Where they are inferred from shapes written in
 * valibot, valibot's own declarations come along; the shapes themselves belong to the build and the server.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Makes every declaration file in `library` find valibot's types beside it, and takes out what would need it to run. */
export function bringTypes(library: string): void {
  const own = join(library, 'valibot.d.ts')
  const licence = readFileSync('node_modules/valibot/LICENSE.md', 'utf8').trim()
  const types = readFileSync('node_modules/valibot/dist/index.d.mts', 'utf8')
  // Names of the browser that a library for every place cannot count on; no shape here uses them.
  writeFileSync(own, `/*\n${licence}\n*/\ninterface Blob {}\ninterface File {}\n${types}`)
  for (const name of readdirSync(library, { recursive: true, encoding: 'utf8' })) {
    const file = join(library, name)
    const text = name.endsWith('.d.ts') ? readFileSync(file, 'utf8') : ''
    if (!text.includes(`from 'valibot'`)) continue
    const place = relative(dirname(file), own)
      .replaceAll('\\', '/')
      .replace(/\.d\.ts$/, '.js')
    writeFileSync(file, text.replace(`from 'valibot'`, `from '${place.startsWith('.') ? place : `./${place}`}'`))
    rmSync(file.replace(/\.d\.ts$/, '.js'))
  }
}
