/** A usual day in a handful of taps, or about as yesterday. Each tap is one usual portion. */
import { useEffect, useState } from 'preact/hooks'
import type { MealTime } from '../../knowledge/vocabulary.ts'
import { go } from '../shell/place.ts'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { isKnown } from './eaten.ts'
import { FoodFailed } from './food-failed.tsx'
import { FoodPicker } from './food-picker.tsx'
import { foodTable, keepForOffline } from './food-workers.ts'
import { mealNames } from './meal-names.ts'
import { toggleUsual, type UsualFood, usualDay, yesterday } from './usual-day.ts'
import type { MealTaps } from './worker/messages.ts'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Food',
  title: 'A usual day',
  lead: 'Tap what you often have in a day. A handful of taps is enough.',
  portion: 'Each tap is one usual portion.',
  yesterday: 'About as yesterday',
  copied: (count: number) => (count === 1 ? 'One food taken from yesterday.' : `${count} foods taken from yesterday.`),
  all: 'More',
  more: 'Something else',
  other: 'Type another food',
  noMore: (name: string) => `${name}: take it off the day`,
  clear: 'Start again',
  none: 'Tap at least one food.',
  next: 'What would help?',
  loading: 'Opening the foods',
  failed: 'The foods could not be loaded. They need the network once; after that they work without it.',
}

export function Screen(_props: { readonly id: string }) {
  const [meals, setMeals] = useState<readonly MealTaps[] | 'failed' | undefined>(undefined)
  const [before, setBefore] = useState<readonly UsualFood[]>([])
  useEffect(() => {
    if (!isKnown()) return go('/food', 'replace')
    void keepForOffline()
    foodTable.ask('taps', undefined).then(setMeals, () => setMeals('failed'))
    void yesterday().then(setBefore)
  }, [])
  const day = usualDay.value
  const take = () => {
    const old = usualDay.value
    usualDay.value = before
    toast.value = {
      text: words.copied(before.length),
      undo: () => {
        usualDay.value = old
      },
    }
  }
  return (
    <main id="main" class="page stack slim" data-screen="usual" tabIndex={-1}>
      <Top back={['/food', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p class="note">{words.portion}</p>
      </div>
      {(before.length > 0 || day.length > 0) && (
        <p class="row wrap">
          {before.length > 0 && (
            <button type="button" class="btn" onClick={take}>
              {words.yesterday}
            </button>
          )}
          {day.length > 0 && (
            <button
              type="button"
              class="btn plain"
              onClick={() => {
                usualDay.value = []
              }}
            >
              {words.clear}
            </button>
          )}
        </p>
      )}
      {meals === undefined && <p class="note">{words.loading}</p>}
      {meals === 'failed' && <FoodFailed text={words.failed} />}
      {typeof meals === 'object' && <Taps meals={meals} day={day} />}
      <div class="dock">
        {day.length === 0 ? (
          <p class="note">{words.none}</p>
        ) : (
          <a class="btn next" href="/change">
            {words.next}
          </a>
        )}
      </div>
    </main>
  )
}

/** Shown of each meal before "More". */
const firstFoods = 6

function Taps({ meals, day }: { readonly meals: readonly MealTaps[]; readonly day: readonly UsualFood[] }) {
  const offered = new Set(meals.flatMap(({ foods }) => foods.map(({ food }) => String(food))))
  const others = day.filter(({ food }) => !offered.has(food))
  const [opened, setOpened] = useState<readonly MealTime[]>([])
  const isOn = (food: number) => day.some(each => each.food === String(food))
  return (
    <>
      {meals.map(({ meal, foods }) => (
        <fieldset key={meal} class="chips">
          <legend class="group">{mealNames[meal]}</legend>
          {foods
            .filter(({ food }, place) => place < firstFoods || opened.includes(meal) || isOn(food))
            .map(({ food, name, grams }) => (
              <button
                key={food}
                type="button"
                class="chip"
                aria-pressed={isOn(food)}
                onClick={() => toggleUsual({ food: String(food), name, grams })}
              >
                {name}
              </button>
            ))}
          {!opened.includes(meal) && foods.length > firstFoods && (
            <button
              type="button"
              class="btn plain"
              aria-label={`${words.all}: ${mealNames[meal]}`}
              onClick={() => setOpened([...opened, meal])}
            >
              {words.all}
            </button>
          )}
        </fieldset>
      ))}
      <section class="stack gap-3">
        <h2>{words.more}</h2>
        {others.length > 0 && (
          <p class="chips">
            {others.map(each => (
              <button
                key={each.food}
                type="button"
                class="chip"
                aria-label={words.noMore(each.name)}
                onClick={() => toggleUsual(each)}
              >
                {each.name} ×
              </button>
            ))}
          </p>
        )}
        <FoodPicker label={words.other} own="foods" onPick={({ food, name }) => void add(food, name)} />
      </section>
    </>
  )
}

/** One usual portion of a food that was typed. */
async function add(food: string, name: string): Promise<void> {
  if (usualDay.value.some(each => each.food === food)) return
  const shown = /^\d+$/.test(food) ? await foodTable.ask('food', Number(food)) : undefined
  toggleUsual({ food, name, grams: shown?.portions[0]?.grams ?? 100 })
}
