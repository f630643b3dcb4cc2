/** The workers of food and the files they need, kept for offline use from the first time food is opened. */
import wasm from 'highs/runtime?url'
import foods from '../knowledge/foods.gen.json?url'
import { type FoodWorker, foodWorker } from './food/ask.ts'
import workerUrl from './food/food.worker.ts?worker&url'

const absolute = (path: string) => new URL(path, location.href).href
const places = { foods: absolute(foods), wasm: absolute(wasm) }
const start = () => new Worker(workerUrl, { type: 'module' })

/** Search and sums: always at hand. */
export const pantry: FoodWorker = foodWorker(start, places)
/** Menus: stopped when they are not wanted any more. */
export const cook: FoodWorker = foodWorker(start, places)

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
