/**
 * Makes meals for forty generated people and prints them into docs/meals-of-40-people.md, to be read: every one must be
 * something a person would cook. `npx tsx build/meal-examples.ts`. The people are the same each time.
 */
import { writeFileSync } from 'node:fs'
import { dayLines, shopLines } from '../src/cli/show-meals.ts'
import { foodTable, meals, parseProfile } from '../src/library/nutrition.ts'
import { plainName } from '../src/nutrition/plain-names.ts'
import { randomFrom } from '../src/random.ts'
import { menuSolver } from '../src/server/food-tools.ts'

const people = 40
const days = 2
const { uniform: random, below } = randomFrom(16)
const pick = <Value>(from: readonly Value[]): Value => from[below(from.length)] as Value

const diets = ['omnivore', 'omnivore', 'vegetarian', 'vegan'] as const
const avoids = [
  [],
  [],
  ['dairy'],
  ['gluten'],
  ['nuts'],
  ['fish', 'shellfish'],
  ['pork'],
  ['egg'],
  ['soy'],
  ['dairy', 'gluten'],
]
const energies = [
  [1500, 1900],
  [1800, 2200],
  [1800, 2200],
  [2200, 2700],
]
const disliked = [
  'Broccoli, boiled',
  'Salmon, baked',
  'Mushrooms with vitamin D, raw',
  'Lentils, boiled',
  'Tofu, firm',
  'Spinach, boiled',
  'Banana',
  'Semi-skimmed milk',
]

const numberOf = (name: string) => [...foodTable().namedAt.values()].find(food => food.name === name)?.id ?? 0

function person(place: number) {
  const sex = pick(['female', 'male'] as const)
  const age = 19 + below(66)
  const isYoungWoman = sex === 'female' && age < 45
  const lifeStage = isYoungWoman ? pick(['none', 'pregnancy', 'lactation'] as const) : 'none'
  const dislike = random() < 0.4 ? [pick(disliked), pick(disliked)] : []
  return {
    id: place + 1,
    age,
    sex,
    lifeStage,
    reference: pick(['us-canada', 'us-canada', 'efsa'] as const),
    diet: pick(diets),
    avoid: pick(avoids),
    energy: lifeStage === 'none' ? pick(energies) : [2000, 2500],
    conditions: place % 13 === 12 ? ['kidney-disease'] : [],
    medicines: place % 11 === 5 ? ['warfarin'] : [],
    dislike: [...new Set(dislike)],
  }
}

const told: string[] = [
  '# Meals of forty generated people',
  '',
  'Written by `npx tsx build/meal-examples.ts`, to be read: every day must be something a person would cook. The people are made up.',
  'None of the five nutrients is proven to prevent cramps in well-nourished people. No dietitian has reviewed the dishes.',
]
const counts: Record<string, number> = {}
const plates = new Map<string, number>()
for (let place = 0; place < people; place++) {
  const { dislike, ...said } = person(place)
  const parsed = parseProfile({ ...said, dislike: dislike.map(numberOf) })
  if (!parsed.ok) throw new Error(parsed.error)
  const found = await meals(parsed.profile, { solver: await menuSolver(), days, seed: place + 1, seconds: 60 })
  counts[found.status] = (counts[found.status] ?? 0) + 1
  const wishes = [
    said.lifeStage === 'none' ? '' : said.lifeStage,
    said.diet,
    ...said.avoid.map(word => `no ${word}`),
    ...dislike.map(name => `dislikes ${plainName(name)}`),
    ...said.conditions,
    ...said.medicines,
    `${said.energy.join(' to ')} kcal`,
    said.reference,
  ].filter(word => word !== '')
  told.push('', `## ${said.id}. ${said.sex === 'female' ? 'Woman' : 'Man'} of ${said.age}: ${wishes.join(', ')}`, '')
  told.push('```text')
  if (found.status !== 'found') told.push(found.status, ...found.reasons.map(({ text }) => text))
  for (const [index, day] of found.days.entries()) told.push(`Day ${index + 1}`, ...dayLines(day, 'metric'))
  if (place === 0) told.push('Shopping list', ...shopLines(found.days, 'metric'))
  for (const { meal, items } of found.days.flatMap(day => day.meals))
    if (meal !== 'snack') plates.set(items[0]?.name ?? '', (plates.get(items[0]?.name ?? '') ?? 0) + 1)
  told.push('```')
  console.log(said.id, found.status, found.days.map(({ isProven }) => isProven).join())
}
const often = [...plates].toSorted((a, b) => b[1] - a[1])
const all = often.reduce((sum, [, count]) => sum + count, 0)
told.splice(
  4,
  0,
  '',
  `Answers: ${Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')}.`,
  `Of ${all} breakfasts, lunches and dinners, ${often.length} are different. The most frequent: ${often
    .slice(0, 5)
    .map(([name, count]) => `${name} (${count})`)
    .join(', ')}.`,
)
writeFileSync('docs/meals-of-40-people.md', `${told.join('\n')}\n`)
