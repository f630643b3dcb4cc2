/** Where do the foods that the article names stand in the true list, and where is it off? */
import type { ArticleFoods } from '../knowledge/nutrition-schema.ts'
import type { Nutrient } from '../knowledge/vocabulary.ts'
import { foodFacts } from './food-facts.ts'
import type { FoodTable } from './food-table.ts'
import type { RichList } from './rich-in.ts'

export interface ArticlePlace {
  /** As the article names it. */
  readonly named: string
  readonly food: number
  /** The food of the table that is meant. */
  readonly name: string
  /** Null if the food brings none of it, or is not in this list. */
  readonly place: number | null
  /** In a usual portion; null is unknown. */
  readonly amount: number | null
  /** The id of the claim that says more. */
  readonly claim: string
  /** Where the article is off. */
  readonly word?: string
}

/** The article's foods for a nutrient, in its order, against a list of that nutrient without filters. */
export function articlePlaces(
  table: FoodTable,
  article: ArticleFoods['nutrients'],
  nutrient: Nutrient,
  list: RichList,
): readonly ArticlePlace[] {
  const places = new Map(list.foods.map(({ food, place }) => [food, place]))
  return (article[nutrient] ?? []).map(({ named, food, claim, word }) => {
    const at = table.place.get(food) ?? -1
    return {
      named,
      food,
      name: table.nameOf(at),
      place: places.get(food) ?? null,
      amount: foodFacts(table, at).perPortion[nutrient],
      claim,
      ...(word === undefined ? {} : { word }),
    }
  })
}
