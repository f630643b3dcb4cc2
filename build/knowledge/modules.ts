/** Writes what was read as typed modules, one a topic, so that a screen loads only what it needs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FoodCautions, NutritionCautions } from '../../src/knowledge/nutrition-schema.ts'
import type { EmergencyNumbers } from '../../src/knowledge/remedy-schema.ts'
import { packCauses } from './causes.ts'
import type { Entry } from './files.ts'
import { meanings, packMedicines } from './medicines.ts'
import type { Knowledge } from './read.ts'
import { reviewEntriesOf } from './review.ts'

/** Writes every module into `folder`; a module that did not change keeps its file untouched. */
export function writeModules(knowledge: Knowledge, folder: string): void {
  const write = (name: string, exported: string, type: string, from: string, value: unknown) =>
    writeIfChanged(
      join(folder, `${name}.gen.ts`),
      `// Built from knowledge/ by build/knowledge.ts. Edit there.
import type { ${type
        .match(/\w+/g)
        ?.filter(word => /^[A-Z]/.test(word) && !['Readonly', 'Record', 'Pick'].includes(word))
        .join(', ')} } from '${from}'

export const ${exported}: ${type} = ${JSON.stringify(value)}
`,
    )
  const triage = '../triage/knowledge.ts'
  const shapes = './schema.ts'
  const remedy = './remedy-schema.ts'

  writeTriage(knowledge, join(folder, 'triage.gen.ts'))
  write('explanations', 'explanations', 'Explanations', triage, {
    findings: byId(knowledge.findings, only('mayMean', 'say', 'sources', 'compiled', 'nextReview')),
    redFlags: byId(knowledge.redFlags, only('mayMean', 'why', 'say', 'sources', 'compiled', 'nextReview')),
    combinations: byId(
      knowledge.medicines.urgent,
      only(
        'title',
        'mayMean',
        'why',
        'say',
        'action',
        'contact',
        'stopInstruction',
        'keepInstruction',
        'sources',
        'compiled',
        'nextReview',
      ),
    ),
  })
  write(
    'medicines',
    'medicineKnowledge',
    'MedicineKnowledge',
    '../medicines/knowledge.ts',
    packMedicines(knowledge.medicines),
  )
  write('causes', 'causeKnowledge', 'CauseKnowledge', '../causes/knowledge.ts', packCauses(knowledge))
  write('tiers', 'tierAdvice', 'AdviceByTier', shapes, byId(knowledge.tiers))
  write(
    'sources',
    'sources',
    "Readonly<Record<string, Pick<Source, 'title' | 'citation' | 'where' | 'verified'>>>",
    shapes,
    byId(knowledge.sources, only('title', 'citation', 'where', 'verified')),
  )
  write('remedies', 'remedies', 'Readonly<Record<string, Remedy>>', remedy, byId(knowledge.remedies))
  write('exercises', 'exercises', 'Readonly<Record<string, Exercise>>', remedy, byId(knowledge.exercises))
  write('products', 'products', 'Readonly<Record<string, Product>>', './product-schema.ts', byId(knowledge.products))
  write(
    'professionals',
    'professionals',
    'Readonly<Record<string, Professional>>',
    './professional-schema.ts',
    byId(knowledge.professionals),
  )
  write(
    'registers',
    'registers',
    'Readonly<Record<string, Registers>>',
    './professional-schema.ts',
    byId(knowledge.registers),
  )
  write('needs', 'needs', 'Readonly<Record<string, Need>>', './product-schema.ts', byId(knowledge.needs))
  write('claims', 'claims', 'Readonly<Record<string, Claim>>', './claim-schema.ts', byId(knowledge.claims))
  write('review', 'reviewEntries', 'readonly ReviewEntry[]', '../evidence/review.ts', reviewEntriesOf(knowledge))
  write(
    'food-cautions',
    'foodCautions',
    'FoodCautions',
    './nutrition-schema.ts',
    foodCautionsOf(knowledge.foodCautions?.value),
  )
  writePlans(knowledge, join(folder, 'plans.gen.ts'))
  write('painkillers', 'painkillers', 'Page', remedy, knowledge.painkillers?.value)
  write('urine-colours', 'urineColours', 'UrineColours', remedy, knowledge.urineColours?.value)
  write(
    'emergency-numbers',
    'emergencyNumbers',
    'readonly DatedEmergencyNumber[]',
    remedy,
    dated(knowledge.emergencyNumbers?.value),
  )
  write('frames', 'frames', 'Readonly<Record<string, ExerciseFrames>>', '../figure/frame.ts', byId(knowledge.frames))
}

/** What the check needs, made ready for it when the module is loaded. */
function writeTriage(knowledge: Knowledge, file: string): void {
  const loaded = {
    findings: byId(
      knowledge.findings,
      only('kind', 'category', 'statement', 'simpler', 'tierAlone', 'regions', 'sex', 'resembles', 'askedIn'),
    ),
    redFlags: knowledge.redFlags.map(({ id, value: { tier, complaint, when } }) => ({ id, tier, complaint, when })),
    categories: byId(knowledge.categories, ({ names = {}, ...category }) => ({
      ...category,
      names: Object.keys(names),
    })),
    interview: knowledge.interview?.value,
    facts: byId(knowledge.facts, only('kind', 'statement', 'simpler')),
    conditions: knowledge.conditions?.value.conditions,
    medicines: meanings(knowledge),
    questions: knowledge.causes.questions.map(({ id }) => id),
    combinations: knowledge.medicines.urgent.map(
      ({ id, value: { tier, takes, alongside, together, since, when } }) => ({
        id,
        tier,
        takes,
        alongside,
        together,
        since,
        when,
      }),
    ),
  }
  writeIfChanged(
    file,
    `// Built from knowledge/ by build/knowledge.ts. Edit there.
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { prepared } from '../triage/prepared.ts'

export const triageKnowledge: TriageKnowledge = prepared(${JSON.stringify(loaded)})
`,
  )
}

/** Many cells of the plans are equal: each is written once and named by its place. */
function writePlans({ plans }: Knowledge, file: string): void {
  const cells: string[] = []
  const placeOf = (cell: unknown): string => {
    const text = JSON.stringify(cell)
    if (!cells.includes(text)) cells.push(text)
    return `cells[${cells.indexOf(text)}]!`
  }
  const written = plans.map(({ id, value: { cells: table, ...plan } }) => {
    const tiers = Object.entries(table).map(([tier, phases]) => {
      const own = Object.entries(phases).map(([phase, cell]) => `${JSON.stringify(phase)}:${placeOf(cell)}`)
      return `${JSON.stringify(tier)}:{${own.join(',')}}`
    })
    return `${JSON.stringify(id)}:{...${JSON.stringify(plan)},cells:{${tiers.join(',')}}}`
  })
  writeIfChanged(
    file,
    `// Built from knowledge/ by build/knowledge.ts. Edit there.
import type { PlanStep, PlanTable } from './remedy-schema.ts'

const cells: PlanStep[][] = [${cells.join(',\n')}]

export const plans: Readonly<Record<string, PlanTable>> = {${written.join(',\n')}}
`,
  )
}

function foodCautionsOf(table: NutritionCautions | undefined): FoodCautions | undefined {
  if (!table) return undefined
  const cautions = Object.values(table.cautions)
  return {
    texts: [...new Set(cautions.map(({ text }) => text))],
    sources: [...new Set(cautions.flatMap(({ sources }) => sources))],
    compiled: table.compiled,
    nextReview: table.nextReview,
  }
}

/** Each number carries the dates of the whole table, so that its passport needs nothing else. */
const dated = (table: EmergencyNumbers | undefined) =>
  table?.numbers.map(number => ({ ...number, compiled: table.compiled, nextReview: table.nextReview }))

const byId = <T>(entries: readonly Entry<T>[], pick: (value: T) => unknown = value => value) =>
  Object.fromEntries(entries.map(({ id, value }) => [id, pick(value)]))

const only =
  <T>(...keys: readonly (keyof T)[]) =>
  (value: T) =>
    Object.fromEntries(keys.map(key => [key, value[key]]))

export function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
