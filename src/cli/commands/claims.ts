/** `unknot claims [WORDS]`: what the evidence says about common claims. */
import { Command, Option } from 'commander'
import { seeKindNames } from '../../evidence/see-kinds.ts'
import { type ClaimTopic, claimTopics, type Verdict, verdicts } from '../../knowledge/vocabulary.ts'
import { type See, seeElsewhere } from '../../library/answers.ts'
import { askEvidence, type FoundClaim, shareText, sources } from '../../library/evidence.ts'
import { utcDay } from '../../time.ts'
import { BadInput } from '../input.ts'
import { print } from '../output.ts'

interface Options {
  readonly topic?: ClaimTopic
  readonly verdict?: Verdict
  readonly see?: boolean
  readonly json?: boolean
}

export const claimsCommand = (): Command =>
  new Command('claims')
    .description('Is it true? What the evidence says of what people say, the best answer first.')
    .argument('[words...]', 'a question or words; without them, the wrong claims that can hurt come first')
    .addOption(new Option('--topic <topic>', 'only this topic').choices(claimTopics))
    .addOption(new Option('--verdict <verdict>', 'only this verdict').choices(verdicts))
    .option('--see', 'with --json: an object that also names remedies, medicines, foods and signs')
    .option('--json', 'print JSON')
    .action(async (asked: readonly string[], { topic, verdict, see, json }: Options) => {
      const today = utcDay(Date.now())
      const words = asked.join(' ')
      const found = askEvidence({ words, topic, verdict }, today)
      const others = words === '' ? [] : seeElsewhere(words)
      const isAnswered = found.some(({ match }) => match !== 'near')
      if (json) {
        const claims = found.map(({ claim, ...rest }) => ({ ...rest, ...claim }))
        await print(`${JSON.stringify(see ? { isAnswered, claims, see: others } : claims)}\n`)
        return
      }
      if (found.length + others.length === 0)
        throw new BadInput(`no claim says "${words}": try other words, or keep it as a question for your visit`)
      const parts = [
        ...(isAnswered || words === '' ? [] : [`No claim says "${words}".`]),
        ...shownOf(found, today),
        ...(others.length > 0 ? [`See also:\n${others.map(lineOf).join('\n')}`] : []),
      ]
      await print(`${parts.join('\n\n')}\n`)
    })

function shownOf(found: readonly FoundClaim[], today: string): readonly string[] {
  const texts = (near: boolean) =>
    found.filter(({ match }) => (match === 'near') === near).map(({ claim }) => shareText(claim, sources, today))
  const near = texts(true)
  return [...texts(false), ...(near.length > 0 ? ['Near it:', ...near] : [])]
}

const lineOf = ({ kind, id, title }: See): string =>
  `- ${seeKindNames[kind]}: ${title}${kind in commands ? ` (unknot ${commands[kind]} ${id})` : ''}`

const commands: Readonly<Partial<Record<See['kind'], string>>> = {
  remedy: 'session',
  exercise: 'session',
  medicine: 'medicines',
  'known-medicine': 'medicines',
}
