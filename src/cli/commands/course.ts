/** `unknot course`: the course of six weeks, for each case on stdin or from the interview; `course show`: its tables. */
import { Command } from 'commander'
import { courseFor, courses, parseCourse, type SoFar } from '../../library/course.ts'
import type { Case } from '../../triage/case.ts'
import { answerInputs } from '../answer.ts'
import { isTyped, type ReadsCase } from '../input.ts'
import { interview } from '../interview.ts'
import { print } from '../output.ts'
import { showCourse, showTable } from '../show-course.ts'
import { today } from '../today.ts'

interface Options {
  readonly json?: boolean
}

export const courseCommand = (): Command =>
  new Command('course')
    .description(
      'The course of six weeks after the first days. Asks you, or reads cases as JSON, one a line, from stdin.',
    )
    .option('--json', 'print JSON, a line a case')
    .addHelpText(
      'after',
      `
Example:
  unknot course --json < case.json
  unknot course show back-after-spasm

A line is a case as for "unknot plan"; beside its keys it may say what was done so far:
  "day": 16                today, counting from 1; the day after the last entry if absent
  "course": "..."          the course that was begun; the first that fits if absent
  "likes", "dislikes": []  ids of exercises
  "still": {"from": 15}    a trial runs from that day on: the course does not step up
  "done": [
    {"what": "session", "day": 1, "painBefore": 3, "painAfter": 4, "painNextMorning": 3, "walkMinutes": 10, "exercises": ["lb-cat-camel"]},
    {"what": "skipped", "day": 2, "why": "tired"},
    {"what": "check-in", "day": 14, "at": "week-2", "compared": "better", "pain": 2, "matters": 6},
    {"what": "answers", "day": 8, "yes": ["poor-sleep"], "no": [], "unsure": []}]

"kind" is "course" with "week", "aims" and "exercises" by id; "ended"; or why there is none: "check-first", "see-first"
(a visit comes first; "waiting" fits until then), "none", "too-young" or "emergency".`,
    )
    .action(async ({ json: asJson = false }: Options) => {
      if (isTyped()) {
        const result = courseFor(await interview(), today())
        return print(asJson ? `${JSON.stringify(result)}\n` : showCourse(result))
      }
      const answer = ({ given, soFar }: OneCourse) => courseFor(given, today(), soFar)
      await answerInputs(readCourse, { answer, show: showCourse, asJson })
    })
    .addCommand(
      new Command('show')
        .description('The table of a course, with how sure it is; without an id, the courses.')
        .argument('[id]', 'the id of a course')
        .option('--json', 'print JSON')
        .addHelpText('after', '\nExample:\n  unknot course show cramps-night --json')
        .action(async (id: string | undefined, _options: Options, command: Command) => {
          const { json: asJson = false } = command.optsWithGlobals<Options>()
          if (!asJson) return print(showTable(id))
          showTable(id)
          await print(`${JSON.stringify(id === undefined ? courses : courses[id])}\n`)
        }),
    )

interface OneCourse extends Pick<Case, 'id'> {
  readonly given: Case
  readonly soFar: SoFar
}

const readCourse: ReadsCase<OneCourse> = input => {
  const parsed = parseCourse(input)
  if (!parsed.ok) return parsed
  const { id } = parsed.case
  return { ok: true, case: { ...(id === undefined ? {} : { id }), given: parsed.case, soFar: parsed.soFar } }
}
