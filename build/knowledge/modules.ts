/** Writes the knowledge as typed modules, one per topic, so that a screen loads only what it needs. */
import { join } from 'node:path'
import type { FoodCautions, NutritionCautions } from '../../src/knowledge/nutrition-schema.ts'
import type { CrisisLines, EmergencyNumbers } from '../../src/knowledge/remedy-schema.ts'
import { packCauses } from './causes.ts'
import { packCrowd } from './crowd.ts'
import { nameKnowledge, packNames } from './medicine-names.ts'
import { packMedicines } from './medicines.ts'
import { byId, literal, only, writeIfChanged } from './module-file.ts'
import { writeCrampMedicines, writePlans } from './plan-modules.ts'
import type { Knowledge } from './read.ts'
import { reviewEntriesOf, reviewTextsOf } from './review.ts'
import { writeTriage } from './triage-module.ts'

/** Writes every module into `folder`; an unchanged module keeps its file. */
export function writeModules(knowledge: Knowledge, folder: string): void {
  const write: Write = (name, exported, type, from, value) =>
    writeIfChanged(
      join(folder, `${name}.gen.ts`),
      `// Built from knowledge/ by build/knowledge.ts. Edit there.
import type { ${type
        .match(/\w+/g)
        ?.filter(word => /^[A-Z]/.test(word) && !['Readonly', 'Record', 'Pick'].includes(word))
        .join(', ')} } from '${from}'

export const ${exported}: ${type} = ${literal(value)}
`,
    )
  const triage = '../triage/knowledge.ts'
  const shapes = './schema.ts'
  const remedy = './remedy-schema.ts'

  writeTriage(knowledge, join(folder, 'triage.gen.ts'))
  write('explanations', 'explanations', 'Explanations', triage, {
    findings: byId(knowledge.findings, only('mayMean', 'say', 'contact', 'sources', 'compiled', 'nextReview')),
    redFlags: byId(knowledge.redFlags, only('mayMean', 'why', 'say', 'contact', 'sources', 'compiled', 'nextReview')),
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
  write(
    'interactions',
    'interactions',
    'Readonly<Record<string, Interaction>>',
    './medicine-schema.ts',
    byId(knowledge.medicines.interactions),
  )
  write(
    'medicine-names',
    'nameTable',
    'NameTable',
    '../medicines/name-table.ts',
    packNames(nameKnowledge(knowledge.medicines)),
  )
  write('causes', 'causeKnowledge', 'CauseKnowledge', '../causes/knowledge.ts', packCauses(knowledge))
  write('crowd', 'crowd', 'Crowd', './crowd-schema.ts', packCrowd(knowledge))
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
    'product-kinds',
    'productKinds',
    'Readonly<Record<string, ProductKind>>',
    './product-schema.ts',
    byId(knowledge.productKinds),
  )
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
  write(
    'claims',
    'claims',
    'Readonly<Record<string, Claim>>',
    './claim-schema.ts',
    byId(knowledge.claims, ({ seen: _, ...claim }) => claim),
  )
  write('synonyms', 'synonyms', 'Synonyms', '../evidence/text-index.ts', knowledge.synonyms?.value.groups)
  write('page-words', 'pageWords', 'PageWords', '../evidence/see-also.ts', knowledge.synonyms?.value.pages)
  writeReview(knowledge, write)
  writeCompiled(knowledge, join(folder, 'compiled.gen.ts'))
  write(
    'food-cautions',
    'foodCautions',
    'FoodCautions',
    './nutrition-schema.ts',
    foodCautionsOf(knowledge.foodCautions?.value),
  )
  writePlans(knowledge, join(folder, 'plans.gen.ts'))
  write('plan-lines', 'planLines', 'PlanLines', './plan-schema.ts', {
    openings: byId(knowledge.openings),
    avoid: byId(knowledge.avoid),
    seekHelp: byId(knowledge.seekHelp),
    afterCramp: byId(knowledge.afterCramp),
  })
  writeCrampMedicines(knowledge, join(folder, 'cramp-medicines.gen.ts'))
  write('rhythms', 'rhythms', 'readonly Rhythm[]', './plan-schema.ts', knowledge.rhythms?.value.rhythms)
  write('withheld', 'withheld', 'Readonly<Record<string, Withheld>>', './plan-schema.ts', byId(knowledge.withheld))
  write('courses', 'courseTable', 'CourseTable', './course-schema.ts', {
    courses: byId(knowledge.courses),
    questions: byId(knowledge.courseQuestions),
  })
  write('painkillers', 'painkillers', 'Page', remedy, knowledge.painkillers?.value)
  write('urine-colours', 'urineColours', 'UrineColours', remedy, knowledge.urineColours?.value)
  write(
    'emergency-numbers',
    'emergencyNumbers',
    'readonly DatedEmergencyNumber[]',
    remedy,
    dated(knowledge.emergencyNumbers?.value),
  )
  write('contacts', 'contacts', 'Contacts', shapes, knowledge.contacts?.value)
  write(
    'crisis-lines',
    'crisisLines',
    "readonly (CrisisLine & Pick<CrisisLines, 'compiled' | 'nextReview'>)[]",
    remedy,
    datedLines(knowledge.crisisLines?.value),
  )
  const frame = '../figure/frame.ts'
  write('frames', 'frames', 'Readonly<Record<string, ExerciseFrames>>', frame, byId(knowledge.frames, withoutTexts))
  write(
    'frame-texts',
    'frameTexts',
    'Readonly<Record<string, readonly FrameText[]>>',
    frame,
    byId(knowledge.frames, ({ frames }) => frames.map(({ label, cue }) => ({ label, cue }))),
  )
}

/** The app draws the frames and does not say what they show: their words are a module of their own. */
const withoutTexts = ({ frames, ...set }: Knowledge['frames'][number]['value']) => ({
  ...set,
  frames: frames.map(({ label: _label, cue: _cue, ...drawn }) => drawn),
})

type Write = (name: string, exported: string, type: string, from: string, value: unknown) => void

/** The review list, the texts of its entries, and the verdicts alone, for the passports. */
function writeReview(knowledge: Knowledge, write: Write): void {
  const entries = reviewEntriesOf(knowledge)
  const verdicts = entries.flatMap(({ kind, id, reviewed, compiled }) =>
    reviewed ? [[`${kind} ${id}`, { reviewed, compiled }]] : [],
  )
  write('review', 'reviewEntries', 'readonly ReviewEntry[]', '../evidence/review-entry.ts', entries)
  const text = '../evidence/review-sheet.ts'
  write('review-texts', 'reviewTexts', 'Readonly<Record<string, ReviewText>>', text, reviewTextsOf(knowledge))
  const verdict = '../evidence/review-verdict.ts'
  write('reviewed', 'reviewed', 'Readonly<Record<string, WithVerdict>>', verdict, Object.fromEntries(verdicts))
}

/** One date, for a screen that loads nothing else of the knowledge. */
function writeCompiled(knowledge: Knowledge, file: string): void {
  const days = reviewEntriesOf(knowledge).map(({ compiled }) => compiled)
  writeIfChanged(
    file,
    `// Built from knowledge/ by build/knowledge.ts. Edit there.
/** The newest day on which an entry was written. */
export const compiledOn = ${JSON.stringify(days.toSorted().at(-1) ?? '')}
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

/** Each number has the dates of the whole table, so that its passport needs nothing else. */
const dated = (table: EmergencyNumbers | undefined) =>
  table?.numbers.map(number => ({ ...number, compiled: table.compiled, nextReview: table.nextReview }))

/** The same for a crisis line. */
const datedLines = (table: CrisisLines | undefined) =>
  table?.lines.map(line => ({ ...line, compiled: table.compiled, nextReview: table.nextReview }))
