/** SMART Health Links of this diary: makes them, lists them, ends them. Loaded on their screens alone. */
import { understood } from '../../diary/upgrade.ts'
import { toFhir } from '../../library/diary.ts'
import { endHealthLink, type HealthLink, healthLinkText, newHealthLink, putDocument } from '../../sync/health-link.ts'
import { linkEndedRecord, linkMadeRecord } from '../../sync/records.ts'
import { addRecord } from '../../sync/sharing.ts'
import { localIso } from '../../time.ts'
import { readAll } from '../state/log.ts'
import type { KeptSync } from './kept-sync.ts'
import { random, sendOwn } from './own-server.ts'
import { keepOutcome, type Outcome, ownerOf, withSync } from './shares.ts'

export interface WantedLink {
  readonly label: string
  /** The person's name on the document; left out when it is empty. */
  readonly name: string
  readonly until: string
  readonly passcode: string | undefined
}

/** Puts the diary as it is now behind a new link. It is written down first, so that it can always be ended. */
export async function makeLink(wanted: WantedLink): Promise<Outcome & { readonly link?: HealthLink }> {
  const { label, name, until, passcode } = wanted
  const link = newHealthLink({ label, until, hasPasscode: passcode !== undefined }, random)
  const noted = await withSync(kept => record(kept, linkMadeRecord(link, stamp())))
  if (noted.kind === 'failed') return noted
  const document = toFhir(understood(await readAll()), {
    id: crypto.randomUUID(),
    at: localIso(new Date()),
    ...(name === '' ? {} : { name }),
  })
  const put = await putDocument(location.origin, sendOwn, link, document, passcode)
  if (put.kind === 'done') return { kind: 'done', link }
  await endLink(link)
  return put
}

export async function endLink(link: HealthLink): Promise<Outcome> {
  const ended = await endHealthLink(location.origin, sendOwn, link)
  return ended.kind === 'done' ? withSync(kept => record(kept, linkEndedRecord(link, stamp()))) : ended
}

/** The link with this app's viewer in front, so that any camera opens it. */
export const linkText = (link: HealthLink): string => healthLinkText(location.origin, link, `${location.origin}/view`)

/** Six digits that nobody chose. */
export function newPasscode(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return String(number % 1_000_000).padStart(6, '0')
}

const stamp = () => ({ now: Date.now(), random })

const record = async (kept: KeptSync, made: Parameters<typeof addRecord>[1]): Promise<Outcome> =>
  keepOutcome(kept, await addRecord(ownerOf(kept), made))
