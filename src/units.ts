/** Numbers with their units, as a person uses them. */

export type Units = 'metric' | 'imperial'

/** A span of degrees Celsius in words: "38 to 42 °C", or in Fahrenheit. */
export function temperatureSpan([low, high]: readonly [number, number], units: Units): string {
  const shown = (celsius: number) => Math.round(units === 'metric' ? celsius : (celsius * 9) / 5 + 32)
  const span = low === high ? shown(low) : `${shown(low)} to ${shown(high)}`
  return `${span} ${units === 'metric' ? '°C' : '°F'}`
}

/** A span of minutes in words; from two hours on in hours. */
export function minutesSpan([low, high]: readonly [number, number]): string {
  if (low === high) return `${low} minutes`
  return low >= 120 ? `${low / 60} to ${high / 60} hours` : `${low} to ${high} minutes`
}
