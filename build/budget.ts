/** Keeps the app small: compares the last build with its limits and exits with 1 if one is exceeded. */
import { type AppFile, appSize, bytesKept, bytesSent, isScript } from './app-size.ts'

const { first, now, offline } = await appSize('dist/app')

/** Limits in kB of 1000 bytes, as sent (gzip level 9). */
const budgets: readonly (readonly [name: string, files: readonly AppFile[], limit: number])[] = [
  ['scripts of the first load', first.filter(isScript), 60],
  ['everything before the first useful screen', first, 120],
  ['Now offline, from where it hurts to a finished session', now, 600],
  // What the 1200 kB hold is in docs/decisions/0044.
  ['the whole app offline', offline, 1200],
]

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

for (const { path, sent } of first) console.log(`${kB(sent).padStart(10)}  ${path}`)
console.log()
for (const [name, files, limit] of budgets) {
  const verdict = bytesSent(files) > limit * 1000 ? 'OVER' : 'ok'
  console.log(`${kB(bytesSent(files)).padStart(10)} of ${limit} kB  ${name} (${files.length} files), gzip: ${verdict}`)
}
console.log(`${kB(bytesKept(offline)).padStart(10)}            kept on the device, not compressed`)

const over = budgets.filter(([, files, limit]) => bytesSent(files) > limit * 1000)
if (over.length > 0) {
  console.error(`budget: ${over.map(([name]) => name).join(' and ')} over the limit`)
  process.exit(1)
}
