/** Three menus with no food in common, side by side; one is taken. They come one by one, and can be stopped. */
import { useEffect, useState } from 'preact/hooks'
import type { Menu } from '../../nutrition/menu.ts'
import { menuMaker } from './food-workers.ts'
import type { MenusAsked } from './worker/messages.ts'

const words = {
  title: 'Three menus',
  name: (place: number) => `Menu ${place}`,
  kcal: (kcal: number) => `about ${kcal.toLocaleString('en-GB')} kcal today`,
  take: 'Take this one',
  looking: 'Looking for the next one',
  fewer: (count: number) =>
    count === 1 ? 'No other menu keeps all your wishes.' : 'No third menu keeps all your wishes.',
  failed: 'The menus could not be made.',
}

interface Props {
  readonly asked: Pick<MenusAsked, 'profile' | 'own'>
  readonly onTake: (menu: Menu) => void
}

export function ThreeMenus({ asked, onTake }: Props) {
  const [menus, setMenus] = useState<readonly Menu[]>([])
  const [state, setState] = useState<'looking' | 'done' | 'failed'>('looking')
  useEffect(() => {
    let isWanted = true
    menuMaker
      .ask('menus', { ...asked, without: [], count: 3, again: 'never' }, menu => {
        if (isWanted) setMenus(before => [...before, menu])
      })
      .then(
        answer => isWanted && setState(answer.ok ? 'done' : 'failed'),
        () => isWanted && setState('failed'),
      )
    return () => {
      isWanted = false
      menuMaker.stop()
    }
  }, [])
  return (
    <section class="stack gap-3 three" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul class="side-by-side">
        {menus.map((menu, place) => (
          <li key={menu.foods.map(({ food }) => food).join()} class="card stack gap-3">
            <h3>{words.name(place + 1)}</h3>
            <ul class="ticks">
              {menu.foods.map(({ food, name, portion }) => (
                <li key={food}>
                  <b>{name}</b>, {portion}
                </li>
              ))}
            </ul>
            <p class="note num">{words.kcal(menu.energy)}</p>
            <button
              type="button"
              class="btn"
              aria-label={`${words.take}: ${words.name(place + 1)}`}
              onClick={() => onTake(menu)}
            >
              {words.take}
            </button>
          </li>
        ))}
      </ul>
      <p class="note" role="status">
        {state === 'looking' && words.looking}
        {state === 'failed' && words.failed}
        {state === 'done' && menus.length < 3 && words.fewer(menus.length)}
      </p>
    </section>
  )
}
