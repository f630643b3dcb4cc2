/** Ids of events: UUID version 7 (RFC 9562), which sort by the time of creation. */

/** `now` is milliseconds since 1970; `random` has 10 random bytes. */
export function uuidV7(now: number, random: Uint8Array): string {
  const time = now.toString(16).padStart(12, '0')
  const bytes = Array.from(random.slice(0, 10), byte => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(bytes.charAt(3), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bytes.slice(0, 3)}-${variant}${bytes.slice(4, 7)}-${bytes.slice(7, 19).padEnd(12, '0')}`
}

/** An id that sorts after `last`, even if the clock was set back or another device's clock is ahead. */
export function uuidV7After(last: string, now: number, random: Uint8Array): string {
  const lastTime = Number.parseInt(last.slice(0, 13).replace('-', ''), 16)
  return uuidV7(lastTime >= now ? lastTime + 1 : now, random)
}
