/** Claims of `docs/hazard-log.json` about the check of words: it stops what it must, and the knowledge passes it. */
import { describe, expect, it } from 'vitest'
import { Faults } from './files.ts'
import { readKnowledge } from './read.ts'
import { bannedWords, longSentences, tooHard } from './readability.ts'
import { checkReferences } from './references.ts'
import { checkWording } from './wording.ts'

describe('words that promise too much, or tell people to stop a medicine (H08, H16)', () => {
  it.each([
    'Stop taking your tablets.',
    'Stop your medicine tonight.',
    'Warmth cures a spasm.',
    'This treats cramps.',
    'It diagnoses the cause.',
    'This is safe for you.',
    'You have sciatica.',
    'It is clinically proven.',
  ])('the build stops "%s"', text => {
    expect(bannedWords(text)).not.toEqual([])
  })

  it.each([
    'Do not change yours alone. Ask your pharmacist.',
    'Warmth may ease a spasm.',
    'If you have to stand, hold on.',
  ])('the build lets "%s" pass', text => {
    expect(bannedWords(text)).toEqual([])
  })
})

it('rejects a sentence of more than 20 words, and an entry that reads above grade 8 (H16)', () => {
  const words = (count: number) => `${Array.from({ length: count }, () => 'go').join(' ')}.`
  expect(longSentences(words(20), 'plain')).toEqual([])
  expect(longSentences(words(21), 'plain')).toHaveLength(1)
  expect(tooHard(['Sit down and rest.'], 'plain', new Set())).toBeUndefined()
  expect(
    tooHard(['Musculoskeletal discomfort necessitates individualised rehabilitation.'], 'plain', new Set()),
  ).toMatch(/reads at grade/)
})

it('everything in the knowledge passes the checks of words and references (H16)', () => {
  const faults = new Faults()
  const knowledge = readKnowledge('knowledge', faults)
  checkReferences(knowledge, faults)
  checkWording(knowledge, faults)
  expect(faults.lines).toEqual([])
})

it('every entry says when it was compiled, who reviewed it and when the next review is due (H14)', () => {
  const { reviewed } = readKnowledge('knowledge', new Faults())
  expect(reviewed.length).toBeGreaterThan(300)
  for (const { id, value } of reviewed) {
    const { compiled, reviewedBy, reviewed: verdict, nextReview } = value
    const since = verdict && verdict.on > compiled ? verdict.on : compiled
    const months = (Date.parse(nextReview) - Date.parse(since)) / (30.44 * 86_400_000)
    expect(verdict?.by ?? reviewedBy, id).toMatch(/../)
    expect(months, id).toBeLessThanOrEqual(24.1)
  }
})
