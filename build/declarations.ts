/**
 * The library has no dependencies, and its types must have none either. Its shapes are written in valibot, whose
 * declarations and code are therefore included; a bundler takes only the used part. A shape that nothing in the library
 * runs keeps only its types.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'

const fromValibot = /from (['"])valibot\1/

/**
 * Makes every file in `library` find valibot beside it, and removes the shapes that only the build and the server run.
 */
export async function bringValibot(library: string): Promise<void> {
  const licence = `/*\n${readFileSync('node_modules/valibot/LICENSE.md', 'utf8').trim()}\n*/\n`
  const types = readFileSync('node_modules/valibot/dist/index.d.mts', 'utf8')
  // Browser types that a platform-independent library cannot rely on; no shape here uses them.
  writeFileSync(join(library, 'valibot.d.ts'), `${licence}interface Blob {}\ninterface File {}\n${types}`)
  const names = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter(name => /\.(d\.ts|js)$/.test(name))
  for (const file of names.map(name => join(library, name)).filter(file => file !== join(library, 'valibot.d.ts'))) {
    const text = readFileSync(file, 'utf8')
    if (!fromValibot.test(text)) continue
    const place = relative(dirname(file), join(library, 'valibot.js')).replaceAll('\\', '/')
    writeFileSync(file, text.replace(fromValibot, `from '${place.startsWith('.') ? place : `./${place}`}'`))
  }
  writeFileSync(join(library, 'valibot.js'), licence + readFileSync('node_modules/valibot/dist/index.mjs', 'utf8'))
  const run = await filesRun(library)
  for (const file of names.filter(name => name.endsWith('-schema.js')).map(name => join(library, name)))
    if (!run.has(file)) rmSync(file)
  if (!run.has(join(library, 'valibot.js'))) rmSync(join(library, 'valibot.js'))
}

/** The files that an export of the package runs. */
async function filesRun(library: string): Promise<ReadonlySet<string>> {
  const exported = readdirSync(join(library, 'library')).filter(name => name.endsWith('.js'))
  const { metafile } = await build({
    entryPoints: [join(library, 'index.js'), ...exported.map(name => join(library, 'library', name))],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    outdir: 'unwritten',
    logLevel: 'error',
  })
  return new Set(Object.keys(metafile.inputs).filter(file => existsSync(file)))
}
