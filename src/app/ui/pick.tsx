/** A choice of a few options, as chips with a legend. */
import { useRef } from 'preact/hooks'

export interface PickProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly options: Readonly<Record<Value, string>>
  readonly chosen: Value | '' | undefined
  /** `isPressed`: chosen by a tap or a click, and not by moving through the chips with the keyboard. */
  readonly onPick: (value: Value, isPressed: boolean) => void
  /** A field of a form, or a card of its own. */
  readonly as?: 'chips' | 'field' | 'card'
}

export function Pick<Value extends string>({ legend, as = 'chips', ...radios }: PickProps<Value>) {
  if (as === 'chips')
    return (
      <fieldset class="chips">
        <legend class="group">{legend}</legend>
        <Radios {...radios} />
      </fieldset>
    )
  return (
    <fieldset class={as === 'card' ? 'field card' : 'field'}>
      <legend class={as === 'card' ? 'hide' : 'group'}>{legend}</legend>
      {as === 'card' && <span aria-hidden="true">{legend}</span>}
      <span class="chips">
        <Radios {...radios} />
      </span>
    </fieldset>
  )
}

type RadioProps<Value extends string> = Omit<PickProps<Value>, 'legend' | 'as'>

export function Radios<Value extends string>({ name, options, chosen, onPick }: RadioProps<Value>) {
  const isPressed = useRef(false)
  const press = () => {
    isPressed.current = true
  }
  const pick = (value: Value) => {
    onPick(value, isPressed.current)
    isPressed.current = false
  }
  return (
    <>
      {(Object.entries(options) as [Value, string][]).map(([value, label]) => (
        <label key={value} class="chip pick" onPointerDown={press}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => pick(value)} />
          {label}
        </label>
      ))}
    </>
  )
}
