/**
 * How much does the check ask of a person who can help themselves? The public vignettes expected self-care, answered gate
 * by gate from the first tap by a reader who opens a gate only for a sign that it names, and the statements before a
 * remedy of their plan may start.
 */
import { readFileSync } from 'node:fs'
import { detailWords, gateWords, spans } from '../src/app/triage/check-words.ts'
import { planKnowledge } from '../src/library/plan.ts'
import { parseCase } from '../src/library/triage.ts'
import { plan } from '../src/plan/plan.ts'
import type { Case } from '../src/triage/case.ts'
import type { Page } from '../src/triage/page.ts'
import { answerThrough, type Interviewed, onlyTheComplaint } from '../test/support/answer-through.ts'
import { blank } from '../test/support/blank-case.ts'
import { type Bench, median } from './measure.ts'

const today = new Date().toISOString().slice(0, 10)
const { triage: knowledge } = planKnowledge

/** What the app shows for each detail, with its options. */
const detailTexts = {
  age: [detailWords.age, detailWords.years],
  sex: [detailWords.sex, ...Object.values(detailWords.sexes)],
  hoursSinceOnset: [detailWords.onset, ...Object.values(spans)],
  pregnancyWeeks: [detailWords.weeks],
}
/** Before the check: the place on the body and its side. */
const tapsBefore = 2

export const benchInterview: Bench = async () => {
  const people = selfCareVignettes()
  const checks = people.map(truth => answerThrough(knowledge, truth, onlyTheComplaint(truth)))
  const screens = checks.map(({ pages }) => pages.length)
  const words = checks.map(wordsRead)
  const taps = checks.map(tapsMade)
  const tapsOfNone = checks.filter(opensNothing).map(tapsMade)
  const signs = peopleWithOneSign().map(truth => answerThrough(knowledge, truth, onlyTheComplaint(truth)))
  const everything = people.map(wordsOfAllFindings)
  const before = checks.map(({ answers }) => beforeStart(answers))
  const firsts = before.map(([first]) => first ?? 0)
  const all = before.flat()
  return [
    {
      what: `words of the check, ${people.length} vignettes expected self-care`,
      figure: spread(words),
      target: 'median at most 400, most 540',
      isMet: median(words) <= 400 && Math.max(...words) <= 540,
      against: `every finding of the complaint and place in full: ${spread(everything)}`,
    },
    {
      what: 'screens of the check, the same people',
      figure: spread(screens),
      target: 'at most 14',
      isMet: Math.max(...screens) <= 14,
      against: 'one long form: 1',
    },
    {
      what: 'taps from the first screen to the result, the same people',
      figure: `${spread(taps)}; of the ${tapsOfNone.length} who answer only None: most ${Math.max(...tapsOfNone)}`,
      target: 'median at most 17, and of those who answer only None most 17',
      isMet: median(taps) <= 17 && Math.max(...tapsOfNone) <= 17,
      against: `one tap for each finding: ${median(people.map(truth => findingsOf(truth).length))}`,
    },
    {
      what: `with one sign that the check names, ${signs.length} people (back and calf)`,
      figure: `words: ${spread(signs.map(wordsRead))}; taps: ${spread(signs.map(tapsMade))}`,
      target: 'at most twice the words of somebody without a sign',
      isMet: Math.max(...signs.map(wordsRead)) <= 2 * median(words),
      against: `without a sign: words median ${median(words)}; taps median ${median(taps)}`,
    },
    {
      what: 'further statements before the Start of a step of their plan',
      figure: `first step: most ${Math.max(...firsts)}; any step: median ${median(all)}, most ${Math.max(...all)}`,
      target: 'at most 8',
      isMet: Math.max(...all) <= 8,
      against: `every exclusion of all remedies: ${new Set(Object.values(planKnowledge.remedies).flatMap(({ notFor }) => notFor.map(({ fact }) => fact))).size}`,
    },
  ]
}

const wordsRead = ({ pages }: Interviewed): number => count(gateWords.once) + sum(pages.map(wordsOf))
const tapsMade = ({ pages, answers }: Interviewed): number => tapsBefore + sum(pages.map(page => tapsOn(page, answers)))

const opensNothing = ({ pages, answers }: Interviewed): boolean =>
  pages.every(({ statements: [gate] }) => gate === undefined || (gate.lines && answers.absent.includes(gate.id)))

/** A sore low back and a cramping calf, each with one of the signs that its gates name, and nothing else. */
const peopleWithOneSign = (): readonly Case[] =>
  (
    [
      ['back', 'low back'],
      ['cramp', 'calf'],
    ] as const
  ).flatMap(([complaint, region]) => {
    const person: Case = { ...blank, complaint, region, age: 40, sex: 'female', context: { hoursSinceOnset: 3 } }
    const { pages } = answerThrough(knowledge, person, onlyTheComplaint(person))
    const named = pages.flatMap(({ statements }) => statements.flatMap(({ opens = [] }) => opens))
    return named.map(sign => ({ ...person, present: [sign] }))
  })

const spread = (figures: readonly number[]): string => `median ${median(figures)}, most ${Math.max(...figures)}`
const sum = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0)
const count = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** What is read on a page: its heading, each line or statement, and the details with their options. */
function wordsOf({ page, title, statements, details }: Page): number {
  const read = statements.flatMap(({ text, lines = [] }) => [text, ...lines.map(line => line.text)])
  return (
    (page === 'gate' ? 0 : count(title)) +
    sum(read.map(count)) +
    sum(details.flatMap(detail => detailTexts[detail].map(count)))
  )
}

/** "None", or "Yes, or not sure" with each line that fits and "Go on"; each tick, and "Go on"; each detail. */
function tapsOn({ statements, details }: Page, { present, absent }: Case): number {
  const [gate] = statements
  if (gate === undefined) return details.length
  if (gate.lines === undefined) return statements.filter(({ id }) => present.includes(id)).length + details.length + 1
  if (absent.includes(gate.id)) return 1
  return 2 + gate.lines.filter(({ names }) => names.some(id => present.includes(id))).length
}

function selfCareVignettes(): readonly Case[] {
  const { vignettes } = JSON.parse(readFileSync('test/vignettes/public.json', 'utf8')) as {
    readonly vignettes: readonly Readonly<Record<string, unknown>>[]
  }
  return vignettes
    .filter(({ expected }) => expected === 'self-care')
    .map(({ id, complaint, region, side, age, sex, pregnant, present, absent, context }) => {
      const parsed = parseCase({ id, complaint, region, side, age, sex, pregnant, present, absent, context })
      if (!parsed.ok) throw new Error(`${id}: ${parsed.error}`)
      return parsed.case
    })
}

/** What a form would ask that asks every finding that concerns the place and can be true of the person. */
const findingsOf = ({ region, sex }: Case) =>
  Object.values(knowledge.findings).filter(
    finding =>
      (finding.regions === undefined || region === undefined || finding.regions.includes(region)) &&
      (finding.sex === undefined || finding.sex === sex),
  )

const wordsOfAllFindings = (truth: Case): number => sum(findingsOf(truth).map(({ statement }) => count(statement)))

/** Statements asked before each step of the plan may start, when it is the first to be started. */
function beforeStart(answers: Case): readonly number[] {
  const made = plan(planKnowledge, answers, today)
  if (made.kind !== 'plan') throw new Error(`${answers.id}: the check ends in ${made.kind}`)
  return made.steps.map(({ ask }) => ask.length)
}
