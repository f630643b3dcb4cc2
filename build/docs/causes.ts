/**
 * Causes of cramps: every contributor with its signs, conditions that only look like a cramp, and signs for back pain.
 */
import type { Evidence } from '../../src/knowledge/cause-schema.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { cited, heading, list, page, reviewed, table } from './page.ts'

export function causesPage(knowledge: Knowledge): string {
  const { causes, mimics, pointers, questions } = knowledge.causes
  const statements = new Map([...knowledge.findings, ...questions].map(({ id, value }) => [id, value.statement]))
  const contributors = causes.flatMap(({ id, value }) => [
    heading(2, id, value.name),
    `${value.explain} How soon to see to it: ${value.tier}.`,
    table(
      ['what the person says', 'ratio', 'what the ratio is', 'source'],
      value.evidence.map(evidence => [
        saidText(evidence, statements),
        ratioText(evidence),
        `${basisText[evidence.basis]}${evidence.applies ? `: ${evidence.applies}` : ''}`,
        cited([evidence.source]),
      ]),
    ),
    list([
      `Tell it apart: ${value.distinguishing.join(' ')}`,
      `Next step: ${value.nextStep.text}`,
      `How common: ${value.baseRate}${value.note ? ` ${value.note}` : ''}`,
      `Sources: ${cited(value.sources)}. ${reviewed(value)}`,
    ]),
  ])
  const lookLike = mimics.flatMap(({ id, value }) => [
    heading(3, id, value.name),
    list([
      `Asked by: ${statements.get(value.keyFinding) ?? value.keyFinding}`,
      `Tell it apart: ${value.tellApart}`,
      `Advice (${value.tier}): ${value.advice}`,
      `Sources: ${cited(value.sources)}. ${reviewed(value)}`,
    ]),
  ])
  const forBack = pointers.flatMap(({ id, value }) => [
    heading(3, id, value.name),
    `${value.explain} How soon to see to it: ${value.tier}.`,
    list([
      `Shown when at least ${value.atLeast} of these are true: ${value.pointsTo.map(each => statements.get(each) ?? each).join(' ')}`,
      `Next step: ${value.nextStep.text}`,
      `Sources: ${cited(value.sources)}. ${reviewed(value)}`,
    ]),
  ])
  return page(
    knowledge,
    'Causes',
    `${causes.length} contributors to cramps, ${mimics.length} things that look like a cramp, ${pointers.length} that back pain can point to. Several act together; none is a diagnosis.`,
    ...contributors,
    heading(2, 'mimics', `What looks like a cramp and is none (${mimics.length})`),
    ...lookLike,
    heading(2, 'pointers', `What back pain can point to (${pointers.length})`),
    ...forBack,
  )
}

const basisText = {
  measured: 'measured: a published likelihood ratio',
  linked: 'linked: a published association, used as a weight',
  judgement: 'our reading of the source',
} as const

function saidText({ when }: Evidence, statements: ReadonlyMap<string, string>): string {
  if (typeof when === 'string') return statements.get(when) ?? when
  const { gt, lt } = when.age
  return [gt === undefined ? [] : `older than ${gt}`, lt === undefined ? [] : `younger than ${lt}`].flat().join(', ')
}

const ratioText = ({ ratio, interval }: Evidence): string =>
  `${ratio}${interval ? ` (${interval[0]} to ${interval[1]})` : ''}`
