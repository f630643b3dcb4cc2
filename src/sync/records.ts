/**
 * What the logs of `shares`, `now` and `reports` hold: records in the shape of events, so that they are sealed, sent and
 * merged as the diary is. They are never part of the diary.
 */
import type { KeptEvent } from '../diary/upgrade.ts'
import { uuidV7 } from '../ids.ts'
import { utcTime } from '../time.ts'
import type { HealthLink } from './health-link.ts'
import type { Random } from './seal.ts'
import { type Share, sharedParts, shareId } from './share.ts'

/** A copy of what is shared, as it stood at `at`: the page for who reads along, or the text of the report. */
export interface Copy extends KeptEvent {
  readonly type: 'copied'
  readonly content: unknown
}

interface Stamp {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly random: Random
}

const stamped = <Type extends string, Fields extends object>(type: Type, fields: Fields, { now, random }: Stamp) => ({
  id: uuidV7(now, random(new Uint8Array(10))),
  v: 1,
  at: utcTime(now),
  type,
  ...fields,
})

export const copyOf = (content: unknown, stamp: Stamp): Copy => stamped('copied', { content }, stamp)
export const madeRecord = (share: Share, stamp: Stamp): KeptEvent => stamped('share-made', { share }, stamp)
export const endedRecord = (share: Share, stamp: Stamp): KeptEvent =>
  stamped('share-ended', { share: shareId(share) }, stamp)

export const linkMadeRecord = (link: HealthLink, stamp: Stamp): KeptEvent => stamped('link-made', { link }, stamp)
export const linkEndedRecord = ({ id }: HealthLink, stamp: Stamp): KeptEvent =>
  stamped('link-ended', { link: id }, stamp)

/** The newest copy. */
export function newestCopy(events: readonly KeptEvent[]): Copy | undefined {
  const copies = events.filter((event): event is Copy => event.type === 'copied' && 'content' in event)
  return copies.reduce<Copy | undefined>((newest, each) => (newest && newest.id > each.id ? newest : each), undefined)
}

/** The shares that were made and not ended, the oldest first. Those whose time is over are among them. */
export const sharesIn = (events: readonly KeptEvent[]): readonly Share[] => standing(events, 'share', isShare, shareId)

/** The links that were made and not ended, the same way. */
export const linksIn = (events: readonly KeptEvent[]): readonly HealthLink[] =>
  standing(events, 'link', isLink, ({ id }) => id)

function standing<Made>(
  events: readonly KeptEvent[],
  field: 'share' | 'link',
  isMade: (value: unknown) => value is Made,
  idOf: (made: Made) => string,
): readonly Made[] {
  const of = (type: string) =>
    events.flatMap(event =>
      event.type === type ? [(event as unknown as Readonly<Record<string, unknown>>)[field]] : [],
    )
  const ended = new Set(of(`${field}-ended`))
  return of(`${field}-made`).flatMap(made => (isMade(made) && !ended.has(idOf(made)) ? [made] : []))
}

const isText = (value: unknown): boolean => typeof value === 'string'

function isShare(value: unknown): value is Share {
  const { secret, whom, about, parts, until } = (value ?? {}) as Readonly<Record<string, unknown>>
  return (
    [secret, whom, about, until].every(isText) &&
    Array.isArray(parts) &&
    parts.every(part => (sharedParts as readonly unknown[]).includes(part))
  )
}

function isLink(value: unknown): value is HealthLink {
  const { id, key, token, label, until, hasPasscode } = (value ?? {}) as Readonly<Record<string, unknown>>
  return [id, key, token, label, until].every(isText) && typeof hasPasscode === 'boolean'
}
