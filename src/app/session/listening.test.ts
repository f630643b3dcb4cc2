import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type Listening,
  listen,
  localEnglish,
  type Recogniser,
  type RecogniserKind,
  type Refusal,
} from './listening.ts'

/** A recogniser that reports what the test says, and records its calls. */
class Faked implements Recogniser {
  static all: Faked[] = []
  static failsToStart = false
  lang = ''
  continuous = false
  interimResults = true
  onresult: Recogniser['onresult'] = null
  onerror: Recogniser['onerror'] = null
  onend: Recogniser['onend'] = null
  isOpen = false
  #isLocal = false
  /** On the prototype, as in a browser that has it. */
  get processLocally() {
    return this.#isLocal
  }
  set processLocally(value: boolean) {
    this.#isLocal = value
  }
  start() {
    if (Faked.failsToStart) throw new Error('InvalidStateError')
    this.isOpen = true
    Faked.all.push(this)
  }
  abort() {
    this.isOpen = false
    this.onend?.()
  }
  hears(transcript: string, isFinal = true) {
    this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] })
  }
  ends() {
    this.isOpen = false
    this.onend?.()
  }
}

/** A browser that answers a status for each language. */
const browser = (statuses: Readonly<Record<string, string>>) => {
  const asked: unknown[] = []
  class Kind extends Faked {
    static async available(options: { readonly langs: readonly string[] }) {
      asked.push(options)
      return statuses[options.langs[0] ?? ''] ?? 'unavailable'
    }
    static install() {
      throw new Error('no language pack is ever fetched')
    }
  }
  return { kind: Kind as RecogniserKind, asked }
}

describe('recognition on this device', () => {
  it('is asked for each kind of English, the person’s own first', async () => {
    const { kind, asked } = browser({ 'en-GB': 'available' })
    expect(await localEnglish(kind, 'en-AU')).toEqual({ lang: 'en-GB' })
    expect(asked).toEqual(['en-AU', 'en-US', 'en-GB'].map(lang => ({ langs: [lang], processLocally: true })))
    expect(await localEnglish(browser({ 'en-US': 'available' }).kind, 'de-DE')).toEqual({ lang: 'en-US' })
  })

  it('is not used if a language pack would have to be downloaded, and none is', async () => {
    for (const status of ['downloadable', 'downloading'])
      expect(await localEnglish(browser({ 'en-US': status }).kind, 'en-GB')).toEqual({ refusal: 'no-language' })
  })

  it.each([
    ['there is no recogniser', undefined],
    ['it cannot be asked', Faked as RecogniserKind],
    ['English is not recognised here', browser({}).kind],
    [
      'the browser does not know processLocally, and would ignore it',
      Object.assign(function Unknowing() {}, { available: async () => 'available' }) as unknown as RecogniserKind,
    ],
    [
      'asking fails',
      class extends Faked {
        static available = () => Promise.reject(new Error('InvalidStateError'))
      } as RecogniserKind,
    ],
  ])('is not given where %s', async (_why, kind) => {
    expect(await localEnglish(kind, 'en-GB')).toEqual({ refusal: 'not-promised' })
  })
})

describe('listening', () => {
  let isSpeaking = false
  let heard: string[] = []
  let refused: Refusal[] = []
  let listening: Listening
  const begin = () => {
    listening = listen({
      kind: Faked as RecogniserKind,
      lang: 'en-US',
      isSpeaking: () => isSpeaking,
      onHeard: text => heard.push(text),
      onRefused: refusal => refused.push(refusal),
    })
  }
  const open = () => Faked.all.filter(each => each.isOpen)
  beforeEach(() => {
    vi.useFakeTimers()
    ;[isSpeaking, heard, refused, Faked.all, Faked.failsToStart] = [false, [], [], [], false]
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('happens on this device, in whole utterances', () => {
    begin()
    const [only] = open()
    expect(only).toMatchObject({ processLocally: true, continuous: true, interimResults: false, lang: 'en-US' })
    only?.hears('ne', false)
    only?.hears('next')
    expect(heard).toEqual(['next'])
  })

  it('does not start while the app speaks, and starts afterwards', () => {
    isSpeaking = true
    begin()
    vi.advanceTimersByTime(5000)
    expect(Faked.all).toEqual([])
    isSpeaking = false
    vi.advanceTimersByTime(300)
    expect(open()).toHaveLength(1)
  })

  it('stops when the app is about to speak, and ignores what that recogniser still reports', () => {
    begin()
    const [before] = open()
    listening.deafen()
    isSpeaking = true
    before?.hears('stop')
    expect(open()).toEqual([])
    vi.advanceTimersByTime(2000)
    expect(open()).toEqual([])
    isSpeaking = false
    vi.advanceTimersByTime(300)
    expect(open()).toHaveLength(1)
    expect(open()[0]).not.toBe(before)
    expect(heard).toEqual([])
  })

  it('continues when the browser ends it after silence', () => {
    begin()
    vi.advanceTimersByTime(8000)
    open()[0]?.onerror?.({ error: 'no-speech' })
    open()[0]?.ends()
    vi.advanceTimersByTime(300)
    expect(open()).toHaveLength(1)
    expect(refused).toEqual([])
  })

  it('stops if the browser ends it at once again and again', () => {
    begin()
    for (let count = 0; count < 5; count++) {
      open()[0]?.ends()
      vi.advanceTimersByTime(300)
    }
    expect(open()).toEqual([])
    expect(refused).toEqual(['no-microphone'])
  })

  it.each([
    ['not-allowed', 'no-microphone'],
    ['audio-capture', 'no-microphone'],
    ['service-not-allowed', 'not-promised'],
    ['language-not-supported', 'not-promised'],
    ['network', 'not-promised'],
  ])('the error "%s" ends it permanently, with the reason', (error, refusal) => {
    begin()
    const [only] = open()
    only?.onerror?.({ error })
    only?.onend?.()
    vi.advanceTimersByTime(60_000)
    expect(open()).toEqual([])
    expect(refused).toEqual([refusal])
  })

  it('reports if it cannot start', () => {
    Faked.failsToStart = true
    begin()
    expect(refused).toEqual(['no-microphone'])
  })

  it('ends when it is stopped: nothing starts again, and late results are ignored', () => {
    begin()
    const [only] = open()
    listening.stop()
    only?.hears('next')
    vi.advanceTimersByTime(60_000)
    expect(open()).toEqual([])
    expect(heard).toEqual([])
    expect(refused).toEqual([])
  })
})
