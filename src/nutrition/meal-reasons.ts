/** If no day of meals reaches every target: which wish stands in the way, tried one by one. */
import type { Nutrient } from '../knowledge/vocabulary.ts'
import type { Caution } from './cautions.ts'
import type { FoodTable } from './food-table.ts'
import { dayProgramme } from './meal-model.ts'
import { leastProtein, servedTo } from './meal-plates.ts'
import type { Profile } from './person.ts'
import type { Solver } from './programme.ts'
import type { Targets } from './targets.ts'

export interface MealsReason {
  readonly kind: 'wish' | 'energy' | 'target' | 'days' | 'pin' | 'none'
  /** The wish to give up: a word of `avoid`, the diet, or `dislike`. */
  readonly wish?: string
  readonly nutrients?: readonly Nutrient[]
  readonly text: string
}

const names: Readonly<Record<Nutrient, string>> = {
  potassium: 'potassium',
  magnesium: 'magnesium',
  calcium: 'calcium',
  'vitamin-d': 'vitamin D',
  zinc: 'zinc',
}

export async function reasonsFor(
  table: FoodTable,
  profile: Profile,
  targets: Targets,
  cautions: readonly Caution[],
  solver: Solver,
  seconds: number,
  short: readonly Nutrient[],
): Promise<readonly MealsReason[]> {
  const isPossible = async (person: Profile) => {
    const open = servedTo(table, person, cautions)
    const rules = {
      targets,
      profile: person,
      protein: leastProtein(person),
      costOf: () => 0,
      isElastic: false,
      refused: [],
    }
    return (await solver(dayProgramme(table, open, rules), { seconds })).values !== undefined
  }
  const told: MealsReason[] = []
  if (short.length > 0)
    told.push({
      kind: 'target',
      nutrients: short,
      text: `With your wishes, not every day reaches ${short.map(each => names[each]).join(', ')}.`,
    })
  const [least, most] = profile.energy
  const wishes: readonly (readonly [MealsReason['kind'], string, string, Profile])[] = [
    ...profile.avoid.map(
      word =>
        [
          'wish',
          word,
          `If ${word} may be in it, every day reaches all five.`,
          { ...profile, avoid: profile.avoid.filter(each => each !== word) },
        ] as const,
    ),
    ...(profile.diet === 'vegan'
      ? [
          [
            'wish',
            'vegan',
            'With dairy and eggs, every day reaches all five.',
            { ...profile, diet: 'vegetarian' as const },
          ] as const,
        ]
      : []),
    ...(profile.diet === 'vegetarian'
      ? [
          [
            'wish',
            'vegetarian',
            'With fish or meat, every day reaches all five.',
            { ...profile, diet: 'omnivore' as const },
          ] as const,
        ]
      : []),
    ...(profile.dislike.length > 0
      ? [
          [
            'wish',
            'dislike',
            'If what you dislike may be in it, every day reaches all five.',
            { ...profile, dislike: [] },
          ] as const,
        ]
      : []),
    [
      'energy',
      'energy',
      `With up to ${most + 300} kcal, every day reaches all five.`,
      { ...profile, energy: [least, most + 300] },
    ],
  ]
  for (const [kind, wish, text, person] of wishes) if (await isPossible(person)) told.push({ kind, wish, text })
  if (told.every(({ kind }) => kind === 'target'))
    told.push({
      kind: 'none',
      text: 'Giving up one wish alone does not help. Try with fewer wishes, or ask a dietitian.',
    })
  return told
}
