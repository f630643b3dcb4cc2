/** Where newer knowledge may advise what was withheld, or no longer warn: remedies, plans, medicines, causes, food, products. */
import type { CauseKnowledge } from '../causes/knowledge.ts'
import type { CourseTable } from '../knowledge/course-schema.ts'
import type { Interaction } from '../knowledge/medicine-schema.ts'
import type { PlanLines, Withheld } from '../knowledge/plan-schema.ts'
import type { Need, Product, ProductKind } from '../knowledge/product-schema.ts'
import type { Exercise, Page, PlanTable, Remedy, UrineColours } from '../knowledge/remedy-schema.ts'
import type { Contacts } from '../knowledge/schema.ts'
import type { MedicineKnowledge } from '../medicines/knowledge.ts'
import type { NutritionKnowledge } from '../nutrition/knowledge.ts'
import type { Explanations } from '../triage/knowledge.ts'
import { advices, byId, isSame, type Lowered, type Table, tiered, warnings } from './compared.ts'

interface Called {
  readonly country: string
  readonly name: string
  readonly call: string
}

/** The part of the knowledge that advises or warns. */
export interface Advising {
  readonly remedies: Table<Remedy>
  readonly exercises: Table<Exercise>
  readonly withheld: Table<Withheld>
  readonly plans: Table<PlanTable>
  readonly planLines: PlanLines
  readonly courses: CourseTable['courses']
  readonly courseQuestions: CourseTable['questions']
  readonly explanations: Explanations
  readonly interactions: Table<Interaction>
  readonly medicines: MedicineKnowledge
  readonly causes: CauseKnowledge
  readonly nutrition: NutritionKnowledge
  readonly products: Table<Product>
  readonly productKinds: Table<ProductKind>
  readonly needs: Table<Need>
  readonly urineColours: UrineColours
  readonly painkillers: Page
  readonly contacts: Contacts
  readonly emergencyNumbers: readonly Called[]
  readonly crisisLines: readonly Called[]
}

/** Everything that may be withheld from fewer people, or be warned of less. */
export const loweredAdvice = (before: Advising, after: Advising): readonly Lowered[] => [
  ...exclusions('remedy', before.remedies, after.remedies),
  ...exclusions('exercise', before.exercises, after.exercises),
  ...warnings('withheld', before.withheld, after.withheld, ['because', 'asks', 'withholds', 'action', 'instead']),
  ...advices('plan', items(before.plans), items(after.plans), ['cells']),
  ...warnings('plan-line', before.planLines.avoid, after.planLines.avoid, ['for', 'names', 'slot']),
  ...tiered('plan-line', before.planLines.seekHelp, after.planLines.seekHelp, ['for', 'slot', 'signs', 'action']),
  ...advices('course', before.courses, after.courses, ofCourse),
  ...tiered('course-question', before.courseQuestions, after.courseQuestions, ['thenAsk']),
  ...medicines(before, after),
  ...causes(before.causes, after.causes),
  ...nutrition(before.nutrition, after.nutrition),
  ...advices('product', before.products, after.products, ofProduct),
  ...advices('product-kind', before.productKinds, after.productKinds, ['remedy', 'isAdvisedAgainst']),
  ...advices('need', before.needs, after.needs, ['complaint', 'answer', 'buyNothing', 'remedies', 'atMost']),
  ...numbers('emergency-numbers', before.emergencyNumbers, after.emergencyNumbers),
  ...numbers('crisis-lines', before.crisisLines, after.crisisLines),
  ...page('contacts', before.contacts.contacts, after.contacts.contacts),
  ...page('painkillers', before.painkillers.sections, after.painkillers.sections),
  ...page('urine-colours', coloursOf(before.urineColours), coloursOf(after.urineColours)),
]

const ofCourse = [
  ...(['for', 'slots', 'easy', 'weeks', 'hold', 'stepBack', 'see', 'avoid', 'returns', 'variants', 'care'] as const),
]
const ofProduct = [
  ...(['kind', 'remedy', 'powered', 'maxTemperatureC', 'maxMinutes', 'advisedAgainst', 'mismatch', 'warning'] as const),
  ...(['setting', 'settingAtMost', 'safety'] as const),
]

interface Excluding {
  readonly notFor: readonly object[]
  readonly safeWhileWaiting: boolean
}

/** Every exclusion of a remedy is still there, unchanged. */
const exclusions = (kind: string, before: Table<Excluding>, after: Table<Excluding>): readonly Lowered[] => [
  ...advices(kind, before, after, []),
  ...Object.entries(after).flatMap(([id, now]) => {
    const old = before[id]
    const bare = (caution: object) => JSON.stringify({ ...caution, text: undefined })
    const kept = new Set(now.notFor.map(bare))
    const isKept = old === undefined || old.notFor.every(each => kept.has(bare(each)))
    const isLooser = now.safeWhileWaiting && old?.safeWhileWaiting === false
    return isKept && !isLooser ? [] : [{ entry: `${kind} ${id}`, because: 'is withheld less' }]
  }),
]

/** Which remedies and exercises a plan has in each cell, without its words. */
const items = (plans: Table<PlanTable>) =>
  Object.fromEntries(
    Object.entries(plans).map(([id, { complaint, region, cells }]) => {
      const bare = Object.entries(cells).map(([tier, phases]) => [
        tier,
        Object.values(phases).map(steps => steps.map(step => step.id)),
      ])
      return [id, { cells: [complaint, region, bare] }]
    }),
  )

const medicines = (before: Advising, after: Advising): readonly Lowered[] => [
  ...tiered('interaction', before.interactions, after.interactions, ['one', 'other', 'action']),
  ...warnings('combination', before.explanations.combinations, after.explanations.combinations, [
    ...(['action', 'contact', 'stopInstruction', 'keepInstruction'] as const),
  ]),
  ...warnings('medicine', before.medicines.ingredients, after.medicines.ingredients, ['stopRisk', 'stopSigns']),
  ...warnings('known-medicine', before.medicines.recognised, after.medicines.recognised, ['stopRisk']),
  ...page('medicine-advice', said(before.medicines), said(after.medicines)),
]

const said = ({ texts: { advice, stopRisks } }: MedicineKnowledge) => [advice, stopRisks]

const causes = (before: CauseKnowledge, after: CauseKnowledge): readonly Lowered[] => [
  ...tiered('cause', byId(before.causes), byId(after.causes), ['nextStep']),
  ...tiered('mimic', byId(before.mimics), byId(after.mimics), ['keyFinding', 'advice']),
  ...tiered('pointer', byId(before.pointers), byId(after.pointers), ['pointsTo', 'atLeast', 'nextStep']),
]

/** Its limits and cautions stay as they are: none of them has a verdict of its own. Their words, sources and dates may change. */
const nutrition = (before: NutritionKnowledge, after: NutritionKnowledge): readonly Lowered[] => [
  ...warnings('nutrition-caution', before.cautions, after.cautions, [
    ...(['nutrients', 'action', 'scope', 'conditions', 'medicines', 'withCaution', 'everyone', 'under'] as const),
    ...(['leafy', 'hours'] as const),
  ]),
  ...warnings('targets', limitsOf(before), limitsOf(after), ['limits']),
  ...(isSame([before.classes, before.medicines], [after.classes, after.medicines])
    ? []
    : [{ entry: 'nutrition medicines', because: 'are others' }]),
]

const limitsOf = ({ targets }: NutritionKnowledge) =>
  Object.fromEntries(
    Object.entries(targets).map(([id, { stages, nutrients }]) => [
      id,
      { limits: [stages, Object.values(nutrients).map(({ unit, upperScope, rows }) => [unit, upperScope, rows])] },
    ]),
  )

const coloursOf = ({ notFor, colours }: UrineColours) => [notFor, colours.map(({ name, finding }) => [name, finding])]

/** A number that somebody calls in danger: the same for each country as before. */
const numbers = (id: string, before: readonly Called[], after: readonly Called[]): readonly Lowered[] => {
  const is = new Set(after.map(bareNumber))
  return before.every(each => is.has(bareNumber(each))) ? [] : [{ entry: `page ${id}`, because: 'has other numbers' }]
}
const bareNumber = ({ country, name, call }: Called) => JSON.stringify([country, name, call])

const page = (id: string, before: unknown, after: unknown): readonly Lowered[] =>
  isSame(before, after) ? [] : [{ entry: `page ${id}`, because: 'says something else' }]
