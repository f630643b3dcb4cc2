/** Shows what a file would add, and adds it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Accounted } from '../../exchange/account.ts'
import { type Preview, without } from '../../exchange/preview.ts'
import { programs } from '../../exchange/programs.ts'
import { strikeOut } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { toast } from '../ui/toast.tsx'
import { Counts } from './import-counts.tsx'
import { addImport } from './import-file.ts'
import { LeftOutKinds, Missed } from './import-missed.tsx'

const words = {
  recognised: (name: string) => (name === programs.table.name ? 'This is your own table' : `This is from ${name}`),
  fresh: (fresh: number, known: number) => `${entries(fresh)} new here. ${known} here already.`,
  nothing: (known: number) => `There is nothing to add. ${known} here already.`,
  period: (from: string, to: string) => (from === to ? `All from ${from}.` : `From ${from} to ${to}.`),
  accounted: ({ read, added, alreadyThere, listed, leftOut }: Accounted) =>
    `The file holds ${records(read)}: ${added} to add, ${alreadyThere} here, ${listed} not understood, ${leftOut} left out.`,
  replaced: (count: number) =>
    count === 1 ? '1 entry takes the place of an older one.' : `${count} entries take the place of older ones.`,
  unwanted: (count: number) => `${entries(count)} that you struck out stay struck out.`,
  food: 'Whose food counts?',
  foodChoose: 'The one with most, each day',
  foodAll: 'Add them up',
  unknown: 'Not known by name',
  unknownWhy: 'The check does not count these yet. Look each one up under My medicines.',
  assumed: 'How it is read',
  add: (count: number) => `Add ${entries(count)}`,
  adding: 'Adding',
  leave: 'Leave it',
  added: (count: number) => `${entries(count)} added.`,
  unkept: 'They could not be kept. Nothing of before is lost.',
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
const records = (count: number) => (count === 1 ? '1 record' : `${count.toLocaleString('en')} records`)

interface ShownProps {
  readonly preview: Preview
  readonly onDone: () => void
  /** The food of another app was chosen to count. */
  readonly onFoodSource: (name: string) => void
}

export function Shown({ preview: whole, onDone, onFoodSource }: ShownProps) {
  const [leftOutKinds, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const preview = without(whole, leftOutKinds)
  const {
    from,
    toAdd,
    unknownMedicines,
    alreadyThere,
    unwanted,
    replaced,
    days,
    assumed,
    notUnderstood,
    leftOut,
    accounted,
  } = preview
  const [isAdding, setAdding] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const add = async () => {
    setAdding(true)
    const merged = await addImport(preview)
    toast.value = merged
      ? { text: words.added(toAdd.length), undo: () => void strikeOut(merged) }
      : { text: words.unkept }
    onDone()
  }
  return (
    <div class="shown grid-2 stack gap-5">
      <section class="card stack gap-3">
        <h2 ref={heading} tabIndex={-1}>
          {words.recognised(from)}
        </h2>
        <p>
          <b>
            {whole.toAdd.length === 0 ? words.nothing(alreadyThere) : words.fresh(whole.toAdd.length, alreadyThere)}
          </b>
          {days && ` ${words.period(say.date(days[0]), say.date(days[1]))}`}
        </p>
        <p class="note">{words.accounted(accounted)}</p>
        {replaced.length > 0 && <p>{words.replaced(replaced.length)}</p>}
        {unwanted > 0 && <p>{words.unwanted(unwanted)}</p>}
        {preview.foodSources.length > 0 && <FoodSources names={preview.foodSources} onChoose={onFoodSource} />}
        {whole.toAdd.length > 0 && <Counts preview={whole} leftOutKinds={leftOutKinds} onLeaveOut={setLeftOut} />}
        <p class="chips">
          {toAdd.length > 0 && (
            <button type="button" class="btn next" disabled={isAdding} onClick={() => void add()}>
              {isAdding ? words.adding : words.add(toAdd.length)}
            </button>
          )}
          <button type="button" class="btn plain" onClick={onDone}>
            {words.leave}
          </button>
        </p>
      </section>
      {unknownMedicines.length > 0 && (
        <section class="card stack gap-3" data-unknown-medicines={unknownMedicines.length}>
          <h2>{words.unknown}</h2>
          <p>{words.unknownWhy}</p>
          <ul class="stack gap-2">
            {unknownMedicines.map(name => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {assumed.length + notUnderstood.length + leftOut.length > 0 && (
        <section class="card stack gap-3">
          {assumed.length > 0 && (
            <>
              <h2>{words.assumed}</h2>
              <ul class="stack gap-2">
                {assumed.map(text => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
          {notUnderstood.length > 0 && <Missed notUnderstood={notUnderstood} />}
          {leftOut.length > 0 && <LeftOutKinds leftOut={leftOut} />}
        </section>
      )}
    </div>
  )
}

interface FoodProps {
  readonly names: readonly string[]
  readonly onChoose: (name: string) => void
}

/** Several apps counted the same food: one of them may be chosen. */
function FoodSources({ names, onChoose }: FoodProps) {
  return (
    <label class="field">
      <span>{words.food}</span>
      <select onChange={event => onChoose(event.currentTarget.value)}>
        <option value="">{words.foodChoose}</option>
        {names.map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value="all">{words.foodAll}</option>
      </select>
    </label>
  )
}
