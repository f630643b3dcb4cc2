/** Reads the options of the bench of the crowd. */
import { parseArgs } from 'node:util'

export interface Options {
  /** How many people are drawn. */
  readonly people: number
  readonly seed: number
  /** What every assumed share is multiplied by. */
  readonly assumed: number
  /** Print one JSON object and no tables. */
  readonly json: boolean
  /** Write docs/crowd.md and knowledge/reach.tsv. */
  readonly write: boolean
}

/** The options, or one line that says what is wrong and how to mend it. */
export function optionsOf(args: readonly string[]): Options | string {
  let values: Readonly<Record<'people' | 'seed' | 'assumed', string>> & Readonly<Record<'json' | 'write', boolean>>
  try {
    values = parseArgs({
      args: [...args],
      options: {
        people: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
        assumed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    }).values
  } catch (problem) {
    return `${(problem as Error).message.split('\n')[0]}: use --people N, --seed N, --assumed FACTOR, --json, --write`
  }
  const [people, seed, assumed] = [Number(values.people), Number(values.seed), Number(values.assumed)]
  if (!Number.isInteger(people) || people < 1 || people > 10_000_000)
    return `--people is "${values.people}": give a whole number from 1 to 10000000`
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    return `--seed is "${values.seed}": give a whole number from 0 to 4294967295`
  if (values.write && assumed !== 1) return '--write with --assumed: the page has its own rows for that; leave one out'
  if (!(assumed >= 0 && assumed <= 100)) return `--assumed is "${values.assumed}": give a number from 0 to 100`
  return { people, seed, assumed, json: values.json, write: values.write }
}
