/**
 * The play and pause keys of a headset or a keyboard. A browser gives them only to a page that plays sound (Media
 * Session). A synthetic voice does not count, so silence is played while they are used.
 */
import type { Asked } from '../../remedies/hands-free.ts'

export interface Headset {
  /** Tells the device whether the session runs, so that its key shows and sends the other action. */
  show(isRunning: boolean): void
  release(): void
}

const asked: Readonly<Partial<Record<MediaSessionAction, Asked>>> = {
  play: 'play',
  pause: 'pause',
  nexttrack: 'next',
  previoustrack: 'back',
}
const actions = Object.keys(asked) as MediaSessionAction[]

export const hasHeadsetKeys = (): boolean => 'mediaSession' in navigator

/** Takes the keys until they are released. Call it in response to a tap; otherwise a browser plays nothing. */
export function takeHeadset(title: string, onAsked: (asked: Asked) => void, onRefused: () => void): Headset {
  const { mediaSession } = navigator
  const address = URL.createObjectURL(silence())
  const audio = new Audio(address)
  audio.loop = true
  const play = () => void audio.play().catch(onRefused)
  mediaSession.metadata = new MediaMetadata({ title, artist: 'Unknot' })
  for (const action of actions) {
    const means = asked[action]
    mediaSession.setActionHandler(action, () => means && onAsked(means))
  }
  play()
  return {
    show(isRunning) {
      mediaSession.playbackState = isRunning ? 'playing' : 'paused'
      if (isRunning) play()
      else audio.pause()
    },
    release() {
      for (const action of actions) mediaSession.setActionHandler(action, null)
      mediaSession.metadata = null
      mediaSession.playbackState = 'none'
      audio.pause()
      URL.revokeObjectURL(address)
    },
  }
}

/** Chrome gives the keys only to sounds of more than 5 seconds. */
const silentSeconds = 10
const samplesASecond = 8000

/** A WAV file of one channel with 8 bits a sample; 128 is silence. */
function silence(): Blob {
  const count = silentSeconds * samplesASecond
  const text = (letters: string) => new TextEncoder().encode(letters)
  const shape = new Uint32Array([16, 0x1_00_01, samplesASecond, samplesASecond, 0x8_00_01])
  const samples = new Uint8Array(count).fill(128)
  const size = (bytes: number) => new Uint32Array([bytes])
  return new Blob([text('RIFF'), size(36 + count), text('WAVEfmt '), shape, text('data'), size(count), samples], {
    type: 'audio/wav',
  })
}
