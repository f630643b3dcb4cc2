/**
 * Keeps this device and the server equal while the app is open: what is told here goes there at once, and what another
 * device told comes when the server says that the log has grown. Everything works without the server; it is tried again.
 */
import { signal } from '@preact/signals'
import { canonical, merge } from '../../diary/merge.ts'
import type { KeptEvent } from '../../diary/upgrade.ts'
import type { Place } from '../../sync/find-log.ts'
import { logKeys } from '../../sync/keys.ts'
import type { Ended, Memory } from '../../sync/memory.ts'
import { pull } from '../../sync/pull.ts'
import { push, pushNew } from '../../sync/push.ts'
import { countKept, readAll, receive, whenKept } from '../state/log.ts'
import { isSyncOn, markSync } from '../state/sync-on.ts'
import { toast } from '../ui/toast.tsx'
import { dropSync, type KeptSync, keepSync, type Notice, readSync } from './kept-sync.ts'
import { ownServer, random, watchLog } from './own-server.ts'
import { alone } from './turns.ts'

export type Status =
  | { readonly kind: 'working' }
  | { readonly kind: 'equal'; readonly at: number; readonly held: number }
  /** It is tried again by itself. */
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'erased'; readonly isProven: boolean }

export const status = signal<Status>({ kind: 'working' })
/** They stay until the person has read them. */
export const notices = signal<readonly Notice[]>([])

const words = {
  noticed: 'The server has lost something. Nothing here is lost. See Settings, More devices.',
}

/** Milliseconds. */
const gather = 100
const tryAgain = { least: 2000, most: 60_000 }

let isStarted = false
let isFirstRound = true
let fresh: KeptEvent[] = []
let isRoundWaiting = false
let pause = tryAgain.least
let timer: ReturnType<typeof setTimeout> | undefined
let leaveStream: (() => void) | undefined

/** Begins, once a page. Call it when sync is on. */
export function startSync(): void {
  if (isStarted) return
  isStarted = true
  whenKept(events => {
    fresh.push(...events)
    clearTimeout(timer)
    timer = setTimeout(syncNow, gather)
  })
  addEventListener('online', syncNow)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') syncNow()
  })
  syncNow()
}

export function syncNow(): void {
  clearTimeout(timer)
  // A round that waits for its turn will see what is new.
  if (isRoundWaiting) return
  isRoundWaiting = true
  void alone(() => {
    isRoundWaiting = false
    return oneRound().catch(() => waitFor('The round was cut off.'))
  })
}

/** Ends sync in this browser; the log on the server stays. Returns what was kept, to put it back. */
export async function stopSync(): Promise<KeptSync | undefined> {
  const kept = await readSync()
  leaveStream?.()
  leaveStream = undefined
  clearTimeout(timer)
  markSync(false)
  await dropSync()
  return kept
}

/** Turns sync on in this browser, with this secret. */
export async function useSecret(secret: Uint8Array, memory: Memory, shares: KeptSync['shares'] = []): Promise<void> {
  await keepSync({ secret, memory, notices: [], shares })
  status.value = { kind: 'working' }
  markSync(true)
  startSync()
  syncNow()
}

/** The person has read the notices. */
export async function noticesRead(): Promise<void> {
  notices.value = []
  const kept = await readSync()
  if (kept) await keepSync({ ...kept, notices: [] })
}

async function oneRound(): Promise<void> {
  const kept = await readSync()
  if (kept === undefined || !isSyncOn.value) return
  notices.value = kept.notices
  const place: Place = { remote: ownServer, secret: kept.secret, part: 'diary', memory: kept.memory }
  const told = fresh.splice(0)
  const done = await exchange(place, told)
  if (done.kind !== 'equal') {
    fresh = [...told, ...fresh]
    if (done.kind === 'erased') await stopSync()
    if (done.kind === 'erased') status.value = { kind: 'erased', isProven: done.isProven }
    else waitFor(done.kind === 'failed' ? done.why : 'The server does not know this diary.')
    return
  }
  const { memory, losses } = done
  notices.value = [...new Set([...notices.value, ...losses])]
  if (losses.length > 0) toast.value = { text: words.noticed }
  const next: KeptSync = { ...kept, memory, notices: notices.value }
  if (isSyncOn.value) await keepSync(next)
  pause = tryAgain.least
  status.value = { kind: 'equal', at: Date.now(), held: memory.seen?.count ?? 0 }
  // Another device may have let somebody read along: that is looked up once a page.
  if (isSyncOn.value && (isFirstRound || (next.shares ?? []).length > 0))
    await import('./shares.ts').then(({ serveReaders }) => serveReaders(next)).catch(() => undefined)
  isFirstRound = false
  leaveStream ??= watchLog(logKeys(kept.secret, 'diary', memory.epoch), count => {
    if (count === undefined) {
      leaveStream = undefined
      waitFor('The server does not answer.')
    } else void onCount(count)
  })
}

async function onCount(count: number): Promise<void> {
  const kept = await readSync()
  if (kept !== undefined && kept.memory.pulled?.count !== count) syncNow()
}

interface Equal {
  readonly kind: 'equal'
  readonly memory: Memory
  readonly losses: readonly Notice[]
}

/** Where as many are here as there, and all from there are here, nothing is missing on either side. */
async function exchange(place: Place, told: readonly KeptEvent[]): Promise<Equal | Ended> {
  const own = await pushNew(place, told, random)
  let memory = own.kind === 'pushed' ? own.memory : place.memory
  const read = await pull({ ...place, memory }, await countKept())
  if (read.kind === 'failed' || read.kind === 'erased') return read
  const losses: Notice[] = []
  if (read.kind === 'pulled') {
    await takeIn(read.events)
    losses.push(...read.losses, ...(read.damaged > 0 || read.isIncomplete ? ['damaged' as const] : []))
    memory = read.memory
    if (memory.pulled !== undefined && memory.pulled.count === (await countKept()))
      return { kind: 'equal', memory, losses }
  }
  const sent = await push({ ...place, memory }, await readAll(), random)
  if (sent.kind !== 'pushed') return sent
  return { kind: 'equal', memory: sent.memory, losses: [...losses, ...sent.losses] }
}

/** Only what is new here, or what every device chooses of two that claim the same id. */
async function takeIn(events: readonly KeptEvent[]): Promise<void> {
  if (events.length === 0) return
  const here = new Map((await readAll()).map(event => [event.id, event]))
  const changed = events.flatMap(event => {
    const own = here.get(event.id)
    const chosen = own === undefined ? event : merge([own], [event])[0]
    return chosen === undefined || (own !== undefined && canonical(own) === canonical(chosen)) ? [] : [chosen]
  })
  if (changed.length > 0) await receive(changed)
}

function waitFor(why: string): void {
  status.value = { kind: 'waiting', why }
  clearTimeout(timer)
  timer = setTimeout(syncNow, pause)
  pause = Math.min(tryAgain.most, pause * 2)
}
