/** A week of menus that do not repeat, made day by day, and one list to buy it all. */
import { useEffect, useState } from 'preact/hooks'
import type { Menu, MenuFood } from '../../nutrition/menu.ts'
import { addDays } from '../../time.ts'
import { go } from '../shell/place.ts'
import { today } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { Top } from '../ui/top.tsx'
import { isKnown, lifeStageNow, ownFoods, profileNow, usualFoods, wishes } from './eaten.ts'
import { FoodCautions } from './food-cautions.tsx'
import { FoodFailed } from './food-failed.tsx'
import { FoodWishes } from './food-wishes.tsx'
import { foodTable, keepForOffline, menuMaker } from './food-workers.ts'
import { ShoppingList } from './shopping-list.tsx'
import type { DayShown } from './worker/messages.ts'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Menu',
  title: 'A week of menus',
  lead: 'Each day reaches all five by itself. What you like fits beside it, within your energy.',
  honest: 'None of these five is proven to prevent cramps in people who eat well.',
  looking: (days: number) => `Day ${days + 1} of 7`,
  stop: 'Stop looking',
  held: 'On hold: ask your clinician first',
  none: 'No menu keeps all your wishes',
  again: (names: string) => `There was nothing else left, so these come more than once: ${names}.`,
  short: 'The week is shorter than seven days: no other menu keeps all your wishes.',
  kcal: (kcal: number) => `${kcal.toLocaleString('en-GB')} kcal`,
  failed: 'The menus could not be made. Food needs the network once; after that it works without it.',
}

interface Week {
  readonly menus: readonly Menu[]
  readonly list: readonly Pick<MenuFood, 'name' | 'portion' | 'grams'>[]
  readonly repeated: readonly string[]
  readonly state: 'looking' | 'done' | 'failed'
}
const nothing: Week = { menus: [], list: [], repeated: [], state: 'looking' }

export function Screen(_props: { readonly id: string }) {
  const [week, setWeek] = useState<Week>(nothing)
  const [cautions, setCautions] = useState<DayShown['cautions']>([])
  useEffect(() => {
    if (!isKnown()) return go('/food', 'replace')
    void keepForOffline()
    let isWanted = true
    const set = (change: (week: Week) => Week) => isWanted && setWeek(change)
    setWeek(nothing)
    void makeWeek(
      shown => isWanted && setCautions(shown),
      menu => set(before => ({ ...before, menus: [...before.menus, menu] })),
    ).then(
      answer => set(before => (answer.ok ? { ...answer, state: 'done' } : { ...before, state: 'failed' })),
      () => set(before => ({ ...before, state: 'failed' })),
    )
    return () => {
      isWanted = false
      menuMaker.stop()
    }
  }, [wishes.value, lifeStageNow()])
  const { menus, list, repeated, state } = week
  const [first] = menus
  const stop = () => {
    menuMaker.stop()
    setWeek({ ...week, state: 'done' })
  }
  return (
    <main id="main" class="page" data-screen="week" tabIndex={-1}>
      <Top back={['/menu', words.back]} />
      <div class="stack gap-2">
        <h1>{first?.status === 'held' ? words.held : first?.status === 'infeasible' ? words.none : words.title}</h1>
        <p class="lead">
          {words.lead} {words.honest}
        </p>
      </div>
      <FoodCautions cautions={cautions} />
      {state === 'looking' && (
        <p class="row wrap" role="status">
          <span>{words.looking(menus.length)}</span>
          <button type="button" class="btn plain" onClick={stop}>
            {words.stop}
          </button>
        </p>
      )}
      {state === 'failed' && <FoodFailed text={words.failed} />}
      {first?.status === 'infeasible' && (
        <section class="card stack gap-2">
          {first.relax.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
      <ol class="side-by-side">
        {menus
          .filter(({ foods }) => foods.length > 0)
          .map(({ foods, energy }, place) => (
            <li key={`${place}-${foods[0]?.food}`} class="card stack gap-3">
              <h2>{say.day(addDays(today(), place))}</h2>
              <ul class="ticks">
                {foods.map(({ food, name, portion }) => (
                  <li key={food}>
                    <b>{name}</b>, {portion}
                  </li>
                ))}
              </ul>
              <p class="note num">{words.kcal(energy)}</p>
            </li>
          ))}
      </ol>
      {state === 'done' && repeated.length > 0 && <p class="note">{words.again(repeated.join(', '))}</p>}
      {state === 'done' && list.length > 0 && menus.length < 7 && <p class="note">{words.short}</p>}
      {list.length > 0 && (
        <section class="card">
          <ShoppingList foods={list} />
        </section>
      )}
      <FoodWishes />
    </main>
  )
}

async function makeWeek(onCautions: (cautions: DayShown['cautions']) => void, onMenu: (menu: Menu) => void) {
  const profile = profileNow([], await usualFoods())
  onCautions((await foodTable.ask('day', { profile, days: [], own: [] })).cautions)
  return menuMaker.ask('menus', { profile, own: ownFoods(), without: [], count: 7, again: 'oldest' }, onMenu)
}
