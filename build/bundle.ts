/** Builds what is not the app: the command (one file with all it needs), the library, and compressed copies of the app's files. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bundleCommand } from './command.ts'
import { bringTypes } from './declarations.ts'

await bundleCommand('dist/cli/main.js')
rmSync('dist/library', { recursive: true, force: true })
execFileSync('npx', ['tsc', '-p', 'tsconfig.library.json'], { stdio: 'inherit', shell: process.platform === 'win32' })
bringTypes('dist/library')

const worthIt = /\.(html|js|css|svg|json|webmanifest)$/
for (const name of readdirSync('dist/app', { recursive: true, encoding: 'utf8' }).filter(file => worthIt.test(file))) {
  const file = join('dist/app', name)
  const content = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}
