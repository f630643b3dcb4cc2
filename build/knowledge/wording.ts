/**
 * Lists the texts of each topic that people read, with their level, and runs the checks of `readability.ts` on all of
 * them.
 */
import { seekHelpText } from '../../src/plan/lines.ts'
import type { Entry, Faults } from './files.ts'
import type { Knowledge } from './read.ts'
import { bannedWords, type Level, longSentences, longTexts, tooHard } from './readability.ts'
import { textsAt } from './texts.ts'

type Topics = Readonly<Record<string, Readonly<Partial<Record<Level, readonly string[]>>>>>

/** The paths of the texts, by level; `detail` is shown under "sources and evidence". */
const read = {
  findings: { plain: ['statement', 'simpler', 'say', 'mayMean'] },
  redFlags: { plain: ['why', 'say', 'mayMean'] },
  gates: { plain: ['title', 'asks', 'lines.*.text'] },
  interview: { plain: ['titles'] },
  facts: { plain: ['statement', 'simpler'] },
  tiers: { plain: ['label', 'heading', 'action', 'within'] },
  remedies: {
    plain: [
      ...['name', 'summary', 'bestFor', 'verdict', 'points', 'skinCheck', 'stop', 'notFor.*.text'],
      ...['methods.*.name', 'methods.*.steps', 'methods.*.warn', 'methods.*.takeOff', 'methods.*.notFor.*.text'],
      ...['methods.*.parts.*.name', 'methods.*.parts.*.steps', 'methods.*.parts.*.takeOff', 'methods.*.parts.*.look'],
    ],
    detail: ['effect'],
  },
  exercises: {
    plain: [
      ...['name', 'targets', 'start', 'now', 'equipment', 'steps', 'shouldFeel', 'careful', 'easier'],
      ...['notFor.*.text', 'dose.tempo'],
    ],
    detail: ['evidence'],
  },
  frames: { plain: ['frames.*.label', 'frames.*.cue'] },
  plans: { plain: ['cells.*.*.*.when', 'cells.*.*.*.how'] },
  openings: { plain: ['text'] },
  avoid: { plain: ['text'] },
  afterCramp: { plain: ['text'] },
  withheld: { plain: ['text', 'instead.*.when', 'instead.*.how'] },
  courses: {
    plain: [
      ...['name', 'lead', 'outlook.*.text', 'slots.*.name', 'weeks.*.learn.*.title', 'weeks.*.learn.*.text'],
      ...['hold.*.text', 'stepBack.*.text', 'see.*.text', 'avoid.*.what', 'avoid.*.next', 'returns.*.steps.*.text'],
      ...['variants.*.name', 'variants.*.lines', 'care.*.text'],
      ...['ending.keep.*.text', 'ending.firstSign', 'ending.nextFlare'],
    ],
    detail: ['evidence'],
  },
  courseQuestions: { plain: ['asks', 'title', 'points'] },
  claims: {
    correction: ['correction'],
    plain: ['answer', 'matters', 'instead'],
    detail: ['detail'],
    told: ['says'],
  },
  products: {
    plain: ['verdict', 'advisedAgainst', 'mismatch', 'warning', 'setting', 'safety', 'lookFor', 'stated', 'notStated'],
  },
  professionals: { plain: ['name', 'when', 'may', 'mayNot', 'ask'] },
  productKinds: { plain: ['name', 'evidence', 'instead'] },
  needs: { plain: ['name', 'answer.text', 'answer.otherwise', 'buyNothing.*.text', 'why'] },
  painkillers: { plain: ['title', 'lead', 'sections.*.title', 'sections.*.points'] },
  urineColours: { plain: ['intro', 'notFor.*.text', 'colours.*.name', 'colours.*.text'] },
  emergencyNumbers: { plain: ['numbers.*.text', 'numbers.*.relay', 'numbers.*.advice.name'] },
  contacts: { plain: ['contacts'] },
  crisisLines: { plain: ['lines.*.hours', 'lines.*.text', 'lines.*.language'] },
} satisfies Topics & Partial<Record<keyof Knowledge, unknown>>

const readOfMedicines = {
  ingredients: { plain: [], detail: ['reactions', 'detail', 'note', 'market', 'stopSigns'] },
  recognised: { plain: ['note'] },
  texts: { plain: ['why', 'starts', 'stopRisks', 'bands', 'strengths', 'advice'] },
  urgent: {
    plain: ['why', 'say', 'mayMean', 'action', 'stopInstruction.text', 'keepInstruction'],
    detail: ['title'],
  },
} satisfies Topics & Partial<Record<keyof Knowledge['medicines'], unknown>>

const readOfCauses = {
  causes: { plain: ['name', 'explain', 'distinguishing', 'nextStep.text'], detail: ['baseRate', 'note'] },
  questions: { plain: ['statement'] },
  mimics: { plain: ['tellApart', 'advice'] },
  pointers: { plain: ['name', 'explain', 'nextStep.text'] },
} satisfies Topics & Partial<Record<keyof Knowledge['causes'], unknown>>

/** Adds an error for each sentence that is too long, each banned word, and each entry that is too hard to read. */
export function checkWording(knowledge: Knowledge, faults: Faults): void {
  const leftOut = new Set(
    [...(knowledge.medicalWords?.value.words ?? []), ...longNames(knowledge)].map(word => word.toLowerCase()),
  )
  const gate = (entry: Entry<unknown>, level: Level, places: readonly string[]) => {
    const texts = textsAt(entry.value, ...places)
    for (const { path, text } of texts)
      for (const message of [...longSentences(text, level), ...longTexts(text, level), ...bannedWords(text, level)])
        faults.add(entry.at(path), `${entry.id}: ${message}`)
    const hard = tooHard(
      texts.map(({ text }) => text),
      level,
      leftOut,
    )
    if (hard) faults.add(entry.at(), `${entry.id}: ${hard}`)
  }
  const gateAll = (part: object, topics: Topics) => {
    const tables = new Map<string, Table>(Object.entries(part))
    for (const [topic, levels] of Object.entries(topics))
      for (const entry of entriesOf(tables.get(topic)))
        for (const [level, places] of Object.entries(levels)) gate(entry, level as Level, places)
  }
  gateAll(knowledge, read)
  // A line is checked as one sentence made of its signs, and the text on what to do.
  for (const { id, value, at } of knowledge.seekHelp)
    gate({ id, value: { line: seekHelpText(value) }, at: () => at(['signs']) }, 'plain', ['line'])
  gateAll(knowledge.medicines, readOfMedicines)
  gateAll(knowledge.causes, readOfCauses)
}

/** The names of medicines count as unavoidable words. */
const longNames = ({ medicines }: Knowledge): readonly string[] =>
  medicines.names
    .filter(({ value }) => value.kind === 'ingredient' || value.kind === 'brand')
    .flatMap(({ value }) => value.name.split(' '))
    .filter(word => word.length > 7)

type Table = Entry<unknown> | readonly Entry<unknown>[] | undefined

/** A topic is a table of entries, or one entry, or nothing if its file could not be read. */
const entriesOf = (topic: Table): readonly Entry<unknown>[] =>
  topic === undefined ? [] : 'at' in topic && 'id' in topic ? [topic] : topic
