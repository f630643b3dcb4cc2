/** What somebody shares, laid out for who reads along. */
import { fold } from '../../diary/fold.ts'
import type { KeptEvent } from '../../diary/upgrade.ts'
import { understood } from '../../diary/upgrade.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { planKnowledge } from '../../library/plan.ts'
import { asReadAlong, type ReadAlong, readAlong } from '../../report/read-along.ts'
import { newestCopy } from '../../sync/records.ts'
import type { SharedPart } from '../../sync/share.ts'
import { today } from '../state/store.ts'
import { TierPassport } from '../triage/door.ts'
import { titled } from '../ui/body-map.tsx'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { TierName } from '../ui/tier.tsx'
import { SharedDays } from './shared-days.tsx'

const words = {
  now: 'Now',
  nothing: 'They have told of no spasm or cramp yet.',
  spasm: (place: string, side: string) => `${place} spasm${side}`,
  cramp: (place: string, side: string) => `${place} cramp${side}`,
  since: (time: string) => `Since ${time}.`,
  over: (time: string) => `It is over since ${time}.`,
  checkIn: 'Last check-in',
  none: 'They have not rated the pain yet.',
  pain: (pain: number) => `Pain ${pain} of 10`,
  painWas: (before: number) => `Before that it was ${before} of 10.`,
  asked: (time: string) => `Danger signs were last answered on ${time}.`,
  notAsked: 'Danger signs were not answered yet.',
  unsettled: 'The check for danger is not finished. Ask them to finish it, or do it with them.',
  soon: 'How soon it needs help',
  watch: 'What to watch for',
  you: 'Here “you” is the person who hurts. Get help for them if:',
  news: (time: string) => `Their device last told something new on ${time}.`,
  unreadable: 'This page was written by a newer Unknot. Load the page again to get the newest.',
  report: 'Their report for the clinician',
  notDevice: 'Unknot is not a medical device. No clinician has reviewed it yet.',
}

export function SharedPage({
  events,
}: {
  readonly events: Readonly<Partial<Record<SharedPart, readonly KeptEvent[]>>>
}) {
  const report = newestCopy(events.reports ?? [])
  const { page, at } = pageOf(events)
  return (
    <>
      {page === undefined && (events.now ?? events.diary) !== undefined && <p class="card">{words.unreadable}</p>}
      {page && <Now page={page} />}
      {at !== undefined && <p class="note">{words.news(say.dayAndTime(at))}</p>}
      {typeof report?.content === 'string' && (
        <details class="card fold">
          <summary>{words.report}</summary>
          <p class="report-text">{report.content}</p>
        </details>
      )}
      {events.diary && <SharedDays events={understood(events.diary)} />}
      <p class="note">{words.notDevice}</p>
    </>
  )
}

/** The page that their device made; with the whole diary shared and no such page, it is made here. */
function pageOf({ now, diary }: Readonly<Partial<Record<SharedPart, readonly KeptEvent[]>>>): {
  readonly page: ReadAlong | undefined
  readonly at: number | undefined
} {
  const copy = newestCopy(now ?? [])
  if (copy) return { page: asReadAlong(copy.content), at: Date.parse(copy.at) }
  if (diary === undefined) return { page: undefined, at: undefined }
  const newest = diary.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)
  return {
    page: readAlong(planKnowledge, fold(understood(diary)), Date.now(), today()),
    at: newest && Date.parse(newest.at),
  }
}

function Now({ page: { newest, checkIn, help, watchFor } }: { readonly page: ReadAlong }) {
  if (newest === undefined) return <p class="card">{words.nothing}</p>
  const { complaint, region, side, since, over } = newest
  const name = words[complaint === 'back' ? 'spasm' : 'cramp'](
    titled(region),
    side && side !== 'middle' ? `, ${side}` : '',
  )
  const isUrgent = help?.tier === 'emergency' || help?.tier === 'same-day'
  return (
    <div class="grid-2 stack gap-5">
      {help && (help.isSettled || isUrgent) && (
        <section class="card stack gap-2" data-tier={help.tier}>
          <h2>{words.soon}</h2>
          <TierName tier={help.tier} />
          <p>
            <b>{tierAdvice[help.tier].action}</b>
          </p>
          <TierPassport tier={help.tier} />
        </section>
      )}
      <section class="card stack gap-2">
        <h2>{words.now}</h2>
        <p>
          <b>{name}</b>
        </p>
        <p>{over === undefined ? words.since(say.dayAndTime(since)) : words.over(say.dayAndTime(over))}</p>
        {help?.isSettled === false && <p>{words.unsettled}</p>}
      </section>
      <section class="card stack gap-2">
        <h2>{words.checkIn}</h2>
        {checkIn ? (
          <>
            <p>
              <b>{words.pain(checkIn.pain)}</b>, {say.dayAndTime(checkIn.at)}
            </p>
            {checkIn.before !== undefined && <p>{words.painWas(checkIn.before)}</p>}
          </>
        ) : (
          <p>{words.none}</p>
        )}
        {help && (
          <p class="quiet">
            {help.checkedAt === undefined ? words.notAsked : words.asked(say.dayAndTime(help.checkedAt))}
          </p>
        )}
      </section>
      {watchFor && (
        <section class="card stack gap-3">
          <h2>{words.watch}</h2>
          <p class="quiet">{words.you}</p>
          <ul class="ticks">
            {watchFor.signs.map(sign => (
              <li key={sign}>
                <Icon name="dot" />
                <span>{sign}</span>
              </li>
            ))}
          </ul>
          <Passport
            entries={[`/reference/plans/${complaint}-${region.replaceAll(' ', '-')}`, '/reference/plan-lines']}
            certainty={null}
            sources={watchFor.sources}
            nextReview={watchFor.nextReview}
          />
        </section>
      )}
    </div>
  )
}
