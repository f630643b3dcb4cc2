/** `unknot claims [WORDS]`: what the evidence says of what people say. */
import { Command, Option } from 'commander'
import { type ClaimTopic, claimTopics, type Verdict, verdicts } from '../../knowledge/vocabulary.ts'
import { askEvidence, shareText, sources } from '../../library/evidence.ts'
import { BadInput } from '../input.ts'

interface Options {
  readonly topic?: ClaimTopic
  readonly verdict?: Verdict
  readonly json?: boolean
}

export const claimsCommand = (): Command =>
  new Command('claims')
    .description('Is it true? What the evidence says of what people say; the wrong ones that can hurt come first.')
    .argument('[words...]', 'words to look for; every one must be met')
    .addOption(new Option('--topic <topic>', 'only this topic').choices(claimTopics))
    .addOption(new Option('--verdict <verdict>', 'only this verdict').choices(verdicts))
    .option('--json', 'print JSON')
    .action((words: readonly string[], { topic, verdict, json }: Options) => {
      const today = new Date().toISOString().slice(0, 10)
      const found = askEvidence({ words: words.join(' '), topic, verdict }, today)
      if (json) {
        const body = found.map(({ id, claim, isPastReview }) => ({ id, ...claim, isPastReview }))
        process.stdout.write(`${JSON.stringify(body)}\n`)
        return
      }
      if (found.length === 0) throw new BadInput(`no claim has "${words.join(' ')}": try fewer words, or one`)
      process.stdout.write(`${found.map(({ claim }) => shareText(claim, sources, today)).join('\n\n')}\n`)
    })
