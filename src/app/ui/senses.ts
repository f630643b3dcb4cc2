/** Voice, vibration and a screen that stays on: each only if the browser has it and the person wants it. */
import { change, settings } from '../state/settings.ts'

// Browsers load their voices when they are first asked for them; asking early makes them ready for the first cue.
globalThis.speechSynthesis?.getVoices()

export function say(text: string): void {
  if (!settings.value.voice || !('speechSynthesis' in globalThis)) return
  const voice = ownVoice()
  if (voice === null) return
  speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice ?? null
  utterance.lang = 'en'
  utterance.rate = 0.95
  speechSynthesis.speak(utterance)
}

/** Switching the voice off also ends the current sentence. */
export function toggleVoice(): void {
  change({ voice: !settings.value.voice })
  if (!settings.value.voice) silence()
}

/**
 * A voice of this device. Some browsers send the text to a server for their other voices, so these are never used
 * (null). Undefined if the browser lists no voices, as before they are loaded.
 */
function ownVoice(): SpeechSynthesisVoice | null | undefined {
  const voices = speechSynthesis.getVoices()
  if (voices.length === 0) return undefined
  const own = voices.filter(({ localService }) => localService)
  return own.find(({ lang }) => /^en\b/i.test(lang)) ?? own[0] ?? null
}

export function silence(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel()
}

export function vibrate(): void {
  if (settings.value.vibration) navigator.vibrate?.(200)
}

/** Keeps the screen on until the returned function is called; also after the page was hidden and is visible again. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const take = () => {
    if (isOver || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').then(
      taken => {
        if (isOver) void taken.release()
        else lock = taken
      },
      // Refused, for example because of a low battery: the clock continues anyway.
      () => undefined,
    )
  }
  take()
  document.addEventListener('visibilitychange', take)
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', take)
    void lock?.release()
  }
}
