/** A day of meals, or a week: breakfast, lunch, dinner and what comes between, with one shopping list. `/meals/week`. */
import { useEffect, useState } from 'preact/hooks'
import { nutrients } from '../../knowledge/vocabulary.ts'
import { addDays, daysBetween } from '../../time.ts'
import { go } from '../shell/place.ts'
import { strikeOut, today } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { eat, isKnown, lifeStageNow, ownFoods, profileNow, saidNoMedicines, usualFoods, wishes } from './eaten.ts'
import { FoodCautions } from './food-cautions.tsx'
import { FoodFailed } from './food-failed.tsx'
import { FoodQuestions } from './food-questions.tsx'
import { FoodWishes } from './food-wishes.tsx'
import { keepForOffline, menuMaker } from './food-workers.ts'
import { MealCard } from './meal-card.tsx'
import { NutrientBars } from './nutrient-bars.tsx'
import { ShopList } from './shop-list.tsx'
import type { DayNews, DayView, MealsAnswer } from './worker/messages.ts'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Food',
  title: { day: 'A day of meals', week: 'A week of meals' } as const,
  honest: 'None of these five is proven to prevent cramps in people who eat well.',
  lead: 'It reaches all five, within your limits. For one person.',
  looking: (place: number, days: number) => (days === 1 ? 'Looking for a day' : `Day ${place + 1} of ${days}`),
  stop: 'Stop looking',
  held: 'On hold: ask your clinician first',
  heldText: 'For you, more of it may be a danger. So no food is proposed here.',
  none: 'No day of meals keeps all your wishes',
  span: 'For',
  spans: { day: 'A day', week: 'A week' } as const,
  measures: 'Amounts in',
  systems: { metric: 'Grams', us: 'Ounces and cups' } as const,
  other: 'Other meals',
  eat: 'Eat this today',
  eaten: (count: number) => `${count} foods added to today.`,
  sums: (kcal: number, salt: number) =>
    `${kcal.toLocaleString('en-GB')} kcal, ${salt.toLocaleString('en-GB')} mg of sodium`,
  bars: 'The five nutrients',
  recipes: 'The recipes are from memory. No dietitian has reviewed them.',
  failed: 'The meals could not be made. Food needs the network once; after that it works without it.',
}

interface State {
  readonly days: readonly DayView[]
  readonly answer?: Extract<MealsAnswer, { readonly ok: true }>
  readonly error?: string
  readonly isLooking: boolean
}
const firstDay = '2026-01-01'
const nothing: State = { days: [], isLooking: true }

export function Screen({ id }: { readonly id: string }) {
  const span = id === 'week' ? 'week' : 'day'
  const days = span === 'week' ? 7 : 1
  const [state, setState] = useState<State>(nothing)
  // Other meals each day, and the same ones when the screen is opened again.
  const [seed, setSeed] = useState(daysBetween(firstDay, today()))
  const [without, setWithout] = useState<readonly number[]>([])
  useEffect(() => {
    if (!isKnown()) return go('/food', 'replace')
    void keepForOffline()
    let isWanted = true
    setState(nothing)
    const hear = ({ day, place }: DayNews) =>
      isWanted && setState(before => ({ ...before, days: [...before.days.slice(0, place), day] }))
    ask(days, seed, without, hear).then(
      answer =>
        isWanted &&
        setState(
          answer.ok
            ? { days: answer.days, answer, isLooking: false }
            : { days: [], error: answer.error, isLooking: false },
        ),
      () => isWanted && setState({ days: [], error: words.failed, isLooking: false }),
    )
    return () => {
      isWanted = false
      menuMaker.cancel()
    }
  }, [days, seed, without, wishes.value, lifeStageNow(), saidNoMedicines.value])
  // The solver takes much memory.
  useEffect(() => () => menuMaker.stop(), [])
  const { answer, error, isLooking } = state
  const head =
    error ?? (answer?.status === 'held' ? words.held : answer?.status === 'impossible' ? words.none : words.title[span])
  return (
    <main id="main" class="page" data-screen="meals" data-done={isLooking ? undefined : ''} tabIndex={-1}>
      <Top back={['/food', words.back]} />
      <div class="stack gap-2">
        <h1>{head}</h1>
        <p class="lead">
          {answer?.status === 'found' ? `${words.lead} ` : ''}
          {words.honest}
        </p>
      </div>
      {error === words.failed && <FoodFailed text={words.failed} />}
      {answer?.cautions.some(({ id: of }) => of.endsWith('-not-answered')) && <FoodQuestions />}
      {answer && <FoodCautions cautions={answer.cautions} />}
      {answer?.status === 'held' && <p class="caution">{words.heldText}</p>}
      {answer && answer.reasons.length > 0 && (
        <section class="card stack gap-2">
          {answer.reasons.map(text => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
      <Controls span={span} />
      {isLooking && (
        <p class="row wrap" role="status">
          <span>{words.looking(state.days.length, days)}</span>
          <button
            type="button"
            class="btn plain"
            onClick={() => {
              menuMaker.stop()
              setState({ ...state, isLooking: false })
            }}
          >
            {words.stop}
          </button>
        </p>
      )}
      {span === 'day' ? (
        <Day day={state.days[0]} state={state} onSwap={dish => setWithout([...without, dish])} />
      ) : (
        <ol class="side-by-side">
          {state.days.map((day, place) => (
            <li key={`${place}-${day.meals[0]?.title}`} class="card stack gap-3">
              <h2>{say.day(addDays(today(), place))}</h2>
              {day.meals.map(meal => (
                <MealCard key={meal.meal} meal={meal} />
              ))}
              <p class="note num">{words.sums(day.energy, day.sodium)}</p>
            </li>
          ))}
        </ol>
      )}
      {answer && answer.shop.length > 0 && (
        <section class="card">
          <ShopList shop={answer.shop} />
        </section>
      )}
      <p class="note">{words.recipes}</p>
      <FoodWishes />
      <div class="dock two">
        <button type="button" class="btn" disabled={isLooking} onClick={() => setSeed(seed + 1)}>
          {words.other}
        </button>
        {span === 'day' && state.days[0] && (
          <button type="button" class="btn next" onClick={() => take(state.days[0])}>
            {words.eat}
          </button>
        )}
      </div>
    </main>
  )
}

function Day({
  day,
  state: { answer },
  onSwap,
}: {
  readonly day: DayView | undefined
  readonly state: State
  readonly onSwap: (dish: number) => void
}) {
  if (!day) return null
  const intakes = Object.fromEntries(
    nutrients.map(nutrient => [nutrient, { amount: day.totals[nutrient].amount, unknown: 0 }]),
  ) as Parameters<typeof NutrientBars>[0]['intakes']
  return (
    <div class="cols">
      <div class="stack">
        {day.meals.map(meal => (
          <section key={meal.meal} class="card stack gap-2 dish">
            <MealCard meal={meal} isOpenable onSwap={onSwap} />
          </section>
        ))}
      </div>
      {answer && (
        <section class="card stack gap-5 nuts">
          <h2>{words.bars}</h2>
          <NutrientBars targets={answer.targets} intakes={intakes} foods={day.meals.length} />
          <p class="note num">{words.sums(day.energy, day.sodium)}</p>
        </section>
      )}
    </div>
  )
}

const Controls = ({ span }: { readonly span: 'day' | 'week' }) => (
  <div class="row wrap">
    <fieldset class="chips">
      <legend class="hide">{words.span}</legend>
      {(['day', 'week'] as const).map(each => (
        <a
          key={each}
          class="chip"
          href={each === 'day' ? '/meals' : '/meals/week'}
          aria-current={each === span ? 'page' : undefined}
        >
          {words.spans[each]}
        </a>
      ))}
    </fieldset>
    <fieldset class="chips">
      <legend class="hide">{words.measures}</legend>
      {(['metric', 'us'] as const).map(each => (
        <button
          key={each}
          type="button"
          class="chip"
          aria-pressed={wishes.value.measures === each}
          onClick={() => {
            wishes.value = { ...wishes.value, measures: each }
          }}
        >
          {words.systems[each]}
        </button>
      ))}
    </fieldset>
  </div>
)

function take(day: DayView | undefined): void {
  const events = (day?.meals ?? []).flatMap(({ foods }) => foods.map(({ food, name, grams }) => eat(food, name, grams)))
  toast.value = { text: words.eaten(events.length), undo: () => void strikeOut(...events) }
  go('/food')
}

async function ask(days: number, seed: number, without: readonly number[], hear: (news: DayNews) => void) {
  const profile = { ...profileNow([], await usualFoods()), mode: 'day' }
  const what = { profile, own: ownFoods(), days, seed, without, measures: wishes.value.measures }
  return menuMaker.ask('meals', what, hear)
}
