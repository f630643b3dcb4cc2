/** One of a few, as chips under a legend. */
export interface PickProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly options: Readonly<Record<Value, string>>
  readonly chosen: Value | '' | undefined
  readonly onPick: (value: Value) => void
}

export const Pick = <Value extends string>({ legend, ...radios }: PickProps<Value>) => (
  <fieldset class="chips">
    <legend class="group">{legend}</legend>
    <Radios {...radios} />
  </fieldset>
)

export const Radios = <Value extends string>({ name, options, chosen, onPick }: Omit<PickProps<Value>, 'legend'>) => (
  <>
    {(Object.entries(options) as [Value, string][]).map(([value, label]) => (
      <label key={value} class="chip pick">
        <input type="radio" name={name} checked={chosen === value} onChange={() => onPick(value)} />
        {label}
      </label>
    ))}
  </>
)
