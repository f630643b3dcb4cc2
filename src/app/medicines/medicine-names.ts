/** The names of medicines, looked up in a worker that opens them; started only by the screens that need them. */
import { type Holdings, holdingsOf as holdingsIn, type LookUpAnswer } from '../../medicines/answer.ts'
import type { Suggestion } from '../../medicines/nearest.ts'
import { callsTo } from '../state/worker/call-worker.ts'
import type { NameTasks } from './worker/names.worker.ts'

const { call, makeReady } = callsTo<NameTasks>(
  () => new Worker(new URL('./worker/names.worker.ts', import.meta.url), { type: 'module' }),
  'medicine names',
)

/** Starts the worker before the first letter is typed. */
export const openNames = makeReady

export const lookUpAll = (names: readonly string[]): Promise<readonly LookUpAnswer[]> => call('lookUp', names)
export const lookUp = async (typed: string): Promise<LookUpAnswer> =>
  (await lookUpAll([typed]))[0] ?? { status: 'not-recognised', ingredients: [] }
/** What each name holds; missing where that is not certain. */
export const holdingsOf = async (names: readonly string[]): Promise<Holdings> =>
  holdingsIn(names, await lookUpAll(names))
/** How a name is kept: with its ingredient, once for each; by the name alone where it is not certain or cannot be opened. */
export async function usesOf(
  medicine: string,
): Promise<readonly { readonly medicine: string; readonly ingredient?: string }[]> {
  const held = (await holdingsOf([medicine]).catch(() => undefined))?.get(medicine) ?? []
  if (held.length <= 1) return [{ medicine, ...(held[0] ? { ingredient: held[0].id } : {}) }]
  return held.map(({ id, name }) => ({ medicine: `${medicine.slice(0, 198 - name.length)}: ${name}`, ingredient: id }))
}
export const confirmed = (name: string, ingredients: readonly string[]): Promise<LookUpAnswer> =>
  call('confirmed', { name, ingredients })
export const suggest = (typed: string): Promise<readonly Suggestion[]> => call('suggest', typed)
