/**
 * How much is a person asked who can help themselves? The public vignettes expected self-care, answered page by page from
 * the first tap, and the statements before a remedy of their plan may start.
 */
import { readFileSync } from 'node:fs'
import { planKnowledge } from '../src/library/plan.ts'
import { parseCase } from '../src/library/triage.ts'
import { plan } from '../src/plan/plan.ts'
import type { Case } from '../src/triage/case.ts'
import { answerThrough, onlyTheComplaint } from '../test/support/answer-through.ts'
import { type Bench, median } from './measure.ts'

const today = new Date().toISOString().slice(0, 10)
const { triage: knowledge } = planKnowledge

export const benchInterview: Bench = async () => {
  const people = selfCareVignettes()
  const interviews = people.map(truth => answerThrough(knowledge, truth, onlyTheComplaint(truth)))
  const pages = interviews.map(each => each.pages.length)
  const statements = interviews.map(each => each.statements)
  const everything = people.map(allFindings)
  const before = interviews.map(({ answers }) => beforeStart(answers))
  const firsts = before.map(([first]) => first ?? 0)
  const all = before.flat()
  return [
    {
      what: `pages of the check, ${people.length} vignettes expected self-care`,
      figure: `median ${median(pages)}, most ${Math.max(...pages)}`,
      target: 'median at most 4, most 6',
      isMet: median(pages) <= 4 && Math.max(...pages) <= 6,
      against: 'one long form: 1',
    },
    {
      what: 'statements of the check, the same people',
      figure: `median ${median(statements)}, most ${Math.max(...statements)}`,
      target: 'median at most 45, most 60',
      isMet: median(statements) <= 45 && Math.max(...statements) <= 60,
      against: `every finding of the complaint and place: median ${median(everything)}, most ${Math.max(...everything)}`,
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
const allFindings = ({ region, sex }: Case): number =>
  Object.values(knowledge.findings).filter(
    finding =>
      (finding.regions === undefined || region === undefined || finding.regions.includes(region)) &&
      (finding.sex === undefined || finding.sex === sex),
  ).length

/** Statements asked before each step of the plan may start, when it is the first to be started. */
function beforeStart(answers: Case): readonly number[] {
  const made = plan(planKnowledge, answers, today)
  if (made.kind !== 'plan') throw new Error(`${answers.id}: the check ends in ${made.kind}`)
  return made.steps.map(({ ask }) => ask.length)
}
