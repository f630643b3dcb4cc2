/** The tool `course`: the six weeks after the first hours, after a settled check and never before. */
import * as v from 'valibot'
import { courseFor, parseCourse } from '../library/course.ts'
import { statementOf } from '../library/products.ts'
import { shown } from './check-tool.ts'
import { withAnswers } from './fact-answers.ts'
import { passportOf } from './passport.ts'
import { notice, reasonData } from './result.ts'
import { settled } from './settled.ts'
import { refuse, type Tool } from './tool.ts'

/** What `unknot course --json` takes beside a case. */
const soFarKeys = ['course', 'day', 'done', 'likes', 'dislikes', 'still']

const Input = v.strictObject({
  check: v.optional(v.pipe(v.string(), v.description('A settled check.'))),
  case: v.optional(
    v.pipe(v.record(v.string(), v.unknown()), v.description('Or the "case" that the settled check returned.')),
  ),
  soFar: v.optional(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.description(`What was done so far, as POST /api/course takes it: ${soFarKeys.join(', ')}.`),
    ),
  ),
  answers: v.optional(
    v.pipe(
      v.record(v.string(), v.picklist(['yes', 'no', 'unsure'])),
      v.description('Answers to facts that the last plan or course asked for, by id.'),
    ),
  ),
})

export const courseTool: Tool = {
  name: 'course',
  title: 'The six weeks after a spasm or with cramps',
  description:
    'Which week of which course it is, what to aim for and which exercises, or why there is none. Needs a settled check: before that it returns the next question of the check. An exercise with "ask" may be started only when each of its statements was read to the person and answered no: send these with "answers".',
  input: Input,
  run: (input, context) => {
    const { soFar = {}, answers = {}, ...asked } = input as v.InferOutput<typeof Input>
    const stray = Object.keys(soFar).find(key => !soFarKeys.includes(key))
    if (stray !== undefined)
      return refuse(`soFar has ${JSON.stringify(stray.slice(0, 60))}: use one of ${soFarKeys.join(', ')}`)
    const found = settled(asked, context)
    if (found.kind === 'instead') return found.result
    const [check, refused] = withAnswers(found.check, answers)
    if (refused !== undefined) return refuse(refused)
    context.checks.keep(check)
    const parsed = parseCourse({ ...check.case, ...soFar })
    if (!parsed.ok) return refuse(parsed.error)
    const result = courseFor(parsed.case, context.today, parsed.soFar)
    // A danger, a child or an open check has no course.
    if (result.kind === 'emergency' || result.kind === 'too-young' || result.kind === 'check-first')
      return shown(check, context, result.kind === 'check-first' ? 'first' : undefined)
    const asks =
      result.kind === 'course' ? [...result.askBeforeWalk, ...result.exercises.flatMap(each => each.ask)] : []
    context.checks.keep({ ...check, shownFacts: [...new Set([...check.shownFacts, ...asks])] })
    const told = (ids: readonly string[]) => ids.map(id => ({ id, text: statementOf(id) }))
    const data = {
      ...result,
      ...(result.kind !== 'course'
        ? {}
        : {
            askBeforeWalk: told(result.askBeforeWalk),
            exercises: result.exercises.map(({ ask, ...exercise }) => ({
              ...exercise,
              ask: told(ask),
              passport: passportOf('exercise', exercise.id, context.today, exercise.certainty),
            })),
          }),
      because: result.because.map(reason => reasonData(reason, context.today)),
      check: check.id,
      case: { ...check.case, id: check.id },
      notice,
    }
    return { kind: 'answer', text: JSON.stringify(data), data }
  },
}
