/** The top of a screen: the way back or the mark, night, and the way to emergency help. */
import { settings, toggleNight } from '../settings.ts'
import { Icon } from './icon.tsx'

const words = { home: 'Unknot', night: 'Night', emergency: 'Emergency', settings: 'Settings' }

export interface TopProps {
  /** Where the way back leads and what it says; the mark stands there without it. */
  readonly back?: readonly [path: string, name: string]
  readonly withSettings?: boolean
}

export function Top({ back, withSettings = false }: TopProps) {
  return (
    <header class="top">
      {back ? (
        <a class="tool" href={back[0]}>
          <Icon name="back" />
          {back[1]}
        </a>
      ) : (
        <a class="mark" href="/">
          <svg viewBox="0 0 36 24" aria-hidden="true">
            <path d="M2 17c6 0 8-2.500 10-6.500s6.500-5 8-1.500c1.600 3.600-2.600 6.700-6 4.500S12 4.500 17 4.500C23 4.500 25 17 34 17" />
          </svg>
          {words.home}
        </a>
      )}
      <span class="tools">
        <button type="button" class="tool" aria-pressed={settings.value.theme === 'night'} onClick={toggleNight}>
          <Icon name="moon" />
          <span class="only-roomy">{words.night}</span>
          <span class="hide only-tight">{words.night}</span>
        </button>
        {withSettings && (
          <a class="tool" href="/settings" aria-label={words.settings}>
            <Icon name="gear" />
          </a>
        )}
        <a class="tool danger" href="/emergency">
          <Icon name="alert" />
          {words.emergency}
        </a>
      </span>
    </header>
  )
}
