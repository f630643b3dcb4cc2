/** The top of a screen: the way back or the logo, night, and the way to emergency help. */

import { isNightTheme, settings, toggleNight } from '../state/settings.ts'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import { toggleVoice } from './senses.ts'

const words = { night: 'Night', emergency: 'Emergency', settings: 'Settings', voice: 'Voice' }

export interface TopProps {
  /** The target and name of the way back; without it, the logo is shown. */
  readonly back?: readonly [path: string, name: string]
  readonly withSettings?: boolean
  /** While something is spoken, the voice can be switched off with one tap. */
  readonly withVoice?: boolean
}

export function Top({ back, withSettings = false, withVoice = false }: TopProps) {
  return (
    <header class="top">
      {back ? (
        <a class="tool" href={back[0]}>
          <Icon name="back" />
          {back[1]}
        </a>
      ) : (
        <Mark />
      )}
      <span class="tools">
        {withVoice && (
          <button
            type="button"
            class="tool"
            aria-label={words.voice}
            aria-pressed={settings.value.voice}
            onClick={toggleVoice}
          >
            <Icon name={settings.value.voice ? 'voice' : 'mute'} />
          </button>
        )}
        <button type="button" class="tool" aria-pressed={isNightTheme.value} onClick={toggleNight}>
          <Icon name="moon" />
          <span class="hide">{words.night}</span>
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
