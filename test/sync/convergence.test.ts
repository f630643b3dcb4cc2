/**
 * Any interleaving of any devices, over a network that loses, repeats and delays requests and answers, ends in the same
 * diary everywhere. The server is the real one, on libSQL.
 */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toJson } from '../../src/diary/json.ts'
import { merge } from '../../src/diary/merge.ts'
import type { KeptEvent } from '../../src/diary/upgrade.ts'
import { moveOn } from '../../src/sync/end.ts'
import { type Fetch, httpRemote } from '../../src/sync/http.ts'
import { type Memory, newMemory } from '../../src/sync/memory.ts'
import { pull } from '../../src/sync/pull.ts'
import { push } from '../../src/sync/push.ts'
import { numbered, type SyncServer, syncServer } from '../support/sync.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
let server: SyncServer
beforeAll(async () => {
  server = await syncServer()
})
afterAll(() => server.close())

type Trouble = 'none' | 'lose-request' | 'lose-answer' | 'twice' | 'later'

/** Each request meets the next trouble. A delayed one arrives after others, when nobody waits for it any more. */
function network(troubles: readonly Trouble[]) {
  const delayed: (() => Promise<unknown>)[] = []
  let at = 0
  let isCalm = false
  const fetch: Fetch = async (url, init) => {
    const trouble = isCalm ? 'none' : (troubles[at++ % troubles.length] ?? 'none')
    if (trouble === 'lose-request') throw new Error('lost on the way there')
    if (trouble === 'later') {
      delayed.push(() => server.fetch(url, init))
      throw new Error('took too long')
    }
    if (trouble === 'twice') await server.fetch(url, init)
    const response = await server.fetch(url, init)
    if (trouble === 'lose-answer') throw new Error('lost on the way back')
    return response
  }
  return {
    fetch,
    /** Delayed requests arrive now, the newest first. */
    arrive: async () => {
      for (const send of delayed.splice(0).reverse()) await send()
    },
    calm: () => {
      isCalm = true
    },
  }
}

class Device {
  events: readonly KeptEvent[] = []
  memory: Memory = newMemory
  readonly #fetch: Fetch
  readonly #secret: Uint8Array
  constructor(secret: Uint8Array, fetch: Fetch) {
    this.#secret = secret
    this.#fetch = fetch
  }
  get place() {
    const remote = httpRemote('http://sync.test', this.#fetch)
    return { remote, secret: this.#secret, part: 'diary' as const, memory: this.memory }
  }
  tell(event: KeptEvent) {
    this.events = merge([...this.events, event], [])
  }
  async push() {
    this.memory = (await push(this.place, this.events, random)).memory
  }
  async pull() {
    const done = await pull(this.place)
    if (done.kind !== 'pulled') return
    expect(done.damaged).toBe(0)
    this.events = merge([...this.events, ...done.events], [])
    this.memory = done.memory
  }
  async moveOn() {
    const done = await moveOn(this.place, this.events, random)
    if (done.kind === 'done') this.memory = done.memory
  }
}

const deviceCount = 4
const device = fc.nat({ max: deviceCount - 1 })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('tell' as const), device) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('push' as const), device) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('pull' as const), device) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('both at once' as const), device) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('arrive' as const), device) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('same id' as const), device) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('move on' as const), device) },
)
const trouble = fc.constantFrom<Trouble>('none', 'none', 'none', 'lose-request', 'lose-answer', 'twice', 'later')

it('any order of any devices over any network ends in the same diary on each', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 40 }),
      fc.array(trouble, { minLength: 1, maxLength: 30 }),
      async (steps, troubles) => {
        const line = network(troubles)
        const secret = randomBytes(32)
        const devices = Array.from({ length: deviceCount }, () => new Device(secret, line.fetch))
        const told: KeptEvent[] = []
        for (const [what, who] of steps) {
          const one = devices[who] as Device
          const event = what === 'same id' ? numbered(1, `damaged by ${who}`) : numbered(told.length + 1)
          if (what === 'tell' || what === 'same id') {
            told.push(event)
            one.tell(event)
          } else if (what === 'push') await one.push()
          else if (what === 'pull') await one.pull()
          else if (what === 'both at once') await Promise.all([one.push(), devices[(who + 1) % deviceCount]?.push()])
          else if (what === 'move on') await one.moveOn()
          else await line.arrive()
        }
        line.calm()
        for (const one of devices) await one.push()
        await line.arrive()
        // A device that was offline meanwhile catches up too.
        for (const one of devices) await one.push()
        for (const one of devices) await one.pull()
        const expected = toJson(told)
        for (const { events } of devices) expect(toJson(events)).toBe(expected)
      },
    ),
    { numRuns: 60 },
  )
})
