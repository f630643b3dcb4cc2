/**
 * Recognises a few spoken words, on this device or not at all. A browser may send sound to a server unless it promises
 * not to, so nothing is recorded without that promise, and no language pack is ever downloaded.
 */

/** The part of `SpeechRecognition` that is used. */
export interface Recogniser {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  onresult: ((event: HeardEvent) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  abort(): void
}

interface HeardEvent {
  readonly resultIndex: number
  readonly results: ArrayLike<{ readonly isFinal: boolean } & ArrayLike<{ readonly transcript: string }>>
}

export interface RecogniserKind {
  new (): Recogniser
  readonly prototype: object
  available?(options: { readonly langs: readonly string[]; readonly processLocally: true }): Promise<string>
}

/** Why it does not listen. */
export type Refusal = 'not-promised' | 'no-language' | 'no-microphone'

/**
 * A kind of English that the browser promises to recognise on this device, or why there is none. A browser that does
 * not know `processLocally` would ignore it and may send the sound away, so it does not count as a promise.
 */
export async function localEnglish(
  kind: RecogniserKind | undefined,
  own: string,
): Promise<{ readonly lang: string } | { readonly refusal: Refusal }> {
  if (typeof kind?.available !== 'function' || !('processLocally' in kind.prototype)) return { refusal: 'not-promised' }
  let refusal: Refusal = 'not-promised'
  for (const lang of new Set([...(/^en\b/i.test(own) ? [own] : []), 'en-US', 'en-GB'])) {
    const status = await kind.available({ langs: [lang], processLocally: true }).catch(() => 'unavailable')
    if (status === 'available') return { lang }
    if (status === 'downloadable' || status === 'downloading') refusal = 'no-language'
  }
  return { refusal }
}

/** Errors after which it does not try again. Silence and an abort are not among them. */
const refusals: Readonly<Record<string, Refusal>> = {
  'not-allowed': 'no-microphone',
  'audio-capture': 'no-microphone',
  'service-not-allowed': 'not-promised',
  'language-not-supported': 'not-promised',
  network: 'not-promised',
}

/** A pause before the microphone opens again, because the sound in the room fades. */
const echoMilliseconds = 300
const briefMilliseconds = 1000
const mostBriefEnds = 5

export interface Listening {
  /** Stops listening until the app has spoken. */
  deafen(): void
  stop(): void
}

export interface ListenOptions {
  readonly kind: RecogniserKind
  readonly lang: string
  readonly isSpeaking: () => boolean
  /** A whole utterance. */
  readonly onHeard: (text: string) => void
  /** It ended by itself, and will not start again. */
  readonly onRefused: (refusal: Refusal) => void
}

/** Listens until it is stopped, except while the app speaks. */
export function listen({ kind, lang, isSpeaking, onHeard, onRefused }: ListenOptions): Listening {
  let open: Recogniser | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let briefEnds = 0
  const close = () => {
    clearTimeout(timer)
    const closing = open
    open = undefined
    closing?.abort()
  }
  const refuse = (refusal: Refusal) => {
    close()
    onRefused(refusal)
  }
  const beginLater = () => {
    clearTimeout(timer)
    timer = setTimeout(begin, echoMilliseconds)
  }
  const begin = () => {
    if (isSpeaking()) return beginLater()
    const own = new kind()
    const began = Date.now()
    own.lang = lang
    own.continuous = true
    own.interimResults = false
    own.processLocally = true
    own.onresult = ({ results, resultIndex }) => {
      for (const result of Array.from(results).slice(resultIndex))
        if (own === open && result.isFinal) onHeard(result[0]?.transcript ?? '')
    }
    own.onerror = ({ error }) => {
      const refusal = refusals[error]
      if (own === open && refusal !== undefined) refuse(refusal)
    }
    own.onend = () => {
      if (own !== open) return
      open = undefined
      briefEnds = Date.now() - began < briefMilliseconds ? briefEnds + 1 : 0
      if (briefEnds < mostBriefEnds) beginLater()
      else refuse('no-microphone')
    }
    open = own
    try {
      own.start()
    } catch {
      refuse('no-microphone')
    }
  }
  begin()
  return {
    deafen() {
      close()
      beginLater()
    },
    stop: close,
  }
}
