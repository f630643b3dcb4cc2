/** What a person chose: kept in localStorage, because the theme is needed before the first paint. */
import { effect, signal } from '@preact/signals'

export type Theme = 'system' | 'light' | 'dark' | 'night'

export interface Settings {
  readonly theme: Theme
  readonly voice: boolean
  readonly vibration: boolean
  readonly units: 'metric' | 'imperial'
  /** ISO 3166 code of two letters; undefined until chosen or guessed. */
  readonly country: string | undefined
}

const key = 'unknot-settings'
const initial: Settings = { theme: 'system', voice: true, vibration: true, units: 'metric', country: undefined }

export const settings = signal<Settings>({ ...initial, ...read() })

/** The country a person chose, or that of their language tag ("en-GB"). */
export const countryNow = (): string | undefined => settings.value.country ?? new Intl.Locale(navigator.language).region

export function change(part: Partial<Settings>): void {
  settings.value = { ...settings.value, ...part }
}

/** Back to how it came. */
export function resetSettings(): void {
  settings.value = initial
}

/** Night is one tap away on every screen; a second tap goes back. */
export function toggleNight(): void {
  change({ theme: settings.value.theme === 'night' ? 'system' : 'night' })
}

function read(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>
  } catch {
    return {}
  }
}

const systemDark = matchMedia('(prefers-color-scheme: dark)')

function applyTheme(): void {
  const { theme } = settings.value
  document.documentElement.dataset.theme = theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : theme
}

systemDark.addEventListener('change', applyTheme)
effect(() => {
  applyTheme()
  try {
    localStorage.setItem(key, JSON.stringify(settings.value))
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
})
