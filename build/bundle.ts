/** Builds everything except the app: the library, the command, the web component, and compressed copies of the app's files. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bundlePublishedCommand } from './command.ts'
import { bringValibot } from './declarations.ts'
import { bundleElement } from './element.ts'
import { bringCryptography } from './vendored.ts'

for (const folder of ['dist/library', 'dist/cli', 'dist/element']) rmSync(folder, { recursive: true, force: true })
execFileSync('npx', ['tsc', '-p', 'tsconfig.library.json'], { stdio: 'inherit', shell: process.platform === 'win32' })
await bringCryptography('dist/library')
await bringValibot('dist/library')
await bundlePublishedCommand('dist/cli')
await bundleElement('dist/element')

const worthIt = /\.(html|js|css|svg|json|webmanifest|wasm)$/
for (const name of readdirSync('dist/app', { recursive: true, encoding: 'utf8' }).filter(file => worthIt.test(file))) {
  const file = join('dist/app', name)
  const content = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  // The highest level takes half a minute for a megabyte and gains little.
  const quality = content.length > 2_000_000 ? 9 : 11
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }))
}
