/** People seldom mistype the first letter: where they do, it sounds alike, changed places, or is the next key. */
import { neighbourKeys } from './distance.ts'

const soundAlike = ['cksq', 'fpv', 'gj', 'iy', 'xzs', 'eia', 'uv', 'ou', 'wv', 'td', 'mn', 'pb']

/** The letters with which the meant name may begin; `isKey` where only the next key explains it. */
export function firstLetters(key: string): readonly { readonly letter: string; readonly isKey: boolean }[] {
  const first = key.charAt(0)
  const alike = soundAlike.filter(set => set.includes(first)).flatMap(set => [...set])
  const likely = new Set([first, ...alike, key.charAt(1), ...(first === 'h' ? [] : ['h'])])
  const slipped = neighbourKeys(first).filter(letter => !likely.has(letter))
  return [...[...likely].map(letter => ({ letter, isKey: false })), ...slipped.map(letter => ({ letter, isKey: true }))]
}
