/** Recognises words and takes the keys of a headset and the space bar, while a session is on the screen. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Asked, markFor, meaningOf } from '../../remedies/hands-free.ts'
import type { Mark, Moment } from '../../remedies/session.ts'
import { type Headset, takeHeadset } from './headset.ts'
import { type Listening, listen, localEnglish, type RecogniserKind, type Refusal } from './listening.ts'
import { useSpaceBar } from './space-bar.ts'

type Voice = 'off' | 'asking' | 'on' | Refusal
type Keys = 'off' | 'on' | 'refused'

/** What is switched on, and how to change it. */
export interface HandsFree {
  readonly voice: Voice
  readonly keys: Keys
  readonly toggleVoice: () => void
  readonly toggleKeys: () => void
  /** Call it before the app speaks. */
  readonly deafen: () => void
}

/**
 * Listens and takes the keys while the session is on the screen. `onMark` gets only what makes sense at this moment.
 */
export function useHandsFree(title: string, where: () => Moment, onMark: (mark: Mark['kind']) => void): HandsFree {
  const [voice, setVoice] = useState<Voice>('off')
  const [keys, setKeys] = useState<Keys>('off')
  const listening = useRef<Listening | undefined>(undefined)
  const headset = useRef<Headset | undefined>(undefined)
  const mark = (kind: Mark['kind'] | undefined) => kind && onMark(kind)
  const latest = useRef({ where, mark })
  latest.current = { where, mark }
  const onAsked = (asked: Asked) => latest.current.mark(markFor(asked, latest.current.where()))
  useSpaceBar(() => onAsked('toggle'))
  const stopListening = () => {
    listening.current?.stop()
    listening.current = undefined
  }
  const isLeft = useRef(false)
  const wants = useRef(0)
  const begin = async () => {
    const own = ++wants.current
    setVoice('asking')
    const kind = recogniserKind()
    const found = await localEnglish(kind, navigator.language)
    if (own !== wants.current || isLeft.current) return
    if (!kind || 'refusal' in found) return setVoice('refusal' in found ? found.refusal : 'not-promised')
    setVoice('on')
    listening.current = listen({
      kind,
      lang: found.lang,
      isSpeaking,
      onHeard: text => latest.current.mark(meaningOf(text, latest.current.where(), isSpeaking())),
      onRefused: refusal => setVoice(refusal),
    })
  }
  const toggleVoice = () => {
    if (voice !== 'on' && voice !== 'asking') return void begin()
    wants.current += 1
    stopListening()
    setVoice('off')
  }
  const toggleKeys = () => {
    headset.current?.release()
    headset.current = keys === 'on' ? undefined : takeHeadset(title, onAsked, () => setKeys('refused'))
    setKeys(keys === 'on' ? 'off' : 'on')
  }
  const { status } = where()
  useEffect(() => {
    if (keys === 'on') headset.current?.show(status === 'running')
  }, [keys, status])
  useEffect(() => {
    // Nobody is listened to while the page is hidden.
    const hide = () => {
      if (document.visibilityState === 'visible') return
      wants.current += 1
      stopListening()
      setVoice(now => (now === 'on' || now === 'asking' ? 'off' : now))
    }
    document.addEventListener('visibilitychange', hide)
    return () => {
      isLeft.current = true
      document.removeEventListener('visibilitychange', hide)
      stopListening()
      headset.current?.release()
    }
  }, [])
  return { voice, keys, toggleVoice, toggleKeys, deafen: () => listening.current?.deafen() }
}

const isSpeaking = (): boolean =>
  'speechSynthesis' in globalThis && (speechSynthesis.speaking || speechSynthesis.pending)

function recogniserKind(): RecogniserKind | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as unknown as Record<string, RecogniserKind>
  return SpeechRecognition ?? webkitSpeechRecognition
}
