/** A list of countries, ordered by name. */
export interface CountrySelectProps {
  readonly label: string
  readonly countries: readonly { readonly country: string; readonly name: string }[]
  readonly chosen: string | undefined
  /** The row for no country. */
  readonly none: string
  readonly onChoose: (country: string | undefined) => void
  readonly class?: string
}

export const CountrySelect = ({ label, countries, chosen, none, onChoose, ...rest }: CountrySelectProps) => (
  <label class={`field ${rest.class ?? ''}`.trim()}>
    <span>{label}</span>
    <select value={chosen ?? ''} onChange={event => onChoose(event.currentTarget.value || undefined)}>
      <option value="">{none}</option>
      {countries
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(({ country, name }) => (
          <option key={country} value={country}>
            {name}
          </option>
        ))}
    </select>
  </label>
)
