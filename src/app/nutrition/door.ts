/** What other capabilities may use of this one. */
export { isKnown, ownFoods, profileNow } from './eaten.ts'

/** The workers hold the table of foods, which only those who use food load. */
export const loadFoodWorkers = () => import('./food-workers.ts')
