/** Claims found by words, topic and verdict; and the whole answer to a question. */
import { answer } from '../../library/answers.ts'
import { askEvidence, type FoundClaim } from '../../library/evidence.ts'
import { answerWith, type Task } from './answer.ts'

/** `input` is the JSON of `ClaimQuestion`, which the route has checked. */
export const findClaims: Task = input => {
  const { question, today } = JSON.parse(input) as ClaimQuestion
  return answerWith(askEvidence(question, today).map(flat))
}

/** `input` is the JSON of `WordsQuestion`, which the route has checked. */
export const answerWords: Task = input => {
  const { words, today } = JSON.parse(input) as WordsQuestion
  const { isAnswered, claims, see } = answer(words, today)
  return answerWith({ isAnswered, claims: claims.map(flat), see })
}

const flat = ({ claim, ...rest }: FoundClaim) => ({ ...rest, ...claim })

export interface WordsQuestion {
  readonly words: string
  readonly today: string
}

export interface ClaimQuestion {
  readonly question: Parameters<typeof askEvidence>[0]
  readonly today: string
}
