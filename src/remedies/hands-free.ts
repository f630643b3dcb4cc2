/**
 * What a session is asked to do without a touch: by a spoken word, by a headset, by the space bar. It only ever moves the
 * session; no answer to a question can come of it. A check of the skin is never skipped, because that would answer it.
 */
import type { Mark, Moment } from './session.ts'

/** The words that a person may say; nothing else is listened for. */
export const spokenWords = ['next', 'pause', 'back', 'stop'] as const
export type SpokenWord = (typeof spokenWords)[number]

/** `toggle` is one key for both: it pauses, and it goes on. */
export type Asked = SpokenWord | 'play' | 'toggle'

type Where = Pick<Moment, 'status' | 'phase'>

/** Said beside a word without changing it. */
const fillers: ReadonlySet<string> = new Set(['please', 'now', 'it', 'ok', 'okay'])

/**
 * What a whole utterance asks for at this moment; undefined if it asks for nothing. Talk that only has one of the words in it
 * asks for nothing. While the app speaks nothing counts, because a microphone hears that too.
 */
export function meaningOf(heard: string, where: Where, isSpeaking: boolean): Mark['kind'] | undefined {
  const word = wordIn(heard)
  return isSpeaking || word === undefined ? undefined : markFor(word, where)
}

function wordIn(heard: string): SpokenWord | undefined {
  const said = (heard.toLowerCase().match(/[a-z']+/g) ?? []).filter(each => !fillers.has(each))
  return spokenWords.find(word => said.length > 0 && said.every(each => each === word))
}

/** The tap that is meant at this moment. "Next" also says that one is ready, and goes on after a pause. */
export function markFor(asked: Asked, { status, phase }: Where): Mark['kind'] | undefined {
  if (status === 'done' || status === 'stopped') return undefined
  if (asked === 'stop') return 'stop'
  if (status === 'waiting') return asked === 'next' || asked === 'play' || asked === 'toggle' ? 'skip' : undefined
  if (asked === 'back') return 'back'
  if (status === 'paused') return asked === 'pause' ? undefined : 'resume'
  if (asked === 'next') return phase?.kind === 'skin-check' ? undefined : 'skip'
  return asked === 'play' ? undefined : 'pause'
}
