/** Now: where does it hurt, is it cramping this minute, and what is under way. */

import { batch, signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionRecord } from '../../diary/diary.ts'
import { complaintAt, type Region, type Side } from '../../knowledge/vocabulary.ts'
import { dayLong } from '../../time.ts'
import { isLocked } from '../state/lock.ts'
import { askedLater, diary, episode, lastEnded, newId, openedAt, openSession, record } from '../state/store.ts'
import { BodyMap, titled } from '../ui/body-map.tsx'
import { Icon } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'
import { episodeCard, loadEpisodeCard } from './episode-card.ts'
import { go } from './place.ts'

const words = {
  title: 'Where does it hurt?',
  cramp: 'Cramping right now?',
  crampHint: 'Start the release. No form first.',
  which: 'which side?',
  sides: { left: 'Left', middle: 'Middle', right: 'Right' },
  other: 'Undo',
  session: 'Go on with the session',
  back: 'It came back',
  private: 'Nothing you enter leaves this device. No account. Works offline.',
}

/** A shorter diary has no two months to compare. */
const leastDays = 4

const chosen = signal<{ readonly region: Region; readonly side?: Side } | undefined>(undefined)
export function Screen(_props: { readonly id: string }) {
  return (
    <main id="main" class="page" data-screen="now" tabIndex={-1}>
      <Top withSettings />
      <div class="cols now-cols">
        <div class="stack gap-3 news">
          <UnderWay />
          <Later />
          {!isLocked.value && (
            <>
              <Trial />
              <Course />
              <Known />
            </>
          )}
        </div>
        <section class="where">
          <h1>{words.title}</h1>
          <BodyMap chosen={chosen.value} onChoose={choose} />
        </section>
        <aside class="stack">
          <div class="dock">
            {chosen.value ? (
              <AskSide />
            ) : (
              <a class="btn next tall" href="/cramp">
                <Icon name="play" />
                <span>
                  {words.cramp}
                  <small>{words.crampHint}</small>
                </span>
                <Icon name="next" />
              </a>
            )}
          </div>
          <p class="note only-wide">{words.private}</p>
        </aside>
      </div>
    </main>
  )
}

/** The side of a limb is known from the map; for a level, a chip or the list, this screen asks for it. */
function choose(region: Region, side: Side | undefined): void {
  if (side !== undefined) begin(region, side)
  else chosen.value = { region }
}

/** In one batch, so that this screen is not drawn again while it closes. */
function begin(region: Region, side: Side): void {
  // If the tapped element were removed with the focus on it, the browser would compute every style once more.
  const tapped = document.activeElement
  if (tapped instanceof SVGElement || tapped instanceof HTMLElement) tapped.blur()
  batch(() => {
    chosen.value = undefined
    record({ type: 'episode-began', episode: newId(), complaint: complaintAt(region), region, side })
    go('/check')
  })
}

function AskSide() {
  const region = chosen.value?.region
  const heading = useRef<HTMLHeadingElement>(null)
  // The focus moves there: one Tab from here is the first side.
  useEffect(() => heading.current?.focus(), [region])
  if (region === undefined) return null
  return (
    <section class="stack gap-2 ask-side">
      <h2 ref={heading} tabIndex={-1}>
        {titled(region)}: {words.which}
      </h2>
      <p class="row sides">
        {(['left', 'middle', 'right'] as const).map(side => (
          <button key={side} type="button" class="btn big" onClick={() => begin(region, side)}>
            {words.sides[side]}
          </button>
        ))}
      </p>
      <button
        type="button"
        class="btn plain"
        onClick={() => {
          // Back to the place that was tapped, where the focus was.
          document.querySelector<SVGElement>('.body-map [aria-pressed="true"]')?.focus()
          chosen.value = undefined
        }}
      >
        {words.other}
      </button>
    </section>
  )
}

function UnderWay() {
  const open = episode.value
  const Card = episodeCard.value
  const isMissing = open !== undefined && Card === undefined
  useEffect(() => {
    if (isMissing) void loadEpisodeCard()
  }, [isMissing])
  if (openSession.value)
    return (
      <section>
        <a class="btn big due" href={isCramp(openSession.value) ? '/cramp' : `/session/${openSession.value.script}`}>
          <Icon name="play" />
          {words.session}
        </a>
      </section>
    )
  if (!open) return isLocked.value ? null : <CameBack />
  return Card ? <Card /> : null
}

/** The release of a cramp continues on its own screen, because it runs before the check. */
const isCramp = ({ episode: of, script }: SessionRecord): boolean =>
  episode.value?.id === of && episode.value?.complaint === 'cramp' && script.endsWith('-release')

/** The cramp whose questions were postponed. It loads only for people who have one. */
function Later() {
  const [Card, setCard] = useState<ComponentType | undefined>(undefined)
  const isDue = askedLater.value !== undefined
  useEffect(() => {
    if (isDue) void import('../cramp/later-card.tsx').then(({ LaterCard }) => setCard(() => LaterCard))
  }, [isDue])
  return Card && isDue ? <Card /> : null
}

/** What the diary shows so far, in a sentence. It loads only if the diary is long enough. */
function Known() {
  const [Line, setLine] = useState<ComponentType | undefined>(undefined)
  const { days, trials, medicines } = diary.value
  const isLong = days.length >= leastDays || trials.length > 0 || medicines.length > 0
  useEffect(() => {
    if (isLong) void import('../diary/known-line.tsx').then(({ KnownLine }) => setLine(() => KnownLine))
  }, [isLong])
  return Line && isLong ? <Line /> : null
}

/** Today's card of the open trial. It loads only for people who have one. */
function Trial() {
  const [Card, setCard] = useState<ComponentType | undefined>(undefined)
  const hasOne = diary.value.trials.some(({ stopped }) => stopped === undefined)
  useEffect(() => {
    if (hasOne) void import('../trials/trial-now.tsx').then(({ TrialNow }) => setCard(() => TrialNow))
  }, [hasOne])
  return Card && hasOne ? <Card /> : null
}

/** Today's card of the course. It loads only for people who have one. */
function Course() {
  const [Card, setCard] = useState<ComponentType | undefined>(undefined)
  const hasOne = diary.value.courses.at(-1)?.stopped === undefined && diary.value.courses.length > 0
  useEffect(() => {
    if (hasOne) void import('../course/course-card.tsx').then(({ CourseCard }) => setCard(() => CourseCard))
  }, [hasOne])
  return Card && hasOne ? <Card /> : null
}

/** Within two weeks of the end, one tap starts a new episode at the same place. */
function CameBack() {
  const last = lastEnded.value
  const recently = 14 * dayLong
  if (!last?.endedAt || openedAt.value - last.endedAt > recently) return null
  return (
    <p class="chips">
      <button type="button" class="chip" onClick={() => begin(last.region, last.side ?? 'middle')}>
        {words.back}: {last.region}
      </button>
    </p>
  )
}
