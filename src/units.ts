/** Formats numbers with their units for people. */

export type Units = 'metric' | 'imperial'

/** A range of degrees Celsius in words: "38 to 42 °C", or in Fahrenheit. */
export function temperatureSpan([low, high]: readonly [number, number], units: Units): string {
  const shown = (celsius: number) => Math.round(units === 'metric' ? celsius : (celsius * 9) / 5 + 32)
  const span = low === high ? shown(low) : `${shown(low)} to ${shown(high)}`
  return `${span} ${units === 'metric' ? '°C' : '°F'}`
}

/** A range of minutes in words; from two hours on, in hours. */
export function minutesSpan([low, high]: readonly [number, number]): string {
  if (low === high) return `${low} minutes`
  return low >= 120 ? `${low / 60} to ${high / 60} hours` : `${low} to ${high} minutes`
}

/** A time that is left, as one number: whole minutes while it is long, rounded up; seconds in the last minute and a half. */
export function timeLeft(seconds: number): { readonly value: number; readonly unit: 'min' | 'second' | 'seconds' } {
  const left = Math.max(0, Math.ceil(seconds))
  return left > 90
    ? { value: Math.ceil(left / 60), unit: 'min' }
    : { value: left, unit: left === 1 ? 'second' : 'seconds' }
}

/** A length and a width, or one of them: "30 x 40 cm", "12 x 16 in". */
export function sizeText(centimetres: readonly number[], units: Units): string {
  const shown = centimetres.map(each => oneDecimal(units === 'metric' ? each : each / 2.54))
  return `${shown.join(' x ')} ${units === 'metric' ? 'cm' : 'in'}`
}

/** "1.2 kg", or in pounds. */
export const weightText = (kilograms: number, units: Units): string =>
  units === 'metric' ? `${oneDecimal(kilograms)} kg` : `${oneDecimal(kilograms / 0.45359237)} lb`

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10)
