/**
 * Mutation testing: changes the code in one small place at a time and runs the nearest tests. A change that
 * no test detects has survived: no test covers that behaviour. Exits with 1 if too few were detected.
 *
 *     npm run mutation                     every module, one after another; this takes hours
 *     npm run mutation -- plan remedies    these modules
 *     npm run mutation -- src/plan/plan.ts    these files
 *     npm run mutation -- --changed        the lines that changed since this branch left main
 */
import { changedLines } from './changed-lines.ts'
import { isEnough, mutateModule } from './mutate.ts'
import { mutationModules } from './mutation-modules.ts'

const words = process.argv.slice(2).filter(word => word !== '--changed')
const files = words.filter(word => word.endsWith('.ts'))
const named = words.filter(word => !word.endsWith('.ts'))
const unknown = named.find(name => mutationModules.every(module => module.name !== name))
if (unknown !== undefined) {
  console.error(`mutation: there is no module "${unknown}": use ${mutationModules.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const isChangedOnly = process.argv.includes('--changed')
const changed = isChangedOnly ? changedLines() : undefined
if (isChangedOnly && changed === undefined) {
  console.log('mutation: there is nothing to compare with')
  process.exit(0)
}

const isAsked = (file: string) => files.length === 0 || files.includes(file)
let failed = 0
for (const module of mutationModules.filter(({ name }) => named.length === 0 || named.includes(name))) {
  const score = await mutateModule(module, isAsked, changed, console.log)
  if (score.mutants === 0 && score.broken.length === 0) continue
  const share = ((score.killed * 100) / Math.max(1, score.mutants)).toFixed(1)
  const isFine = isEnough(score)
  if (!isFine) failed += 1
  console.log(
    `${isFine ? 'ok    ' : 'FAILED'}  ${score.name}: ${score.killed} of ${score.mutants} killed, ${share} %, at least ${score.least} %`,
  )
}
process.exit(failed === 0 ? 0 : 1)
