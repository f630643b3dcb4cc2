/**
 * The lock of the screens that show the diary, off by default. It hides what is on the screen and encrypts nothing, so
 * that the check still knows what was told (docs/decisions/0091-the-lock.md). Here is whether it is closed; the words
 * are tried in `settings/lock-words.ts`, which the first screen does not load.
 */
import { computed, signal } from '@preact/signals'
import { dayLong } from '../../time.ts'
import { type Check, isNumber, readKept } from './local-storage.ts'

export interface Lock {
  /** base64url, of 16 and 32 bytes; the words themselves are not stored. */
  readonly salt: string
  readonly digest: string
  readonly rounds: number
  /** Milliseconds since 1970: somebody who forgot the words asked for the lock to come off then. */
  readonly comesOffAt?: number
}

/** The lock comes off this long after somebody has asked for it without the words. */
export const waitDays = 3
/** Milliseconds out of sight after which the words are asked again. */
const mostHidden = 5 * 60_000

const key = 'unknot-lock'

const writtenIn =
  (letters: number): Check =>
  value =>
    typeof value === 'string' && value.length === letters && /^[\w-]+$/.test(value)
const areRounds: Check = value => Number.isInteger(value) && Number(value) > 0 && Number(value) <= 10_000_000

export const lock = signal<Lock | undefined>(read())
/** Were the words given on this page? */
const isOpened = signal(false)

export const isLocked = computed(() => lock.value !== undefined && !isOpened.value)

/** Turns the lock on, with the diary open until it is locked again. Undefined turns it off. */
export function setLock(next: Lock | undefined): void {
  lock.value = next
  isOpened.value = next !== undefined
  keep(next)
}

export function closeLock(): void {
  isOpened.value = false
}

/** The words were right: nobody who had them needs the lock to come off. */
export function openLock(): void {
  if (lock.peek() === undefined) return
  const { comesOffAt: _, ...rest } = lock.peek() as Lock
  setLock(rest)
}

/** For a person who forgot the words. Asking again does not postpone it. */
export function askToTakeOff(now: number): void {
  const kept = lock.peek()
  if (kept === undefined) return
  const at = Math.min(kept.comesOffAt ?? Number.POSITIVE_INFINITY, now + waitDays * dayLong)
  lock.value = { ...kept, comesOffAt: at }
  keep(lock.value)
}

/** Takes the lock off if the wait is over. */
export function takeOffIfDue(now: number): void {
  const at = lock.peek()?.comesOffAt
  if (at !== undefined && at <= now) setLock(undefined)
}

/** Call it once, when the app starts. */
export function watchLock(): void {
  takeOffIfDue(Date.now())
  let hiddenAt = Number.POSITIVE_INFINITY
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now()
    else {
      if (Date.now() - hiddenAt >= mostHidden) closeLock()
      takeOffIfDue(Date.now())
    }
  })
  // Another tab turned it on or off.
  addEventListener('storage', event => {
    if (event.key === key) lock.value = read()
  })
}

/** A damaged lock is no lock: nobody could open it. */
function read(): Lock | undefined {
  const { salt, digest, rounds, comesOffAt } = readKept<Lock>(key, {
    salt: writtenIn(22),
    digest: writtenIn(43),
    rounds: areRounds,
    comesOffAt: isNumber,
  })
  if (salt === undefined || digest === undefined || rounds === undefined) return undefined
  return { salt, digest, rounds, ...(comesOffAt === undefined ? {} : { comesOffAt }) }
}

function keep(next: Lock | undefined): void {
  try {
    if (next === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // Without room the lock lasts as long as the page.
  }
}
