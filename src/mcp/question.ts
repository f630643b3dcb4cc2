/** A page of the check as a tool answers it: the words to read to the person, and how to send their answers back. */

import { complaints, regions, sexes, sides } from '../knowledge/vocabulary.ts'
import type { Page } from '../library/triage.ts'
import type { PersonDetail } from '../triage/condition.ts'
import type { ToolResult } from './tool.ts'

const words = {
  ask: 'Ask the person this now, word for word. Wait for their own answers, and send those. Never answer for them.',
  notShown: 'No answer was counted: only what was shown can be answered, and all of it. This is what to ask now.',
  first: 'The check comes first, and no advice before it. This is what to ask now.',
  again: 'The check does not know this case. A "no" counts only after its question was shown. This is what to ask now.',
  where: 'Where does it hurt?',
}

/** Why the question is asked in place of what the host wanted. */
export type Instead = 'notShown' | 'first' | 'again'

const details: Readonly<Record<PersonDetail, { readonly text: string; readonly takes: string }>> = {
  age: { text: 'How old are you, in years?', takes: 'a number from 0 to 120' },
  sex: { text: 'Which sex were you given at birth?', takes: sexes.map(quoted).join(' | ') },
  hoursSinceOnset: { text: 'How many hours ago did it begin?', takes: 'a number of hours' },
  pregnancyWeeks: { text: 'How many weeks pregnant are you?', takes: 'a number from 0 to 45' },
}

/** The next question, and nothing else. */
export function questionResult(check: string, page: Page, instead?: Instead): ToolResult {
  const { title, statements, progress } = page
  const asked = page.details.map(id => ({ id, ...details[id] }))
  const place = progress === undefined ? '' : ` (${progress.gate} of ${progress.of})`
  const gate = statements.find(({ lines }) => lines !== undefined)
  const lines = [
    ...(instead === undefined ? [] : [words[instead]]),
    words.ask,
    '',
    `${gate ? gate.text : title}${place}`,
    ...(gate?.lines ?? statements).map(({ text }, at) => `${at + 1}. ${text}`),
    ...asked.map(({ text }) => text),
    '',
    `Then call check with {"check":${quoted(check)},"answers":{${answersShape(page)}}}.`,
    ...(gate ? ['"no" is "None of these". Numbers are of the lines that may fit.'] : []),
  ]
  return {
    kind: 'answer',
    text: lines.join('\n'),
    data: {
      status: 'ask',
      check,
      ...(instead === undefined ? {} : { note: words[instead] }),
      ask: {
        page: page.page,
        title,
        statements: statements.map(({ id, text, lines: short }) => ({
          id,
          text,
          ...(short ? { lines: short.map(line => line.text) } : {}),
        })),
        details: asked,
        ...(progress ? { progress } : {}),
      },
    },
  }
}

/** Asked before a check can begin: its first pages depend on the place. */
export function whereResult(instead?: Instead): ToolResult {
  return {
    kind: 'answer',
    text: [
      ...(instead === undefined ? [] : [words[instead]]),
      words.ask,
      '',
      'Is it back pain or a back spasm, or a cramp somewhere else? Where is it? Which side?',
      '',
      `Then call check with {"complaint": ${complaints.map(quoted).join(' | ')}, "region": ${regions.map(quoted).join(' | ')}, "side": ${sides.map(quoted).join(' | ')}}.`,
      'Add as "said" the ids of any findings that the person has told already (resources unknot://finding/...).',
    ].join('\n'),
    data: {
      status: 'ask',
      ...(instead === undefined ? {} : { note: words[instead] }),
      ask: { page: 'where', title: words.where, complaint: complaints, region: regions, side: sides },
    },
  }
}

function answersShape({ statements, details: asked }: Page): string {
  const ofStatement = ({ id, lines }: Page['statements'][number]) =>
    `${quoted(id)}: "no" | "yes" | "unsure"${lines ? ' | [line numbers]' : ''}`
  return [...statements.map(ofStatement), ...asked.map(id => `${quoted(id)}: ${details[id].takes}`)].join(', ')
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
