/** The lines of a day's story in words. `time` writes a time of day, `nameOf` names a remedy. */
import type { Comparison, Complaint, Region, Side } from '../knowledge/vocabulary.ts'
import type { StoryLine } from './day-story.ts'

export interface StoryTellers {
  readonly nameOf: (remedy: string) => string
  /** Milliseconds since 1970, as 09:30. */
  readonly time: (at: number) => string
}

const words = {
  spasm: (place: string) => `${place} spasm`,
  cramp: (place: string) => `${place} cramp`,
  goesOn: (name: string) => `${name} goes on`,
  sides: { left: 'left', right: 'right', middle: undefined },
  pains: (list: string) => `pain ${list}`,
  join: ', then ',
  setOff: (what: string) => `set off by ${what}`,
  over: (time: string) => `over at ${time}`,
  check: 'Danger signs checked',
  none: 'none ticked',
  ticked: (count: number) => `${count} ticked`,
  unsure: (count: number) => `${count} not sure`,
  stopped: 'stopped early',
  painBefore: (pain: number) => `pain ${pain} before`,
  painAfter: (pain: number) => `${pain} after`,
  cramps: (count: number) =>
    count === 0 ? 'No cramps in the night' : count === 1 ? '1 cramp in the night' : `${count} cramps in the night`,
  drank: (litres: string) => `Drank ${litres} l`,
  ate: 'Ate',
  medicines: 'Medicines',
  started: (names: string) => `started ${names}`,
  stoppedTaking: (names: string) => `stopped ${names}`,
  slept: (hours: number, minutes: number) => `Slept ${hours} h ${minutes} min`,
  steps: (count: number) => `${count} steps`,
  ofFood: (name: string, value: number) => `${name}: ${value}`,
  note: 'Note',
  trial: (value: number) => `Trial rated ${value}`,
  question: 'To ask',
  course: 'Course',
  walked: (minutes: number) => `walked ${minutes} minutes`,
  morning: (pain: number) => `pain ${pain} in the morning`,
  compared: { better: 'better', same: 'about the same', worse: 'worse' } satisfies Record<Comparison, string>,
  skipped: 'not today',
}

export interface StoryWords {
  readonly title: string
  readonly detail: string
}

/** A line of a day in words: what it is, and its details, which may be empty. */
export function lineSaid(line: StoryLine, { nameOf, time }: StoryTellers): StoryWords {
  switch (line.kind) {
    case 'episode': {
      const name = placeSaid(line)
      return said(line.isGoingOn ? words.goesOn(name) : name, [
        line.pains.length === 0 ? undefined : words.pains(line.pains.join(words.join)),
        line.setOffBy && words.setOff(line.setOffBy),
        line.endedAt === undefined ? undefined : words.over(time(line.endedAt)),
      ])
    }
    case 'check':
      return said(words.check, [
        line.ticked === 0 ? words.none : words.ticked(line.ticked),
        line.unsure === 0 ? undefined : words.unsure(line.unsure),
      ])
    case 'remedy':
      return said(nameOf(line.remedy), [
        line.isDone ? undefined : words.stopped,
        line.painBefore === undefined ? undefined : words.painBefore(line.painBefore),
        line.painAfter === undefined ? undefined : words.painAfter(line.painAfter),
      ])
    case 'cramps':
      return said(words.cramps(line.count), [
        line.region,
        line.pain === undefined ? undefined : words.pains(String(line.pain)),
      ])
    case 'drinks':
      return said(words.drank((line.ml / 1000).toFixed(1)), line.names)
    case 'food':
      return said(words.ate, line.names)
    case 'medicines':
      return said(words.medicines, [
        ...line.taken,
        line.started.length === 0 ? undefined : words.started(line.started.join(', ')),
        line.stopped.length === 0 ? undefined : words.stoppedTaking(line.stopped.join(', ')),
      ])
    case 'measured':
      return said(measureSaid(line.what, line.value), [])
    case 'note':
      return said(words.note, [line.text])
    case 'trial':
      return said(words.trial(line.y), [])
    case 'question':
      return said(words.question, [line.text])
    case 'course':
      return said(words.course, [
        line.morning === undefined ? undefined : words.morning(line.morning),
        line.walkMinutes === 0 ? undefined : words.walked(line.walkMinutes),
        ...line.exercises.map(nameOf),
        line.pains.length === 0 ? undefined : words.pains(line.pains.join(words.join)),
        line.compared && words.compared[line.compared],
        line.isSkipped ? words.skipped : undefined,
      ])
  }
}

const said = (title: string, details: readonly (string | undefined)[]): StoryWords => ({
  title,
  detail: details.filter(Boolean).join(', '),
})

interface Place {
  readonly complaint: Complaint
  readonly region: Region
  readonly side: Side | undefined
}

function placeSaid({ complaint, region, side }: Place): string {
  const place = `${region.charAt(0).toUpperCase()}${region.slice(1)}`
  const name = complaint === 'back' ? words.spasm(place) : words.cramp(place)
  const ofSide = side && words.sides[side]
  return ofSide === undefined ? name : `${name}, ${ofSide}`
}

function measureSaid(what: Extract<StoryLine, { kind: 'measured' }>['what'], value: number): string {
  if (what === 'sleep-minutes') return words.slept(Math.floor(value / 60), Math.round(value % 60))
  if (what === 'steps') return words.steps(Math.round(value))
  const [name = what, unit = ''] = /^(.*)-(mg|ug)$/.exec(what)?.slice(1) ?? []
  const nutrient = name === 'vitamin-d' ? 'vitamin D' : name
  return `${words.ofFood(`${nutrient.charAt(0).toUpperCase()}${nutrient.slice(1)}`, Math.round(value))} ${unit === 'ug' ? 'µg' : unit}`
}
