/** Writes docs/crowd.md: what the crowd is, the results before and now, what they hang on, and where the figures are from. */
import type { Crowd } from '../../src/knowledge/crowd-schema.ts'
import { type Tier, tiers } from '../../src/knowledge/vocabulary.ts'
import { exactInterval } from './interval.ts'
import { reasonTable, table, tierTable } from './tables.ts'
import { countOf, sizeOf, type Tally } from './tally.ts'

/** A crowd counted on an earlier knowledge, kept as data. */
export interface Before extends Tally {
  readonly commit: string
}

export interface Counted {
  readonly now: Tally
  readonly before: Before
  /** The same crowd with every assumed share multiplied. */
  readonly assumed: readonly (readonly [factor: number, tally: Tally])[]
}

export function pageOf(crowd: Crowd, { now, before, assumed }: Counted): string {
  const sections = [
    '# The crowd',
    introduction(crowd, now, before),
    '## Tiers',
    'Percent of people, with the exact 95 % interval of the draw. What the figures of the crowd are unsure of comes on top: see below.',
    tierTable(now, before),
    goals(now),
    ...(['emergency', 'same-day', 'soon'] as const).flatMap(tier => [
      `## What sends people to ${tier}`,
      reasonWords(tier),
      reasonTable(tier, rowsOf[tier] ?? 25, now, before),
    ]),
    '## Set beside what others found',
    published(crowd, now),
    '## How far it hangs on what was assumed',
    `Every assumed share, and the share of misreading, multiplied; shares with a source stay. ${assumed[0]?.[1].people.toLocaleString('en') ?? 0} people each.`,
    assumedTable(now, assumed),
    '## What the crowd assumes',
    assumptions(crowd),
    '## Sources of the figures',
    sourcesOf(crowd),
  ]
  return `${sections.join('\n\n')}\n`
}

const rowsOf: Readonly<Partial<Record<Tier, number>>> = { emergency: 45, 'same-day': 45 }

const introduction = ({ facts }: Crowd, now: Tally, before: Before): string =>
  `Whom does the check alarm for nothing? ${now.people.toLocaleString('en')} ordinary people with a back spasm or a cramp are drawn from the figures of
\`knowledge/crowd/\` (${facts.length} facts, each with its source or marked as assumed), and the whole check is held with each of them, page by page.
Nobody in the crowd has the serious illness that a red flag looks for. Seed ${now.seed}. "Before" is the knowledge of commit ${before.commit}
with the same people (\`bench/crowd/before.json\`). Written by \`npm run bench -- crowd --write\`; do not edit.

A check took ${now.pages.toFixed(1)} pages and ${Math.round(now.statements)} statements on average (before: ${before.pages.toFixed(1)} and ${Math.round(before.statements)}).`

/** The goal of the project for this crowd: percent at most. */
const goal: Readonly<Partial<Record<Tier, number>>> = { emergency: 2, 'same-day': 8 }

const goals = (now: Tally): string =>
  Object.entries(goal)
    .map(([tier, most]) => {
      const part = (100 * countOf(now, tier as Tier)) / sizeOf(now)
      return `Goal for ${tier}: at most ${most} %. Now ${part.toFixed(2)} %: ${part <= most ? 'met' : 'missed'}.`
    })
    .join(' ')

const reasonWords = (tier: Tier): string =>
  `People of 100,000 who were sent to ${tier} by an entry, and for how many of them nothing else asked for that tier ("alone"). ${
    tier === 'emergency'
      ? 'A check ends on the page where an emergency is found, so what comes later is not counted for that person.'
      : ''
  }`.trim()

function published({ published: figures, sources }: Crowd, now: Tally): string {
  const backs = sizeOf(now, ['back'])
  const alarmed = countOf(now, 'emergency', ['back']) + countOf(now, 'same-day', ['back'])
  const rows = figures.map(({ what, percent, source }) => [what, percent, sources[source]?.citation ?? source])
  const ill = 0.9
  const share = (100 * alarmed) / backs
  return `${table(['who', '%', 'source'], rows)}

Of people of the crowd with back pain, ${share.toFixed(1)} % are sent to a doctor today or to an emergency department. About 1 of 100 people with acute back
pain in primary care has a serious illness (${ill} % in Henschke 2009). Were all of them found, ${((100 * ill) / (ill + share)).toFixed(0)} of 100 people so alarmed would be ill.`
}

function assumedTable(now: Tally, assumed: Counted['assumed']): string {
  const cell = (tally: Tally, tier: Tier) => {
    const [count, people] = [countOf(tally, tier), sizeOf(tally)]
    const [low, high] = exactInterval(count, people).map(share => (100 * share).toFixed(1))
    return `${((100 * count) / people).toFixed(1)} (${low}-${high})`
  }
  const columns = [...assumed, [1, now] as const].toSorted(([a], [b]) => a - b)
  return table(
    ['tier', ...columns.map(([factor]) => `x ${factor}`)],
    tiers.toReversed().map(tier => [tier, ...columns.map(([, tally]) => cell(tally, tier))]),
  )
}

function assumptions({ people, facts }: Crowd): string {
  const shares = facts.flatMap(([, fact]) => fact.shares)
  const assumed = shares.filter(share => share.assumed)
  const leaning = assumed.filter(({ source }) => source !== undefined)
  return [
    `- Of ${shares.length} shares, ${shares.length - assumed.length} are read from a source and ${assumed.length} are assumed, ${leaning.length} of these leaning on a source. Each says why.`,
    '- Facts are independent of one another but for age, sex, place, hours, and what a fact names: a medicine is drawn among those who have the illness it is for.',
    '- The people are those of the UK from 16 on, weighed by how common each complaint is at their age and sex. Half of them have each complaint.',
    '- Medicines and illnesses are listed before the check begins, all of them: the most that can set off a combination. No date of a start is given.',
    '- A person reads every statement and answers yes where it is true of them, no where it is not, and opens a gate when something that its lines name is true. Nobody is "not sure", which would send more people on.',
    `- Where a look-alike that describes the person better stands beside a red flag, ${people.misread.share} of 100 tick the red flag all the same (assumed). Other misreadings are facts of their own, such as a weak flow of pee for years.`,
    '- A fact is about the person, not about the wording. Which statements it makes true is worked out for the wording of each knowledge, so that before and now are the same people.',
    '- A person with a real emergency is not in the crowd. What the check finds of real emergencies is shown by `test/vignettes/` and the cases of the rules, not here.',
  ].join('\n')
}

const sourcesOf = ({ sources }: Crowd): string =>
  Object.values(sources)
    .map(({ title, citation, where, verified }) => `- ${title}. ${citation}${where ? `. ${where}` : ''} (${verified})`)
    .join('\n')
