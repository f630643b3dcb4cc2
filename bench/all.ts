/**
 * Runs every bench in turn and prints the table of figures: what, figure, target, compared with. Arguments choose which
 * to run (`npm run bench -- triage tap`). A missed target is marked and does not fail the run. The benches of the
 * trials and of the crowd print their own tables; options (`--people 1000`) are passed to those.
 */
import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { benchDiary } from './diary.ts'
import { benchDiaryFiles } from './diary-files.ts'
import { benchDrawing } from './drawing.ts'
import { benchEvidence } from './evidence.ts'
import { benchFoods } from './foods.ts'
import { benchImport } from './import.ts'
import { benchInterview } from './interview.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchMeals } from './meals.ts'
import type { Bench, Figure } from './measure.ts'
import { benchMedicineNames } from './medicine-names.ts'
import { benchMedicines } from './medicines.ts'
import { benchMenu } from './menu.ts'
import { benchServer } from './server.ts'
import { benchSizes } from './sizes.ts'
import { benchSync } from './sync.ts'
import { benchTap } from './tap.ts'
import { benchTriage } from './triage.ts'

const benches: Readonly<Record<string, Bench>> = {
  triage: benchTriage,
  interview: benchInterview,
  tap: benchTap,
  lighthouse: benchLighthouse,
  sizes: benchSizes,
  drawing: benchDrawing,
  diary: benchDiary,
  'diary-files': benchDiaryFiles,
  foods: benchFoods,
  meals: benchMeals,
  menu: benchMenu,
  medicines: benchMedicines,
  'medicine-names': benchMedicineNames,
  evidence: benchEvidence,
  import: benchImport,
  server: benchServer,
  sync: benchSync,
}

const ownTables = ['trials', 'trials-screen', 'crowd']

const words = process.argv.slice(2)
const firstOption = words.findIndex(word => word.startsWith('--'))
const chosen = firstOption === -1 ? words : words.slice(0, firstOption)
const options = words.slice(chosen.length)
const names = [...Object.keys(benches), ...ownTables]
const unknown = chosen.find(name => !names.includes(name))
if (unknown !== undefined) {
  console.error(`bench: there is no "${unknown}": ${names.join(', ')}`)
  process.exit(2)
}
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name)

// On stderr, because the output of a bench is data.
console.error(
  `${new Date().toISOString().slice(0, 16)}, ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`,
)
const figures: Figure[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (!isChosen(name)) continue
  const load = loadavg()[0]?.toFixed(1)
  figures.push(...(await bench()))
  console.error(`${name} measured (load ${load} when it began)`)
}
if (figures.length > 0) console.log(table([['what', 'figure', 'target', 'compared with', ''], ...figures.map(rowOf)]))
for (const name of ownTables.filter(isChosen)) {
  const { status } = spawnSync('npx', ['tsx', `bench/${name}.ts`, ...options], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exitCode = status ?? 1
}

function rowOf({ what, figure, target, isMet, against }: Figure): readonly string[] {
  return [what, figure, target, against, isMet ? 'met' : 'MISSED']
}

/** Rows as a Markdown table. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
