/** The workers of food and the files they need, kept for offline use from the first time food is opened. */
import wasm from 'highs/runtime?url'
import foods from '../../knowledge/foods.gen.json?url'
import { lookForNewer } from '../state/newer-version.ts'
import { type FoodWorker, foodWorker } from './worker/ask.ts'
import workerUrl from './worker/food.worker.ts?worker&url'

const absolute = (path: string) => new URL(path, location.href).href
const places = { foods: absolute(foods), wasm: absolute(wasm) }
const start = () => new Worker(workerUrl, { type: 'module' })

/** A tab that was opened before an update requests a worker file that no longer exists. */
const whenItFails = () => void lookForNewer(absolute(workerUrl))

/** Search and sums: always at hand. */
export const foodTable: FoodWorker = foodWorker(start, places, whenItFails)
/** Menus: stopped when they are not wanted any more. */
export const menuMaker: FoodWorker = foodWorker(start, places, whenItFails)

/** The service worker answers from this cache; it is not filled before somebody opens food. */
const cacheName = 'unknot-food'

export async function keepForOffline(): Promise<void> {
  if (!('caches' in globalThis)) return
  try {
    const cache = await caches.open(cacheName)
    for (const url of [absolute(workerUrl), places.foods, places.wasm])
      if (!(await cache.match(url))) await cache.add(url)
    const wanted = new Set([absolute(workerUrl), places.foods, places.wasm])
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
  } catch {
    // Without room or network food works as long as the network does.
  }
}
