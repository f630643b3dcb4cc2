/** The report for the screen: what the person wants in it, and the report made from the diary. Loaded by that screen alone. */
import { computed, signal } from '@preact/signals'
import { exercises } from '../../knowledge/exercises.gen.ts'
import { remedies } from '../../knowledge/remedies.gen.ts'
import { sources } from '../../knowledge/sources.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import type { LookUpAnswer } from '../../medicines/answer.ts'
import { eatenByDay, foodDays, foodFacts } from '../../report/food.ts'
import type { FoodTold } from '../../report/food-facts.ts'
import type { Paper } from '../../report/paper.ts'
import { type Report, report } from '../../report/report.ts'
import { type ReportKnowledge, type SectionKind, sectionKinds } from '../../report/section-input.ts'
import { addDays, localDay } from '../../time.ts'
import { lookUpAll, medicineKnowledge } from '../medicines/door.ts'
import { isKnown, loadFoodWorkers, ownFoods, profileNow } from '../nutrition/door.ts'
import { draftOf } from '../state/drafts.ts'
import { isFlag, isText, listOf, oneOf } from '../state/local-storage.ts'
import { readType } from '../state/log.ts'
import { countryNow } from '../state/settings.ts'
import { diary, openedAt, today } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'

/** Names of medicines in the diary without an ingredient, with the answers of the worker. */
const lookedUp = signal<ReadonlyMap<string, LookUpAnswer>>(new Map())
const notYet: LookUpAnswer = { status: 'not-recognised', ingredients: [] }

export async function readMedicineNames(): Promise<void> {
  const names = diary.value.medicines.flatMap(({ name, ingredient }) => (ingredient === undefined ? [name] : []))
  if (names.length === 0) return
  try {
    const answers = await lookUpAll(names)
    lookedUp.value = new Map(names.map((name, at) => [name, answers[at] ?? notYet]))
  } catch {
    // Without the worker, a name is shown as it was typed.
  }
}

const knowledge: ReportKnowledge = {
  triage: triageKnowledge,
  names: { remedies, exercises },
  medicines: medicineKnowledge,
  lookUp: name => lookedUp.value.get(name) ?? notYet,
  sources,
}

export const spans = { '30': 30, '90': 90, '365': 365, all: undefined, own: undefined } as const
export type Span = keyof typeof spans

/** The settings last until they are changed; a name is stored on this device only. */
interface Wanted {
  readonly span: Span
  readonly from: string
  readonly to: string
  readonly name: string
  readonly leaveOut: readonly SectionKind[]
  readonly isDetailed: boolean
  readonly paper: Paper | ''
  readonly question: string
}

export const wanted = draftOf<Wanted>(
  'report',
  { span: '365', from: '', to: '', name: '', leaveOut: [], isDetailed: false, paper: '', question: '' },
  {
    span: oneOf(...Object.keys(spans)),
    from: isText,
    to: isText,
    name: isText,
    leaveOut: listOf(oneOf(...sectionKinds)),
    isDetailed: isFlag,
    paper: oneOf('a4', 'letter', ''),
    question: isText,
  },
)

/** Countries that print on Letter; the rest of the world has A4. */
const onLetter = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'PR', 'DO']
export const paperNow = (): Paper => wanted.value().paper || (onLetter.includes(countryNow() ?? '') ? 'letter' : 'a4')

/** A period begins no earlier than the diary, because no entries do not mean no pain. Undefined if the chosen days are invalid. */
export const period = computed<{ readonly from: string; readonly to: string } | undefined>(() => {
  openedAt.value
  const { span, from, to } = wanted.value()
  if (span === 'own') return from !== '' && to !== '' && from <= to ? { from, to } : undefined
  const [first = today()] = diary.value.days.map(({ day }) => day).sort()
  const days = spans[span]
  const start = days === undefined ? first : addDays(today(), 1 - days)
  return { from: [start, first].sort()[1] ?? first, to: today() }
})

const food = signal<FoodTold | undefined>(undefined)

/** Sums the food of the period in the worker of food. If it cannot, the page says that food was entered but not counted. */
export async function readFood(): Promise<void> {
  const chosen = period.value
  food.value = undefined
  if (chosen === undefined || wanted.value().leaveOut.includes('food')) return
  const { struck } = await readStrikes()
  const ate = (await readType('ate')).filter(({ id }) => !struck.has(id))
  const told = foodDays(ate, chosen.from, chosen.to)
  if (told === 0 || period.value !== chosen) return
  food.value = { days: told, wholeDays: undefined, facts: undefined }
  const days = eatenByDay(ate, ownFoods(), chosen.from, chosen.to)
  if (days.length === 0) {
    food.value = { days: told, wholeDays: 0, facts: undefined }
    return
  }
  try {
    const { foodTable } = await loadFoodWorkers()
    const { intakes, isWhole, targets } = await foodTable.ask('day', {
      profile: profileNow([], []),
      days,
      own: ownFoods(),
    })
    const whole = intakes.filter((_, place) => isWhole[place])
    const facts = foodFacts(whole, isKnown() ? targets : undefined)
    if (period.value === chosen) food.value = { days: told, wholeDays: whole.length, facts }
  } catch {
    // Offline, the table of foods is missing if food was never opened.
  }
}

export const reportNow = computed<Report | undefined>(() => {
  const chosen = period.value
  if (chosen === undefined) return undefined
  const { leaveOut, name } = wanted.value()
  const eaten = food.value
  return report(knowledge, diary.value, {
    ...chosen,
    now: openedAt.value,
    dayOf: localDay,
    leaveOut,
    name,
    ...(eaten ? { food: eaten } : {}),
  })
})
