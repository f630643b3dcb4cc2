/** The answer to "rich in what?" as every interface gives it: the list with the article's foods, or why there is none. */
import type { ArticleFoods } from '../knowledge/nutrition-schema.ts'
import { type ArticlePlace, articlePlaces } from './article-foods.ts'
import type { FoodTable } from './food-table.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import { type RichHeld, type RichList, richIn } from './rich-in.ts'
import { parseRichQuestion } from './rich-question.ts'

/** With two nutrients no food of the article is named. */
export interface RichListed extends RichList {
  readonly article: readonly ArticlePlace[]
}

export type RichAnswer =
  | { readonly ok: true; readonly list: RichListed | RichHeld }
  | { readonly ok: false; readonly error: string }

export interface RichKnowledge {
  readonly nutrition: NutritionKnowledge
  readonly article: ArticleFoods['nutrients']
}

/** `unknownConditions`: those of a diary are kept, others are refused. The error is one line. */
export function richAnswer(
  { nutrition, article }: RichKnowledge,
  table: FoodTable,
  input: Readonly<Record<string, unknown>>,
  unknownConditions: 'refused' | 'kept' = 'refused',
): RichAnswer {
  const parsed = parseRichQuestion(nutrition, table, input, unknownConditions)
  if (!parsed.ok) return parsed
  const list = richIn(table, parsed.question)
  if (list.status === 'held') return { ok: true, list }
  const [nutrient, second] = list.richIn
  const whole = richIn(table, { ...parsed.question, ...everyFood })
  const places = second === undefined && whole.status === 'ranked' ? articlePlaces(table, article, nutrient, whole) : []
  return { ok: true, list: { ...list, article: places } }
}

/** A place of the article's food is its place among all foods, whatever the person leaves out. */
const everyFood = { filters: [], avoid: [], diet: 'omnivore', dislike: [] } as const
