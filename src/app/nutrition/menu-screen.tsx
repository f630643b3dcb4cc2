/** Close the gap: the fewest foods that bring the day to its targets; pin one, swap one, see another, take the list. */
import { useEffect, useState } from 'preact/hooks'
import type { Menu, MenuFood } from '../../nutrition/menu.ts'
import type { Amount } from '../../nutrition/person.ts'
import { go } from '../shell/place.ts'
import { readDay } from '../state/log.ts'
import { isNewerThere } from '../state/newer-version.ts'
import { strikeOut, today } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { amountsOf, eat, isKnown, lifeStageNow, ownFoods, profileNow, usualFoods, wishes } from './eaten.ts'
import { FoodCautions } from './food-cautions.tsx'
import { FoodFailed } from './food-failed.tsx'
import { FoodWishes } from './food-wishes.tsx'
import { foodTable, keepForOffline, menuMaker } from './food-workers.ts'
import { NutrientBars, nutrientNames } from './nutrient-bars.tsx'
import { ShoppingList } from './shopping-list.tsx'
import { ThreeMenus } from './three-menus.tsx'
import type { DayShown } from './worker/messages.ts'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Food',
  looking: 'Looking for the fewest foods',
  title: (count: number) => (count === 1 ? 'One food closes the gap' : `${count} foods close the gap`),
  nothing: 'Nothing is missing today',
  held: 'On hold: ask your clinician first',
  heldText: 'For you, more potassium may be a danger. So no food is proposed here.',
  none: 'No menu keeps all your wishes',
  honest: 'None of these five is proven to prevent cramps in people who eat well.',
  idea: (kcal: number) => `With it, about ${kcal.toLocaleString('en-GB')} kcal today`,
  most: (names: readonly string[]) => `most for ${names.join(', ')}`,
  swap: 'Swap',
  pin: 'Keep',
  eat: 'Eat this today',
  eaten: (count: number) => `${count} foods added to today.`,
  dislike: 'Never this',
  disliked: (name: string) => `${name} is not proposed any more.`,
  other: 'Another menu',
  three: 'Show three menus',
  week: 'A week of menus',
  first: 'Start again',
  stop: 'Stop looking',
  stillLooking: 'Shown early. Looking for a better one.',
  proven: 'Fewest foods: proven.',
  feasible: 'It keeps every limit. A better one may exist.',
  notMedicine: 'Food for a good diet, not a remedy for cramps.',
  failed: 'The menu could not be made. Food needs the network once; after that it works without it.',
  key: { eaten: 'Eaten', menu: 'With this menu' },
}

type State = { readonly menu?: Menu; readonly isLooking: boolean; readonly error?: string }

export function Screen(_props: { readonly id: string }) {
  const [eaten, setEaten] = useState<
    { readonly foods: readonly Amount[]; readonly usual: readonly number[]; readonly day: DayShown } | undefined
  >()
  const [state, setState] = useState<State>({ isLooking: true })
  const [without, setWithout] = useState<readonly number[]>([])
  const [pinned, setPinned] = useState<readonly number[]>([])
  const [isComparing, setComparing] = useState(false)
  useEffect(() => {
    if (!isKnown()) return go('/food', 'replace')
    void keepForOffline()
    whatWasEaten().then(setEaten, () => setState({ isLooking: false, error: words.failed }))
  }, [])
  useEffect(() => {
    if (!eaten) return
    let isWanted = true
    // The last menu stays on the screen meanwhile, so that the pressed button keeps the focus of the keyboard.
    setState(({ menu }) => ({ ...(menu ? { menu } : {}), isLooking: true }))
    setComparing(false)
    const profile = { ...profileNow(eaten.foods, eaten.usual), pin: pinned }
    menuMaker
      .ask('menu', { profile, without, own: ownFoods() }, menu => isWanted && setState({ menu, isLooking: true }))
      .then(
        answer =>
          isWanted &&
          setState(answer.ok ? { menu: answer.menu, isLooking: false } : { isLooking: false, error: answer.error }),
        () => isWanted && setState({ isLooking: false, error: words.failed }),
      )
    return () => {
      isWanted = false
      menuMaker.stop()
    }
  }, [eaten, without, pinned, wishes.value, lifeStageNow()])
  const { menu, isLooking, error } = state
  const stop = () => {
    menuMaker.stop()
    setState({ ...(menu ? { menu } : {}), isLooking: false, ...(menu ? {} : { error: words.failed }) })
  }
  const take = () => {
    const events = (menu?.foods ?? []).map(({ food, name, grams }) => eat(food, name, grams))
    toast.value = { text: words.eaten(events.length), undo: () => void strikeOut(...events) }
    go('/food')
  }
  const dislike = ({ food, name }: MenuFood) => {
    const before = wishes.value
    wishes.value = { ...before, dislike: [...new Set([...before.dislike, food])] }
    setPinned(pinned.filter(id => id !== food))
    toast.value = {
      text: words.disliked(name),
      undo: () => {
        wishes.value = before
      },
    }
  }
  const hasFoods = menu !== undefined && menu.foods.length > 0
  return (
    <main id="main" class="page" data-screen="menu" tabIndex={-1}>
      <Top back={['/food', words.back]} />
      <div class="stack gap-2">
        <h1>{error ?? headOf(menu)}</h1>
        <p class="lead">
          {hasFoods ? `${inALine(menu.foods)}. ` : ''}
          {words.honest}
        </p>
      </div>
      {error === words.failed && isNewerThere.value && <FoodFailed text={words.failed} />}
      {eaten && <FoodCautions cautions={eaten.day.cautions} />}
      {isLooking && (
        <p class="row wrap" role="status">
          <span>{menu ? words.stillLooking : words.looking}</span>
          <button type="button" class="btn plain" onClick={stop}>
            {words.stop}
          </button>
        </p>
      )}
      {menu?.status === 'held' && <p class="caution">{words.heldText}</p>}
      {menu?.status === 'infeasible' && (
        <section class="card stack gap-2">
          {menu.relax.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
      <div class="cols">
        {eaten && menu && (
          <section class="card stack gap-5 nuts">
            <NutrientBars
              targets={eaten.day.targets}
              intakes={eaten.day.intakes[0] ?? noIntake}
              foods={eaten.foods.length}
              {...(hasFoods ? { after: menu.totals } : {})}
            />
            <p class="key">
              <span>
                <i class="sw full" />
                {words.key.eaten}
              </span>
              <span>
                <i class="sw hatch" />
                {words.key.menu}
              </span>
            </p>
          </section>
        )}
        <div class="stack">
          {hasFoods && (
            <section class="card stack gap-3">
              <p class="note">{words.idea(menu.energy)}</p>
              <ul class="meal">
                {menu.foods.map(food => (
                  <Dish
                    key={food.food}
                    dish={food}
                    isPinned={pinned.includes(food.food)}
                    onPin={() =>
                      setPinned(
                        pinned.includes(food.food) ? pinned.filter(id => id !== food.food) : [...pinned, food.food],
                      )
                    }
                    onSwap={() => {
                      setPinned(pinned.filter(id => id !== food.food))
                      setWithout([...without, food.food])
                    }}
                    onDislike={() => dislike(food)}
                  />
                ))}
              </ul>
              {!isLooking && <p class="note">{menu.status === 'optimal' ? words.proven : words.feasible}</p>}
              <p class="note">{words.notMedicine}</p>
              <p class="row wrap">
                <button
                  type="button"
                  class="btn"
                  onClick={() =>
                    setWithout([...without, ...menu.foods.map(({ food }) => food).filter(id => !pinned.includes(id))])
                  }
                >
                  {words.other}
                </button>
                <button
                  type="button"
                  class="btn"
                  disabled={isLooking || isComparing}
                  onClick={() => setComparing(true)}
                >
                  {words.three}
                </button>
                <a class="btn" href="/week">
                  {words.week}
                </a>
                {(without.length > 0 || pinned.length > 0) && (
                  <button
                    type="button"
                    class="btn plain"
                    onClick={() => {
                      setWithout([])
                      setPinned([])
                    }}
                  >
                    {words.first}
                  </button>
                )}
              </p>
              <ShoppingList foods={menu.foods} />
            </section>
          )}
          <FoodWishes />
        </div>
      </div>
      {isComparing && eaten && (
        <ThreeMenus
          asked={{ profile: { ...profileNow(eaten.foods, eaten.usual), pin: pinned }, own: ownFoods() }}
          onTake={chosen => {
            setComparing(false)
            setState({ menu: chosen, isLooking: false })
            document.getElementById('main')?.scrollIntoView()
          }}
        />
      )}
      {hasFoods && (
        <div class="dock">
          <button type="button" class="btn next" onClick={take}>
            {words.eat}
          </button>
        </div>
      )}
    </main>
  )
}

const noIntake = Object.fromEntries(
  Object.keys(nutrientNames).map(nutrient => [nutrient, { amount: 0, unknown: 0 }]),
) as DayShown['intakes'][number]

function headOf(menu: Menu | undefined): string {
  if (menu === undefined) return words.looking
  if (menu.status === 'held') return words.held
  if (menu.status === 'infeasible') return words.none
  return menu.foods.length === 0 ? words.nothing : words.title(menu.foods.length)
}

/** "Salmon, potato, spinach": one sentence of plain names. */
function inALine(foods: readonly MenuFood[]): string {
  const line = foods.map(({ name }) => (name.split(',')[0] ?? name).toLowerCase()).join(', ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

async function whatWasEaten() {
  const { struck } = await readStrikes()
  const foods = amountsOf((await readDay(today())).filter(({ id }) => !struck.has(id)))
  const day = await foodTable.ask('day', { profile: profileNow(foods, []), days: [foods], own: ownFoods() })
  return { foods, usual: await usualFoods(), day }
}

interface DishProps {
  readonly dish: MenuFood
  readonly isPinned: boolean
  readonly onPin: () => void
  readonly onSwap: () => void
  readonly onDislike: () => void
}

const Dish = ({ dish, isPinned, onPin, onSwap, onDislike }: DishProps) => (
  <li>
    <div>
      <b>{dish.name}</b>
      <br />
      <span class="note">
        {dish.portion}, <span class="num">{`${Math.round(dish.grams)} g`}</span>
        {dish.mostFor.length > 0 && ` · ${words.most(dish.mostFor.map(nutrient => nutrientNames[nutrient]))}`}
      </span>
    </div>
    <span class="row">
      <button
        type="button"
        class="chip"
        aria-pressed={isPinned}
        aria-label={`${words.pin}: ${dish.name}`}
        onClick={onPin}
      >
        {words.pin}
      </button>
      <button type="button" class="btn round sm" aria-label={`${words.swap} ${dish.name}`} onClick={onSwap}>
        <Icon name="swap" />
      </button>
      <button type="button" class="btn round sm" aria-label={`${words.dislike}: ${dish.name}`} onClick={onDislike}>
        <Icon name="cross" />
      </button>
    </span>
  </li>
)
