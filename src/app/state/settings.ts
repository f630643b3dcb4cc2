/** What a person chose, in localStorage, because the theme is needed before the first paint. */
import { computed, effect, signal } from '@preact/signals'
import { isNight } from '../../diary/current.ts'
import { type Check, isFlag, oneOf, readKept } from './local-storage.ts'

export type Theme = 'system' | 'light' | 'dark' | 'night'

export interface Settings {
  readonly theme: Theme
  readonly voice: boolean
  readonly vibration: boolean
  /** A gentle flash at each change of a session. */
  readonly flash: boolean
  readonly units: 'metric' | 'imperial'
  /** ISO 3166 code of two letters; undefined until chosen or guessed. */
  readonly country: string | undefined
}

const key = 'unknot-settings'
const initial: Settings = {
  theme: 'system',
  voice: true,
  vibration: true,
  flash: false,
  units: 'metric',
  country: undefined,
}

const isCountry: Check = value => typeof value === 'string' && /^[A-Z]{2}$/.test(value)

export const settings = signal<Settings>({
  ...initial,
  ...readKept<Settings>(key, {
    theme: oneOf('system', 'light', 'dark', 'night'),
    voice: isFlag,
    vibration: isFlag,
    flash: isFlag,
    units: oneOf('metric', 'imperial'),
    country: isCountry,
  }),
})

/** The country a person chose, or that of their language tag ("en-GB"). */
export const countryNow = (): string | undefined => settings.value.country ?? new Intl.Locale(navigator.language).region

export function change(part: Partial<Settings>): void {
  settings.value = { ...settings.value, ...part }
}

/** Restores the defaults. */
export function resetSettings(): void {
  settings.value = initial
}

/** Was the screen dimmed automatically at night? Only for this visit, and only if no theme was chosen. */
const isDimmed = signal(false)

export const isNightTheme = computed(() => shownTheme(settings.value.theme, isDimmed.value) === 'night')

/** Dims the screen at night, for a person woken by a cramp. */
export function dimAtNight(): void {
  isDimmed.value = isNight(Date.now())
}

/** Night is one tap away on every screen; a second tap switches it off. */
export function toggleNight(): void {
  const isLit = isNightTheme.value
  isDimmed.value = false
  change({ theme: isLit ? 'system' : 'night' })
}

const shownTheme = (theme: Theme, isDim: boolean): Theme => (theme === 'system' && isDim ? 'night' : theme)

const systemDark = matchMedia('(prefers-color-scheme: dark)')

function applyTheme(): void {
  const theme = shownTheme(settings.value.theme, isDimmed.value)
  document.documentElement.dataset.theme = theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : theme
}

systemDark.addEventListener('change', applyTheme)
effect(() => {
  applyTheme()
  try {
    localStorage.setItem(key, JSON.stringify(settings.value))
  } catch {
    // A private window may refuse; the choice then lasts as long as the page.
  }
})
