/** How much each export of the package may add to a page's first load: bundled, minified and compressed. */
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/**
 * Limits in kB of 1000 bytes, gzip level 9. Most of it is knowledge; `nutrition` holds the table of foods, `review` every
 * entry in full with its cases. `medicines` holds 17,000 names from registers (docs/decisions/0062), and what imports it too.
 */
const limits: Readonly<Record<string, number>> = {
  '.': 255,
  './triage': 65,
  './plan': 105,
  './course': 125,
  './remedies': 40,
  './medicines': 225,
  './causes': 50,
  './figure': 22,
  './products': 60,
  './hydration': 60,
  './professionals': 20,
  './forms': 60,
  './update': 330,
  './review': 260,
  './evidence': 105,
  './answers': 110,
  './diary': 90,
  './trials': 27,
  './nutrition': 370,
  './report': 345,
  './sync': 60,
  './element': 60,
}

/** Measures every export of the package installed in `project`. Throws if one exceeds its limit or has none. */
export async function checkSizes(project: string, subpaths: readonly string[]): Promise<void> {
  const over: string[] = []
  for (const subpath of subpaths) {
    const limit = limits[subpath]
    if (limit === undefined) throw new Error(`no limit for ${subpath}: add one to build/surface-sizes.ts`)
    const kB = (await bytesOf(project, subpath)) / 1000
    console.log(`${kB.toFixed(1).padStart(9)} kB of ${limit}  ${subpath.replace('.', 'unknot')}`)
    if (kB > limit) over.push(subpath)
  }
  if (over.length > 0) throw new Error(`${over.join(' and ')} over the limit of build/surface-sizes.ts`)
}

async function bytesOf(project: string, subpath: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${subpath.replace('.', 'unknot')}'`, resolveDir: project },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'error',
  })
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0)
}
