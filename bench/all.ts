/**
 * Every bench, one after the other, and the table of figures: what, figure, target, compared with. Words after the command
 * choose which to run (`npm run bench -- triage tap`). A target that is missed is marked and does not fail the run.
 * The bench of the trials prints a table of its own.
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
import type { Bench, Figure } from './measure.ts'
import { benchMedicines } from './medicines.ts'
import { benchMenu } from './menu.ts'
import { benchSizes } from './sizes.ts'
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
  menu: benchMenu,
  medicines: benchMedicines,
  evidence: benchEvidence,
  import: benchImport,
}

const ownTables = ['trials', 'trials-screen']

const chosen = process.argv.slice(2)
const names = [...Object.keys(benches), ...ownTables]
const unknown = chosen.find(name => !names.includes(name))
if (unknown !== undefined) {
  console.error(`bench: there is no "${unknown}": ${names.join(', ')}`)
  process.exit(2)
}
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name)

console.log(`${new Date().toISOString().slice(0, 16)}, ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`)
const figures: Figure[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (!isChosen(name)) continue
  const load = loadavg()[0]?.toFixed(1)
  figures.push(...(await bench()))
  console.error(`${name} measured (load ${load} when it began)`)
}
if (figures.length > 0) console.log(table([['what', 'figure', 'target', 'compared with', ''], ...figures.map(rowOf)]))
for (const name of ownTables.filter(isChosen)) {
  const { status } = spawnSync('npx', ['tsx', `bench/${name}.ts`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exitCode = 1
}

function rowOf({ what, figure, target, isMet, against }: Figure): readonly string[] {
  return [what, figure, target, against, isMet ? 'met' : 'MISSED']
}

/** Rows as a table of Markdown. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
