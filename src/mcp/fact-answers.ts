/** Answers to facts that an earlier result of the same check asked for. */
import { type Check, tellMore } from './check.ts'

/** The check with the answers, or one line that says why they are refused. Only what was shown can be answered. */
export function withAnswers(
  check: Check,
  answers: Readonly<Record<string, 'yes' | 'no' | 'unsure'>>,
): [Check, string?] {
  const stray = Object.keys(answers).find(id => !check.shownFacts.includes(id))
  if (stray !== undefined)
    return [
      check,
      `answers names ${JSON.stringify(stray.slice(0, 60))}, which no step has asked: answer what "ask" of a step names`,
    ]
  const of = (said: string) => Object.keys(answers).filter(id => answers[id] === said)
  const more = tellMore(check, { present: of('yes'), absent: of('no'), unsure: of('unsure'), context: {} })
  return more === undefined
    ? [check, 'answers say the opposite of what the check was told: begin another check']
    : [more.check]
}
