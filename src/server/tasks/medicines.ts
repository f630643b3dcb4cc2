/** Which medicine a typed name means, and what our sources say about it. */
import { answerInFull, answerTogether, readMedicine } from '../../library/medicines.ts'
import { answerWith, Refused, readJsonText, type Task } from './answer.ts'

export const lookUpMedicine: Task = text => {
  const parsed = readMedicine(readJsonText(text, 'send {"typed":"lasix 40 mg"}'))
  if (!parsed.ok) throw new Refused(parsed.error)
  const { id, case: given } = parsed
  const answer =
    parsed.together === undefined ? answerInFull(parsed.typed, given) : answerTogether(parsed.together, given)
  return answerWith({ ...(id === undefined ? {} : { id }), ...answer })
}
