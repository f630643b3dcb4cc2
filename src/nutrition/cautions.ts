/**
 * Warnings to show before any advice on food or supplements: hold, ask, space or note, from the person's conditions and
 * medicines. They come before every suggestion. An open question about kidneys or medicines makes potassium an "ask",
 * and so does an unrecognised medicine: unknown is never no.
 */
import type { NutritionCaution } from '../knowledge/nutrition-schema.ts'
import { type Nutrient, type NutritionAction, nutrients, nutritionActions } from '../knowledge/vocabulary.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import type { Eater } from './person.ts'

export interface Caution {
  readonly id: string
  readonly action: NutritionAction
  readonly nutrients: NutritionCaution['nutrients']
  readonly scope: NutritionCaution['scope']
  readonly text: string
  readonly hours?: string
  /** The person's conditions and medicines that led to it, in their words. */
  readonly because: readonly string[]
  readonly sources: readonly string[]
}

const notAnswered = {
  kidneys: 'You have not said if you have kidney disease. Ask before you eat much more potassium.',
  medicines: 'You have not said which medicines you take. Some keep potassium in the body. Ask first.',
  unknownCondition: (names: string) =>
    `Unknot does not know ${names}. Ask your clinician if it holds potassium back before you eat much more of it.`,
  unknownMedicine: (names: string) =>
    `Unknot does not know ${names}. Ask a pharmacist if it raises potassium before you eat much more of it.`,
}

/** The cautions of a person, the gravest first. */
export function cautionsFor(knowledge: NutritionKnowledge, eater: Eater): readonly Caution[] {
  const conditions = [
    ...(eater.conditions ?? []),
    ...(eater.lifeStage === 'pregnancy' ? ['pregnant'] : []),
    ...(eater.lifeStage === 'lactation' ? ['breastfeeding'] : []),
  ]
  const found = new Map<string, Caution>()
  const add = (id: string, caution: NutritionCaution, because: readonly string[]) =>
    found.set(id, {
      id,
      action: caution.action,
      nutrients: caution.nutrients,
      scope: caution.scope,
      text: caution.text,
      ...(caution.hours === undefined ? {} : { hours: caution.hours }),
      because,
      sources: caution.sources,
    })
  const classOf = classesOf(knowledge)
  const medicines = eater.medicines ?? []
  for (const [id, caution] of Object.entries(knowledge.cautions)) {
    const because = [
      ...conditions.filter(word => caution.conditions.includes(word)),
      ...medicines.filter(word => caution.medicines.some(name => classOf(word).includes(name))),
      ...(caution.under !== undefined && eater.age < caution.under ? [`under ${caution.under}`] : []),
    ]
    if (because.length > 0 || caution.everyone) add(id, caution, because)
  }
  for (const [id, caution] of Object.entries(knowledge.cautions)) {
    const led = caution.withCaution.filter(other => found.has(other))
    if (led.length > 0) add(id, caution, led)
  }
  const open = (id: string, text: string, because: readonly string[]): Caution => ({
    id,
    action: 'ask',
    nutrients: ['potassium'],
    scope: ['food', 'salt-substitutes', 'supplements'],
    text,
    because,
    sources: [],
  })
  const strangers = medicines.filter(word => classOf(word).length === 0 && !knowledge.medicines.includes(word))
  const unknown = (eater.conditions ?? []).filter(word => !knowledge.conditions.includes(word))
  const asked = [
    ...(unknown.length > 0
      ? [open('condition-not-known', notAnswered.unknownCondition(unknown.map(plain).join(', ')), unknown)]
      : []),
    ...(eater.conditions === undefined ? [open('kidneys-not-answered', notAnswered.kidneys, [])] : []),
    ...(eater.medicines === undefined ? [open('medicines-not-answered', notAnswered.medicines, [])] : []),
    ...(strangers.length > 0
      ? [open('medicine-not-known', notAnswered.unknownMedicine(strangers.map(plain).join(', ')), strangers)]
      : []),
  ]
  return [...found.values(), ...asked].toSorted(
    (a, b) => nutritionActions.indexOf(a.action) - nutritionActions.indexOf(b.action),
  )
}

/** The nutrients for which no food may be proposed. */
export const heldNutrients = (cautions: readonly Caution[]): readonly Nutrient[] =>
  nutrients.filter(nutrient =>
    cautions.some(
      ({ action, scope, nutrients: about }) => action === 'hold' && scope.includes('food') && about.includes(nutrient),
    ),
  )

const plain = (word: string) => word.replaceAll('-', ' ')

function classesOf({ classes }: NutritionKnowledge): (medicine: string) => readonly string[] {
  const byMember = new Map<string, string[]>()
  for (const [name, members] of Object.entries(classes))
    for (const member of [name, ...members]) byMember.set(member, [...(byMember.get(member) ?? []), name])
  return medicine =>
    byMember.get(medicine) ?? byMember.get(`${medicine}s`) ?? byMember.get(medicine.replace(/s$/, '')) ?? []
}
