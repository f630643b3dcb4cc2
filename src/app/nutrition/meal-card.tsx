/** One meal: when, what and how much; opened, what goes into it and how it is made. */
import { Icon } from '../ui/icon.tsx'
import { mealNames } from './meal-names.ts'
import type { MealView } from './worker/messages.ts'

const words = {
  minutes: (minutes: number) => `${minutes} min`,
  how: 'How to make it',
  swap: 'Another dish',
}

export interface MealCardProps {
  readonly meal: MealView
  /** With its ingredients and steps. */
  readonly isOpenable?: boolean
  readonly onSwap?: (dish: number) => void
}

export const MealCard = ({ meal, isOpenable = false, onSwap }: MealCardProps) => {
  const { dish, minutes } = meal
  return (
    <div class="stack gap-2">
      <p class="note">
        {mealNames[meal.meal]}
        {minutes === undefined ? '' : `, ${words.minutes(minutes)}`}
      </p>
      {isOpenable ? <h2>{meal.title}</h2> : <h3>{meal.title}</h3>}
      <p>{meal.lines.join('; ')}</p>
      {isOpenable && meal.how !== undefined && (
        <details class="fold">
          <summary>
            {words.how}
            <Icon name="next" />
          </summary>
          <p>{meal.how}</p>
          <ul class="ticks">
            {meal.ingredients.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {onSwap && dish !== undefined && meal.meal !== 'snack' && (
        <button
          type="button"
          class="btn plain"
          aria-label={`${words.swap}: ${mealNames[meal.meal]}`}
          onClick={() => onSwap(dish)}
        >
          {words.swap}
        </button>
      )}
    </div>
  )
}
