/** The lines of a day, each with its icon and its time. */
import type { DayStory, StoryLine } from '../../diary/day-story.ts'
import { lineSaid } from '../../diary/story-words.ts'
import { nameOf } from '../plan/door.ts'
import { say } from '../ui/days.ts'
import { Icon, type IconName } from '../ui/icon.tsx'

const words = {
  others: (count: number) => (count === 1 ? 'and 1 other entry' : `and ${count} other entries`),
}

/** Icons that only the days have: strokes on a grid of 24. */
const own = {
  pain: 'M4 12.5h4l2-5.500 3.500 11 2.500-7 1.500 1.500H20',
  bowl: 'M4 11.5h16a8 8 0 0 1-16 0zM9.500 8.500c0-2 1.500-2 1.500-4M13.500 8.500c0-2 1.500-2 1.500-4',
  pen: 'M5 19l1-4L16.500 4.500l3 3L9 18zM14.500 6.500l3 3',
  steps:
    'M8 4.500c2 0 2.500 2 2.500 4S9.500 12 8 12s-2.500-1.500-2.500-3.500S6 4.500 8 4.500zM6 14.500h4M16 8.500c2 0 2.500 2 2.500 4s-1 3.500-2.500 3.500-2.500-1.500-2.500-3.500.5-4 2.500-4zM14 18.500h4',
}

type Sign = { readonly icon: IconName } | { readonly path: string }
const signs: Readonly<Record<StoryLine['kind'], Sign>> = {
  episode: { path: own.pain },
  check: { icon: 'shield' },
  remedy: { icon: 'play' },
  cramps: { icon: 'moon' },
  drinks: { icon: 'drop' },
  food: { path: own.bowl },
  medicines: { icon: 'pill' },
  measured: { path: own.steps },
  note: { path: own.pen },
  trial: { icon: 'swap' },
  question: { icon: 'list' },
  course: { icon: 'calendar' },
}

export function Story({ story: { lines, others } }: { readonly story: DayStory }) {
  return (
    <>
      <ul class="story">
        {lines.map((line, index) => (
          <Line key={`${line.kind} ${line.at} ${String(index)}`} line={line} />
        ))}
      </ul>
      {others > 0 && <p class="note">{words.others(others)}</p>}
    </>
  )
}

function Line({ line }: { readonly line: StoryLine }) {
  const { title, detail } = lineSaid(line, { nameOf, time: say.time })
  const sign = signs[line.kind]
  return (
    <li data-kind={line.kind}>
      {'icon' in sign ? (
        <Icon name={sign.icon} />
      ) : (
        <svg class="ico" viewBox="0 0 24 24" aria-hidden="true">
          <path d={sign.path} />
        </svg>
      )}
      <span>
        <b>{title}</b>
        {detail && <span class="quiet"> {detail}</span>}
      </span>
      <time class="note num">{say.time(line.at)}</time>
    </li>
  )
}
