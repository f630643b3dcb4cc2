/** The compressed size (brotli) of the knowledge of a screen, as the build writes it. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { transform } from 'esbuild'
import { expect, it } from 'vitest'

it.each([
  ['claims and their sources', ['claims', 'sources'], 85_000],
  ['what is said of medicines', ['medicines'], 40_000],
  ['the names of medicines', ['medicine-names'], 220_000],
] as const)('%s come in %s, within %i bytes', async (_, modules, most) => {
  const sizes = await Promise.all(modules.map(sentOf))
  const sent = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`${modules.join(' and ')}: ${sent} bytes`)
  expect(sent).toBeGreaterThan(10_000)
  expect(sent).toBeLessThanOrEqual(most)
})

async function sentOf(module: string): Promise<number> {
  const source = readFileSync(`src/knowledge/${module}.gen.ts`, 'utf8')
  const { code } = await transform(source, { loader: 'ts', minify: true })
  return brotliCompressSync(code).length
}
