/** The food worker in the built app, used from a page like the screens use it. */
import { readdirSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'

export interface Timed {
  readonly first: number | undefined
  readonly total: number
  readonly value: unknown
}

declare global {
  /** In the page. The worker is kept for the next question, unless a fresh one is wanted. */
  var askFood: (task: string, what: unknown, isFresh?: boolean) => Promise<Timed>
}

/** Opens a page of the app. Its worker starts with the first request; answers come with their times. */
export async function openFoodPage(page: Page, address: string): Promise<void> {
  const asset = (part: string) =>
    `/assets/${readdirSync('dist/app/assets').find(name => name.startsWith(part) && !/\.(br|gz)$/.test(name))}`
  await page.goto(`${address}learn`)
  // The test runner wraps function names in a helper that the page does not have.
  await page.evaluate('globalThis.__name = each => each')
  await page.evaluate(
    ({ worker: url, foods, wasm }) => {
      let begun: Worker | undefined
      const absolute = (path: string) => new URL(path, location.href).href
      let number = 0
      globalThis.askFood = (task, what, isFresh = false) =>
        new Promise((resolve, reject) => {
          if (isFresh) {
            begun?.terminate()
            begun = undefined
          }
          const asked = performance.now()
          begun ??= new Worker(url, { type: 'module' })
          const worker = begun
          number += 1
          const own = number
          let first: number | undefined
          const hear = ({ data }: MessageEvent) => {
            if (data.number !== own) return
            if ('news' in data) {
              first ??= performance.now() - asked
              return
            }
            worker.removeEventListener('message', hear)
            if ('problem' in data) reject(new Error(data.problem.message))
            else resolve({ first, total: performance.now() - asked, value: data.answer })
          }
          worker.addEventListener('message', hear)
          worker.postMessage({
            number: own,
            task,
            given: { places: { foods: absolute(foods), wasm: absolute(wasm) }, what },
          })
        })
    },
    { worker: asset('food.worker-'), foods: asset('foods.gen-'), wasm: asset('highs-') },
  )
}

/** The processor time of all pages of a browser so far, in milliseconds. */
export async function rendererTime(system: CDPSession): Promise<number> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  const busy = processInfo.filter(({ type }) => type === 'renderer').map(({ cpuTime }) => cpuTime)
  return 1000 * busy.reduce((sum, each) => sum + each, 0)
}
