/**
 * The library has no dependencies, so the audited cryptography that `unknot/sync` uses is published inside it, under
 * `vendored`. Its licences are in THIRD-PARTY.txt.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'

const fromPackage = /(?<=^(?:import|export) [^;]*?from ['"])(@(?:noble|scure)\/[^'"]+)(?=['"])/gm

/** Makes every file in `library` find those packages in it. Their modules share what they share in the packages too. */
export async function bringCryptography(library: string): Promise<void> {
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.js'))
    .map(name => join(library, name))
  const used = new Set(files.flatMap(file => readFileSync(file, 'utf8').match(fromPackage) ?? []))
  const fileOf = (specifier: string) => specifier.replace(/^@|\.js$/g, '').replaceAll('/', '-')
  await build({
    entryPoints: Object.fromEntries([...used].map(specifier => [fileOf(specifier), specifier])),
    outdir: join(library, 'vendored'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    legalComments: 'inline',
    logLevel: 'error',
  })
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const place = (specifier: string) => {
      const path = relative(dirname(file), join(library, 'vendored', `${fileOf(specifier)}.js`)).replaceAll('\\', '/')
      return path.startsWith('.') ? path : `./${path}`
    }
    const mended = text.replace(fromPackage, place)
    if (mended !== text) writeFileSync(file, mended)
  }
}
