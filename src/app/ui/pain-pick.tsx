/** Pain from 0 to 10, one tap. */
export interface PainPickProps {
  readonly legend: string
  readonly name: string
  readonly chosen: number | undefined
  readonly onPick: (pain: number) => void
}

export const PainPick = ({ legend, name, chosen, onPick }: PainPickProps) => (
  <fieldset class="scale">
    <legend>{legend}</legend>
    {Array.from({ length: 11 }, (_, pain) => (
      <label key={pain} class="chip pick">
        <input type="radio" name={name} checked={chosen === pain} onChange={() => onPick(pain)} />
        {pain}
      </label>
    ))}
  </fieldset>
)
