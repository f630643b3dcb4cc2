/**
 * Control of a session without touch: by a spoken word, a headset, or the space bar. It only ever moves the session; it
 * never answers a question. A check of the skin is never skipped, because that would answer it.
 */
import type { Mark, Moment } from './session.ts'

/** The words that a person may say; no others are recognised. */
export const spokenWords = ['next', 'pause', 'back', 'stop'] as const
export type SpokenWord = (typeof spokenWords)[number]

/** `toggle` is one key for both: it pauses or resumes. */
export type Asked = SpokenWord | 'play' | 'toggle'

type Where = Pick<Moment, 'status' | 'phase'>

/** Words that do not change the meaning of the others. */
const fillers: ReadonlySet<string> = new Set(['please', 'now', 'it', 'ok', 'okay'])

/**
 * What a whole utterance asks for at this moment; undefined if nothing. Longer talk that contains one of the words asks
 * for nothing. Nothing counts while the app speaks, because a microphone hears the app too.
 */
export function meaningOf(heard: string, where: Where, isSpeaking: boolean): Mark['kind'] | undefined {
  const word = wordIn(heard)
  return isSpeaking || word === undefined ? undefined : markFor(word, where)
}

function wordIn(heard: string): SpokenWord | undefined {
  const said = (heard.toLowerCase().match(/[a-z']+/g) ?? []).filter(each => !fillers.has(each))
  return spokenWords.find(word => said.length > 0 && said.every(each => each === word))
}

/** The tap that is meant at this moment. "Next" also says that the person is ready, and resumes after a pause. */
export function markFor(asked: Asked, { status, phase }: Where): Mark['kind'] | undefined {
  if (status === 'done' || status === 'stopped') return undefined
  if (asked === 'stop') return 'stop'
  if (status === 'waiting') return asked === 'next' || asked === 'play' || asked === 'toggle' ? 'skip' : undefined
  if (asked === 'back') return 'back'
  if (status === 'paused') return asked === 'pause' ? undefined : 'resume'
  if (asked === 'next') return phase?.kind === 'skin-check' ? undefined : 'skip'
  return asked === 'play' ? undefined : 'pause'
}
