/** What a menu must keep to: what is left out, disliked, at home, the energy, the span; settings of this device. */
import { useEffect, useState } from 'preact/hooks'
import { diary, record } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { isFemale, wishes } from './eaten.ts'
import { FoodPicker } from './food-picker.tsx'
import { foodTable } from './food-workers.ts'

const words = {
  wishes: 'Wishes',
  without: 'Without',
  home: 'At home',
  homeHelp: 'A menu takes these first.',
  addHome: 'Type a food that is at home',
  dislike: 'Not liked',
  noMore: (name: string) => `${name}: take it off the list`,
  energy: 'At most, in kcal a day',
  mode: 'For',
  modes: { gap: 'The rest of today', day: 'A whole day' } as const,
  targets: 'Targets of',
  references: { 'us-canada': 'US and Canada', efsa: 'Europe' } as const,
  pregnant: 'I am pregnant',
  nursing: 'I breastfeed',
}

const avoidables = ['vegetarian', 'vegan', 'dairy', 'gluten', 'nuts', 'fish', 'shellfish', 'egg', 'soy', 'pork', 'meat']

export function FoodWishes() {
  const { avoid, energy, mode, reference, home, dislike, isBreastfeeding } = wishes.value
  const isPregnant = diary.value.person.pregnant === true
  const wish = (changed: Partial<typeof wishes.value>) => {
    wishes.value = { ...wishes.value, ...changed }
  }
  return (
    <details class="fold card">
      <summary>
        {words.wishes}
        <Icon name="next" />
      </summary>
      <div class="stack gap-3">
        <fieldset class="chips">
          <legend class="group">{words.without}</legend>
          {avoidables.map(word => (
            <Chip
              key={word}
              text={word}
              isOn={avoid.includes(word)}
              onTap={() => wish({ avoid: toggled(avoid, word) })}
            />
          ))}
        </fieldset>
        <fieldset class="chips">
          <legend class="group">{words.mode}</legend>
          {(['gap', 'day'] as const).map(each => (
            <Chip key={each} text={words.modes[each]} isOn={mode === each} onTap={() => wish({ mode: each })} />
          ))}
        </fieldset>
        <label class="field">
          <span>{words.energy}</span>
          <input
            type="number"
            inputMode="numeric"
            min={800}
            max={6000}
            step={50}
            value={energy[1]}
            onChange={event => {
              const most = Number(event.currentTarget.value)
              if (most >= 800 && most <= 6000) wish({ energy: [Math.min(energy[0], most - 200), most] })
            }}
          />
        </label>
        <fieldset class="chips">
          <legend class="group">{words.targets}</legend>
          {(['us-canada', 'efsa'] as const).map(each => (
            <Chip
              key={each}
              text={words.references[each]}
              isOn={reference === each}
              onTap={() => wish({ reference: each })}
            />
          ))}
          {isFemale() && (
            <Chip
              text={words.pregnant}
              isOn={isPregnant}
              onTap={() => record({ type: 'profile-said', pregnant: !isPregnant })}
            />
          )}
          {isFemale() && !isPregnant && (
            <Chip
              text={words.nursing}
              isOn={isBreastfeeding}
              onTap={() => wish({ isBreastfeeding: !isBreastfeeding })}
            />
          )}
        </fieldset>
        <FoodList title={words.home} foods={home} onDrop={food => wish({ home: home.filter(each => each !== food) })} />
        <p class="note">{words.homeHelp}</p>
        <FoodPicker
          label={words.addHome}
          own="none"
          onPick={({ food }) => wish({ home: [...new Set([...home, Number(food)])] })}
        />
        <FoodList
          title={words.dislike}
          foods={dislike}
          onDrop={food => wish({ dislike: dislike.filter(each => each !== food) })}
        />
      </div>
    </details>
  )
}

const toggled = (list: readonly string[], word: string): readonly string[] =>
  list.includes(word) ? list.filter(each => each !== word) : [...list, word]

const Chip = ({ text, isOn, onTap }: { readonly text: string; readonly isOn: boolean; readonly onTap: () => void }) => (
  <button type="button" class="chip" aria-pressed={isOn} onClick={onTap}>
    {text}
  </button>
)

interface FoodListProps {
  readonly title: string
  readonly foods: readonly number[]
  readonly onDrop: (food: number) => void
}

/** Chips of foods, each taken off with a tap. The worker knows their names. */
function FoodList({ title, foods, onDrop }: FoodListProps) {
  const [names, setNames] = useState<Readonly<Record<number, string>>>({})
  useEffect(() => {
    void Promise.all(foods.map(food => foodTable.ask('food', food))).then(
      found => setNames(Object.fromEntries(found.flatMap(each => (each ? [[each.food, each.name]] : [])))),
      () => undefined,
    )
  }, [foods])
  if (foods.length === 0) return null
  return (
    <fieldset class="chips">
      <legend class="group">{title}</legend>
      {foods.map(food => (
        <button
          type="button"
          key={food}
          class="chip"
          aria-label={words.noMore(names[food] ?? String(food))}
          onClick={() => onDrop(food)}
        >
          {names[food] ?? '…'} ×
        </button>
      ))}
    </fieldset>
  )
}
