/** Ways to control a session without touch: by voice, by the keys of a headset; and a flash. All are off at first. */
import { change, settings } from '../state/settings.ts'
import { useFlashBarrier } from './flash-light.tsx'
import { hasHeadsetKeys } from './headset.ts'
import type { Refusal } from './listening.ts'
import type { HandsFree } from './use-hands-free.ts'
import './hands-free.css'

const words = {
  title: 'Hands free',
  listening: 'Listening',
  voice: 'Listen to me',
  voiceNote: 'Say next, pause, back or stop. Your voice stays on this device.',
  headset: 'Headset keys',
  headsetNote: 'Play and pause. Other sound on this device may stop.',
  headsetRefused: 'Unknot cannot use headset keys in this browser.',
  flash: 'Soft flash',
  flashNote: 'At each step. Leave it off if flashing light makes you unwell.',
  space: 'On a keyboard, the space bar pauses and goes on.',
  refusals: {
    'not-promised': 'Not here. This browser does not promise that your voice stays on this device.',
    'no-language': 'Not here. This device has no English speech pack, and Unknot loads none.',
    'no-microphone': 'The microphone does not work. Allow it in your browser, then tap again.',
  } satisfies Record<Refusal, string>,
  barriers: {
    seizures: 'No flash for you: you told Unknot about fits. A flash may set one off.',
    'reduced-motion': 'No flash: your device asks for less motion.',
  },
}

export function HandsFreePanel({ voice, keys, toggleVoice, toggleKeys }: HandsFree) {
  const barrier = useFlashBarrier()
  const isOn = voice === 'on'
  const refusal = isOn || voice === 'off' || voice === 'asking' ? undefined : words.refusals[voice]
  return (
    <details
      class="hands-free"
      onToggle={({ currentTarget }) => currentTarget.lastElementChild?.scrollIntoView({ block: 'nearest' })}
    >
      <summary class={isOn ? 'chip strong' : 'chip'}>
        <Microphone />
        <span>{isOn ? words.listening : words.title}</span>
      </summary>
      <div class="card">
        <Choice name={words.voice} isOn={isOn} onToggle={toggleVoice} note={refusal ?? words.voiceNote} />
        {hasHeadsetKeys() && (
          <Choice
            name={words.headset}
            isOn={keys === 'on'}
            onToggle={toggleKeys}
            note={keys === 'refused' ? words.headsetRefused : words.headsetNote}
          />
        )}
        <Choice
          name={words.flash}
          isOn={settings.value.flash && barrier === undefined}
          isBarred={barrier !== undefined}
          onToggle={() => change({ flash: !settings.value.flash })}
          note={barrier === undefined ? words.flashNote : words.barriers[barrier]}
        />
        <p class="note only-wide">{words.space}</p>
      </div>
    </details>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly note: string
  readonly isOn: boolean
  readonly isBarred?: boolean
  readonly onToggle: () => void
}

const Choice = ({ name, note, isOn, isBarred = false, onToggle }: ChoiceProps) => (
  <>
    <label class="toggle">
      <input type="checkbox" checked={isOn} disabled={isBarred} onChange={onToggle} />
      <b>{name}</b>
    </label>
    <p class="note" role="status">
      {note}
    </p>
  </>
)

/** Not with the other icons, which the first screen loads. */
const Microphone = () => (
  <svg class="ico" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 3.500a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11.500a6.5 6.5 0 0 0 13 0M12 18v3" />
  </svg>
)
