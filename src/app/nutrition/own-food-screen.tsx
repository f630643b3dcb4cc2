/** A food of one's own: what the label says of a portion, or a recipe. `/own/food`, `/own/recipe`; with an id it is changed. */
import { useState } from 'preact/hooks'
import type { DiaryEvent, EventBody, EventOf } from '../../diary/event.ts'
import { go } from '../shell/place.ts'
import { readType } from '../state/log.ts'
import { diary, newId, record, strikeOut } from '../state/store.ts'
import { Field, type FieldProps } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { ownFoods } from './eaten.ts'
import { FoodPicker, type Picked } from './food-picker.tsx'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Add a food',
  food: 'A food from its label',
  foodLead: 'Leave empty what the label does not say. It then counts as unknown, never as none.',
  recipe: 'A recipe',
  recipeLead: 'All that goes into the pot belongs here. It counts as its parts.',
  name: 'What is it called?',
  grams: 'One portion weighs, in grams',
  holds: 'In one portion',
  contents: {
    energy: 'Energy in kcal',
    potassium: 'Potassium in mg',
    magnesium: 'Magnesium in mg',
    calcium: 'Calcium in mg',
    'vitamin-d': 'Vitamin D in µg',
    zinc: 'Zinc in mg',
    sodium: 'Sodium in mg (salt in g × 400)',
  },
  add: 'Add to the recipe',
  parts: 'In the pot',
  weighs: (name: string) => `Grams of ${name}`,
  noParts: 'Nothing is in it yet.',
  portions: 'How many portions does it make?',
  remove: 'Remove',
  keep: 'Keep it',
  kept: (name: string) => `${name} kept.`,
  erase: 'Remove this food',
  removed: 'Removed.',
  eraseHelp: 'What you ate of it stays in the diary.',
}

type Holds = NonNullable<EventOf<'food-added'>['holds']>
const contents = Object.keys(words.contents) as (keyof Holds)[]

export function Screen({ id }: { readonly id: string }) {
  const [kind = '', ...rest] = id.split('/')
  const own = ownFoods().find(each => each.id === rest.join('/'))
  return (
    <main id="main" class="page stack" data-screen="own" tabIndex={-1}>
      <Top back={['/eat', words.back]} />
      {kind === 'recipe' ? <Recipe key={own?.id} id={own?.id} /> : <FromLabel key={own?.id} id={own?.id} />}
    </main>
  )
}

function FromLabel({ id }: { readonly id: string | undefined }) {
  const own = diary.value.foods.find(each => each.id === id)
  const [name, setName] = useState(own?.name ?? '')
  const [grams, setGrams] = useState(own ? String(own.grams) : '')
  const [typed, setTyped] = useState<Partial<Record<keyof Holds, string>>>(
    Object.fromEntries(Object.entries(own?.holds ?? {}).map(([content, value]) => [content, String(value)])),
  )
  const isReady =
    name.trim() !== '' && isWithin(grams, 1, 10_000) && contents.every(each => isEmptyOrNumber(typed[each]))
  const keep = () => {
    const holds = Object.fromEntries(
      contents.flatMap(content => (typed[content]?.trim() ? [[content, Number(typed[content])]] : [])),
    ) as Holds
    keepFood({ type: 'food-added', food: id ?? `own:${newId()}`, name: name.trim(), grams: Number(grams), holds })
  }
  return (
    <form class="stack" onSubmit={event => submit(event, isReady, keep)}>
      <h1>{words.food}</h1>
      <p class="lead">{words.foodLead}</p>
      <TextField label={words.name} value={name} onType={setName} />
      <NumberField label={words.grams} value={grams} onType={setGrams} />
      <fieldset class="stack gap-3 label-lines">
        <legend class="group">{words.holds}</legend>
        {contents.map(content => (
          <NumberField
            key={content}
            label={words.contents[content]}
            value={typed[content] ?? ''}
            onType={value => setTyped({ ...typed, [content]: value })}
          />
        ))}
      </fieldset>
      <Keep isReady={isReady} id={id} />
    </form>
  )
}

interface Part extends Picked {
  readonly grams: string
}

function Recipe({ id }: { readonly id: string | undefined }) {
  const own = diary.value.foods.find(each => each.id === id)
  const whole = (own?.parts ?? []).reduce((sum, { grams }) => sum + grams, 0)
  const [name, setName] = useState(own?.name ?? '')
  const [portions, setPortions] = useState(own ? String(Math.round((10 * whole) / own.grams) / 10) : '1')
  const [parts, setParts] = useState<readonly Part[]>(
    (own?.parts ?? []).map(({ food, name: called, grams }) => ({ food, name: called, grams: String(grams) })),
  )
  const sum = parts.reduce((total, { grams }) => total + (Number(grams) || 0), 0)
  const isReady =
    name.trim() !== '' &&
    isWithin(portions, 0.5, 100) &&
    parts.length > 0 &&
    parts.every(({ grams }) => isWithin(grams, 1, 10_000)) &&
    isWithin(String(sum / Number(portions)), 1, 10_000)
  const keep = () =>
    keepFood({
      type: 'food-added',
      food: id ?? `own:${newId()}`,
      name: name.trim(),
      grams: Math.round(sum / Number(portions)),
      parts: parts.map(({ food, name: called, grams }) => ({ food, name: called, grams: Number(grams) })),
    })
  return (
    <form class="stack" onSubmit={event => submit(event, isReady, keep)}>
      <h1>{words.recipe}</h1>
      <p class="lead">{words.recipeLead}</p>
      <TextField label={words.name} value={name} onType={setName} />
      <FoodPicker
        label={words.add}
        own="foods"
        onPick={food => {
          if (!parts.some(part => part.food === food.food)) setParts([...parts, { ...food, grams: '100' }])
        }}
      />
      <section class="card stack gap-3">
        <h2>{words.parts}</h2>
        {parts.length === 0 && <p class="quiet">{words.noParts}</p>}
        <ul class="eaten">
          {parts.map(part => (
            <li key={part.food}>
              <NumberField
                label={words.weighs(part.name)}
                value={part.grams}
                onType={grams => setParts(parts.map(each => (each.food === part.food ? { ...each, grams } : each)))}
              />
              <button
                type="button"
                class="btn round sm"
                aria-label={`${words.remove}: ${part.name}`}
                onClick={() => setParts(parts.filter(each => each.food !== part.food))}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <NumberField label={words.portions} value={portions} onType={setPortions} />
      <Keep isReady={isReady} id={id} />
    </form>
  )
}

const Keep = ({ isReady, id }: { readonly isReady: boolean; readonly id: string | undefined }) => (
  <div class="stack gap-3">
    <button type="submit" class="btn next" disabled={!isReady}>
      {words.keep}
    </button>
    {id !== undefined && (
      <>
        <button type="button" class="btn plain" onClick={() => void removeFood(id)}>
          {words.erase}
        </button>
        <p class="note">{words.eraseHelp}</p>
      </>
    )}
  </div>
)

/** Saving under the same id changes the food. */
function keepFood(body: Extract<EventBody, { readonly type: 'food-added' }>): void {
  const event = record(body)
  toast.value = { text: words.kept(body.name), undo: () => void strikeOut(event) }
  go(`/eat/${body.food}`)
}

/** All events of the food, replaced ones too: otherwise an older version would become valid again. */
async function removeFood(id: string): Promise<void> {
  const events = (await readType('food-added')).filter(
    (event): event is DiaryEvent & { readonly food: string } => event.type === 'food-added' && event.food === id,
  )
  if (events.length === 0) return
  const act = strikeOut(...events)
  toast.value = { text: words.removed, undo: () => void strikeOut(act) }
  go('/eat')
}

function submit(event: Event, isReady: boolean, keep: () => void): void {
  event.preventDefault()
  if (isReady) keep()
}

const isWithin = (text: string, least: number, most: number): boolean => {
  const value = Number(text)
  return text.trim() !== '' && value >= least && value <= most
}
const isEmptyOrNumber = (text = ''): boolean => text.trim() === '' || isWithin(text, 0, 100_000)

const TextField = (props: FieldProps) => <Field class="text" maxLength={200} {...props} />

const NumberField = (props: FieldProps) => <Field type="number" inputMode="decimal" min={0} step="any" {...props} />
