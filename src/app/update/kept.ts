/** The signed file that this browser took. It is no one's answers, so it is kept beside the app and not in the diary. */
import type { PinnedKey } from '../../update/accept.ts'
import { noteForgotten, noteTaken, type TakenDates } from '../state/taken-knowledge.ts'
import { takenCache, takenPlace } from '../state/worker/taken-file.ts'

const keyPlace = '/knowledge/typed-key.json'

/** A key whose code the person typed is kept with the file that it signed. */
export async function keep(text: string, dates: TakenDates, typed?: PinnedKey): Promise<void> {
  const cache = await caches.open(takenCache)
  const put = (place: string, json: string) =>
    cache.put(place, new Response(json, { headers: { 'Content-Type': 'application/json' } }))
  await put(takenPlace, text)
  if (typed) await put(keyPlace, JSON.stringify(typed))
  noteTaken(dates)
}

/** The key whose code the person typed, if any. */
export async function readTypedKey(): Promise<PinnedKey | undefined> {
  const found = await (await caches.open(takenCache)).match(keyPlace)
  return found && ((await found.json()) as PinnedKey)
}

export async function forget(): Promise<void> {
  noteForgotten()
  await caches.delete(takenCache)
}
