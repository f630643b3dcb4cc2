/** Food: what was eaten of five nutrients, the day or the week, against what is needed; supplements apart. */
import { useEffect, useState } from 'preact/hooks'
import type { DiaryEvent } from '../../diary/event.ts'
import { nutrients } from '../../knowledge/vocabulary.ts'
import type { Intake } from '../../nutrition/intake.ts'
import { entryCount, readDay } from '../state/log.ts'
import { isNewerThere } from '../state/newer-version.ts'
import { readStrikes } from '../state/strikes.ts'
import { Twin } from '../ui/chart-table.tsx'
import { Top } from '../ui/top.tsx'
import { amountsOf, isKnown, lastWeek, ownFoods, profileNow, saidNoMedicines, wishes } from './eaten.ts'
import { FoodCautions } from './food-cautions.tsx'
import { FoodEaten } from './food-eaten.tsx'
import { FoodFailed } from './food-failed.tsx'
import { FoodQuestions } from './food-questions.tsx'
import { FoodWho } from './food-who.tsx'
import { FoodWishes } from './food-wishes.tsx'
import { foodTable, keepForOffline } from './food-workers.ts'
import { figure, NutrientBars, nutrientNames } from './nutrient-bars.tsx'
import type { DayShown } from './worker/messages.ts'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Prevent',
  title: 'Food',
  honest: 'None of these five is proven to prevent cramps in people who eat well.',
  why: 'A good diet is worth it all the same. A low bar is not a deficiency.',
  add: 'Add a food',
  menu: 'Close the gap',
  meals: 'A day of meals',
  mealsWhy: 'Breakfast to snack, from everyday dishes, with one shopping list.',
  smallest: 'What would help most?',
  smallestWhy: 'Tell a usual day in a few taps. See the one, two or three changes that do most.',
  day: 'Today',
  week: 'Week',
  show: 'Show',
  atLeast: '“At least”, because some foods have no figure for a nutrient.',
  sun: 'Vitamin D also comes from the sun. Fortified foods differ by country; read the label.',
  soFar: 'So far today. It is not a whole day yet.',
  average: (days: number) =>
    days === 1 ? 'A day, from the one day you told whole' : `A day, over the ${days} days you told whole`,
  sparse: (days: number) => `${days === 1 ? 'One day' : `${days} days`} with few foods told left out.`,
  noWhole: 'No whole day this week yet. A day counts from 3 foods and 800 kcal on.',
  offline: 'The foods could not be loaded. They need the network once; after that they work without it.',
  again: 'Try again',
  table: 'As a table',
  nutrient: 'Nutrient',
  got: 'At least',
  target: 'Target',
  loading: 'Opening the foods',
}

type Shown = { readonly day: DayShown; readonly week: DayShown; readonly told: readonly (readonly DiaryEvent[])[] }

export function Screen(_props: { readonly id: string }) {
  const [shown, setShown] = useState<Shown | 'failed' | undefined>(undefined)
  const [isWeek, setIsWeek] = useState(false)
  const count = entryCount.value
  const known = isKnown()
  const load = () => {
    if (!known) return
    open().then(setShown, () => setShown('failed'))
  }
  useEffect(load, [count, known, saidNoMedicines.value, wishes.value])
  useEffect(() => void keepForOffline(), [])
  return (
    <main id="main" class="page" data-screen="food" tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">
          <b>{words.honest}</b> {words.why}
        </p>
      </div>
      {!known && <FoodWho />}
      {known && shown === undefined && <p class="note">{words.loading}</p>}
      {shown === 'failed' && (
        <div class="empty stack">
          <FoodFailed text={words.offline} />
          {!isNewerThere.value && (
            <button type="button" class="btn big" onClick={load}>
              {words.again}
            </button>
          )}
        </div>
      )}
      {known && typeof shown === 'object' && <Day shown={shown} isWeek={isWeek} onWeek={setIsWeek} />}
    </main>
  )
}

async function open(): Promise<Shown> {
  const days = lastWeek()
  const { struck } = await readStrikes()
  const told = await Promise.all(days.map(async day => (await readDay(day)).filter(({ id }) => !struck.has(id))))
  const now = amountsOf(told.at(-1) ?? [])
  const profile = profileNow(now, [])
  const own = ownFoods()
  const day = await foodTable.ask('day', { profile, days: [now], own })
  const week = await foodTable.ask('day', { profile, days: told.map(amountsOf), own })
  return { day, week, told }
}

interface DayProps {
  readonly shown: Shown
  readonly isWeek: boolean
  readonly onWeek: (is: boolean) => void
}

function Day({ shown, isWeek, onWeek }: DayProps) {
  const { day, week, told } = shown
  const days = week.intakes.filter((_, index) => week.isWhole[index])
  const sparse = told.filter(each => amountsOf(each).length > 0).length - days.length
  const average = averageOf(days)
  const foods = isWeek
    ? told.reduce((sum, each, index) => sum + (week.isWhole[index] ? amountsOf(each).length : 0), 0)
    : amountsOf(told.at(-1) ?? []).length
  const intakes = isWeek ? (days.length > 0 ? average : undefined) : day.intakes[0]
  return (
    <>
      <FoodQuestions />
      <FoodCautions cautions={day.cautions} />
      <div class="cols">
        <section class="card stack gap-5 nuts">
          <fieldset class="chips">
            <legend class="hide">{words.show}</legend>
            <button type="button" class="chip" aria-pressed={!isWeek} onClick={() => onWeek(false)}>
              {words.day}
            </button>
            <button type="button" class="chip" aria-pressed={isWeek} onClick={() => onWeek(true)}>
              {words.week}
            </button>
          </fieldset>
          {isWeek && <p class="note">{days.length > 0 ? words.average(days.length) : words.noWhole}</p>}
          {isWeek && days.length > 0 && sparse > 0 && <p class="note">{words.sparse(sparse)}</p>}
          {!isWeek && foods > 0 && !day.isWhole[0] && <p class="note">{words.soFar}</p>}
          {intakes && <NutrientBars targets={day.targets} intakes={intakes} foods={foods} />}
          {intakes && (
            <p class="note">
              {words.atLeast} {words.sun}
            </p>
          )}
          {intakes && (
            <Twin title={words.table} head={[words.nutrient, words.got, words.target]}>
              {nutrients.map(nutrient => {
                const { target, unit } = day.targets.nutrients[nutrient]
                return (
                  <tr key={nutrient}>
                    <th scope="row">{nutrientNames[nutrient]}</th>
                    <td class="num">{`${figure(intakes?.[nutrient].amount ?? 0)} ${unit}`}</td>
                    <td class="num">{target === null ? '' : `${figure(target)} ${unit}`}</td>
                  </tr>
                )
              })}
            </Twin>
          )}
        </section>
        <div class="stack">
          <a class="card door stack gap-2" href="/usual">
            <h2>{words.smallest}</h2>
            <p>{words.smallestWhy}</p>
          </a>
          <a class="card door stack gap-2" href="/meals">
            <h2>{words.meals}</h2>
            <p>{words.mealsWhy}</p>
          </a>
          <FoodEaten day={day} events={told.at(-1) ?? []} before={told.at(-2) ?? []} />
          <FoodWishes />
        </div>
      </div>
      <div class="dock two">
        <a class="btn" href="/menu">
          {words.menu}
        </a>
        <a class="btn next" href="/eat">
          {words.add}
        </a>
      </div>
    </>
  )
}

function averageOf(days: DayShown['intakes']): DayShown['intakes'][number] {
  const of = (nutrient: (typeof nutrients)[number]): Intake => ({
    amount: days.reduce((sum, day) => sum + day[nutrient].amount, 0) / Math.max(1, days.length),
    unknown: days.reduce((sum, day) => sum + day[nutrient].unknown, 0),
  })
  return Object.fromEntries(nutrients.map(nutrient => [nutrient, of(nutrient)])) as DayShown['intakes'][number]
}
