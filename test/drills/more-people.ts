/** 100,000 random people: neither a further yes nor a "not sure" changed to yes lowers a tier. */
import { triageKnowledge as knowledge } from '../../src/knowledge/triage.gen.ts'
import { complaints, regions, sexes, tiers } from '../../src/knowledge/vocabulary.ts'
import type { Case } from '../../src/triage/case.ts'
import { triage } from '../../src/triage/triage.ts'
import type { Outcome } from '../drill.ts'

const people = 100_000

export function answerMorePeople(seed: number): readonly Outcome[] {
  const dice = diceFrom(seed)
  const lowered: string[] = []
  const lost: string[] = []
  for (let person = 0; person < people; person++) {
    const before = somebody(dice)
    const more = dice.pick(findings)
    const after = {
      ...before,
      present: [...new Set([...before.present, more])],
      absent: before.absent.filter(id => id !== more),
      unsure: before.unsure.filter(id => id !== more),
    }
    const [first, second] = [triage(knowledge, before), triage(knowledge, after)]
    if (tiers.indexOf(second.tier) < tiers.indexOf(first.tier))
      lowered.push(`${first.tier} to ${second.tier} by ${more}: ${JSON.stringify(before)}`)
    if (first.settled !== (first.ask === null)) lost.push(JSON.stringify(before))
  }
  return [
    { name: 'a further yes never lowers a tier', problems: lowered, note: `${people} random people` },
    { name: 'what is not settled says what to ask', problems: lost, note: `${people} random people` },
  ]
}

const findings = Object.keys(knowledge.findings)
const conditions = Object.keys(knowledge.conditions)
const medicines = Object.keys(knowledge.medicines)

function somebody(dice: Dice): Case {
  const answered = dice.some(findings, 24)
  const [yes, unsure] = [dice.below(8), dice.below(4)]
  return {
    complaint: dice.pick(complaints),
    present: answered.slice(0, yes),
    unsure: answered.slice(yes, yes + unsure),
    absent: answered.slice(yes + unsure),
    context: {
      ...(dice.below(2) ? { hoursSinceOnset: dice.below(3000) } : {}),
      ...(dice.below(4) ? {} : { pregnancyWeeks: dice.below(43) }),
    },
    conditions: dice.below(3) ? [] : dice.some(conditions, 2),
    medicines: dice.below(3) ? [] : dice.some(medicines, 2),
    ...(dice.below(4) ? { region: dice.pick(regions) } : {}),
    ...(dice.below(4) ? { age: dice.below(100) } : {}),
    ...(dice.below(4) ? { sex: dice.pick(sexes) } : {}),
  }
}

interface Dice {
  readonly below: (most: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** At most this many, without duplicates. */
  readonly some: <T>(from: readonly T[], most: number) => readonly T[]
}

/** Mulberry32: small, fast, and the same for the same seed. */
function diceFrom(seed: number): Dice {
  let state = seed
  const below = (most: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }
  const pick = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)]
    if (found === undefined) throw new Error('there is nothing to pick from')
    return found
  }
  return { below, pick, some: (from, most) => [...new Set(Array.from({ length: below(most + 1) }, () => pick(from)))] }
}
