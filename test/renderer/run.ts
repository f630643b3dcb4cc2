/** `npm run renderer`: the drill of the FHIR form alone. */
import { fillInForm } from '../drills/renderer.ts'

const { name, problems, note } = await fillInForm()
console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${note}`)
for (const problem of problems) console.error(`        ${problem}`)
process.exitCode = problems.length === 0 ? 0 : 1
