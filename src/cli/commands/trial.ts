/** `unknot trial design`, `unknot trial analyse FILE`, `unknot trial pool FILE...`: n-of-1 trials. */
import { createHash, randomInt } from 'node:crypto'
import { basename } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { lookUp } from '../../library/medicines.ts'
import {
  type AnalysisOptions,
  analyse,
  centReport,
  type DesignRequest,
  defaultLayout,
  design,
  type FrozenProtocol,
  factStatements,
  freeze,
  interimClaimAt,
  isIntact,
  outcomeModels,
  parseAnalysis,
  parseScale,
  pool,
  type ReportSection,
  summariesOf,
  type TrialFacts,
  trialFacts,
} from '../../library/trials.ts'
import { withArms } from '../../plan/trial-arms.ts'
import { BadInput, isTyped, readText } from '../input.ts'
import { outcomeQuestions } from '../outcome-questions.ts'
import { print } from '../output.ts'
import { askDesign } from '../trial-interview.ts'

interface AnalyseFlags {
  readonly model?: AnalysisOptions['model']
  readonly scale?: AnalysisOptions['scale']
  readonly mcid?: number
  readonly better?: AnalysisOptions['better']
  readonly leaveOut?: number
  readonly interim?: boolean
  readonly protocol?: string
  readonly json?: boolean
}

interface DesignFlags {
  readonly question?: string
  readonly arm: readonly string[]
  readonly model: AnalysisOptions['model']
  readonly outcome?: string
  readonly cycles?: number
  readonly days?: number
  readonly leaveOut?: number
  readonly episodes?: number
  readonly scale?: AnalysisOptions['scale']
  readonly mcid?: number
  readonly better?: AnalysisOptions['better']
  readonly looks?: 'none' | 'each-cycle'
  readonly expectation?: number
  readonly holds?: readonly string[]
  readonly seed?: number
  readonly power: number
  readonly json?: boolean
}

export const trialCommand = (): Command => {
  const command = new Command('trial').description('N-of-1 trials: what helps one person, by a fair trial on oneself.')
  for (const sub of [designCommand(), analyseCommand(), poolCommand()]) command.addCommand(sub.exitOverride())
  return command
}

const modelOption = (text: string) => new Option('--model <outcome>', text).choices(outcomeModels)
const scaleOption = () => new Option('--scale <low..high>', 'lowest and highest rating').argParser(scale)
const mcidOption = () =>
  new Option(
    '--mcid <number>',
    'least difference one would notice: points, |log rate ratio|, |log odds ratio| (default 1, |ln 0.70|, |ln 0.50|)',
  ).argParser(positive)
const betterOption = () =>
  new Option('--better <direction>', 'which direction of the outcome is better').choices(['lower', 'higher'])

const designCommand = (): Command =>
  new Command('design')
    .description('Draws a blocked randomised crossover, or says why not. Prints the frozen protocol as JSON.')
    .option('--question <text>', 'what the trial asks')
    .option('--arm <name>', 'what is compared; give it two or three times', collect, [])
    .addOption(modelOption('what is recorded').default('rating'))
    .option('--outcome <text>', 'the question asked each day')
    .option('--cycles <number>', 'how often each is tried', whole)
    .option('--days <number>', 'days of a period', whole)
    .option('--leave-out <days>', 'first days of each period that are not analysed', whole)
    .option('--episodes <number>', 'draw for each spasm instead of by days', whole)
    .addOption(scaleOption())
    .addOption(mcidOption())
    .addOption(betterOption())
    .addOption(new Option('--looks <when>', 'look before the end').choices(['none', 'each-cycle']))
    .option('--expectation <0-10>', 'which do you expect to win: 0 surely the first, 10 surely the second', finite)
    .option('--holds <facts>', `which of these hold, with commas, or none: ${trialFacts.join(', ')}`, facts)
    .option('--seed <number>', 'draw the order from this seed (default: a new one, kept in the protocol)', whole)
    .option('--power <trials>', 'made-up trials for each line of the power table', whole, 400)
    .option('--json', 'JSON on one line')
    .action(async (flags: DesignFlags) => {
      const request = flags.arm.length === 0 && isTyped() ? await askDesign(randomInt(2 ** 32)) : fromFlags(flags)
      const result = design({ ...request, facts: withArms(request.facts, request.arms, lookUp) })
      if (result.kind === 'invalid') throw new BadInput(result.error)
      if (result.kind === 'ask')
        throw new BadInput(`say which of these hold with --holds (or --holds none): ${result.facts.join(', ')}`)
      const shown = result.kind === 'refused' ? result : await freeze(result.protocol, sha256)
      await print(`${JSON.stringify(shown, undefined, flags.json ? undefined : 2)}\n`)
      if (result.kind === 'refused')
        for (const { fact, why, instead } of result.because)
          console.error(`unknot: no trial: ${factStatements[fact]} ${why} ${instead}`)
    })

const analyseCommand = (): Command =>
  new Command('analyse')
    .description('What did a trial show? Reads a CSV file (day,period,arm,arm_label,y) or JSON; - is stdin.')
    .argument('<file>', 'records of the trial')
    .addOption(modelOption('what was recorded (default rating)'))
    .addOption(scaleOption())
    .addOption(mcidOption())
    .addOption(betterOption())
    .option('--leave-out <days>', 'first days of each period that are not analysed', whole)
    .option('--interim', `a look before the planned end: a claim asks for ${interimClaimAt}`)
    .option('--protocol <file>', 'the frozen protocol: its options are used, and its hash is checked')
    .option('--json', 'print JSON')
    .action(async (file: string, flags: AnalyseFlags) => {
      const frozen = flags.protocol === undefined ? undefined : await readProtocol(flags.protocol)
      const text = await readText(file)
      const isJson = /^\s*[[{]/.test(text)
      const given = isJson ? parseJson(text, file) : { csv: text }
      const parsed = parseAnalysis(given, { ...frozen?.protocol.analysis, ...overrides(flags) })
      if (!parsed.ok) throw new BadInput(`${file === '-' ? 'stdin' : file}: ${parsed.error}`)
      const { read, options } = parsed.value
      if (read.ignored.length > 0) console.error(`unknot: not used: the columns ${read.ignored.join(', ')}`)
      const result = analyse(read.records, options)
      await print(flags.json ? `${JSON.stringify(result)}\n` : showReport(centReport(result, frozen)))
    })

const poolCommand = (): Command =>
  new Command('pool')
    .description('Joins the results of several people (unknot trial analyse --json) by a hierarchical normal model.')
    .argument('<files...>', 'one result a person')
    .option('--from <arm>', 'of more than two arms, the first to compare')
    .option('--to <arm>', 'of more than two arms, the second')
    .option('--json', 'print JSON')
    .action(async (files: readonly string[], { from, to, json }: { from?: string; to?: string; json?: boolean }) => {
      if ((from === undefined) !== (to === undefined)) throw new BadInput('give --from and --to together')
      const values: { name: string; value: unknown }[] = []
      for (const file of files) values.push({ name: basename(file), value: parseJson(await readText(file), file) })
      const found = summariesOf(values, from !== undefined && to !== undefined ? [from, to] : undefined)
      if (!found.ok) throw new BadInput(found.error)
      const pooled = pool(found.value.summaries, found.value.options)
      if (pooled === undefined) throw new BadInput('fewer than two of the trials tell anything: give more')
      const { from: first, to: second, options } = found.value
      const result = { model: options.model, from: first, to: second, ...pooled }
      await print(json ? `${JSON.stringify(result)}\n` : showPooled(result))
    })

type PooledResult = { readonly from: string; readonly to: string } & NonNullable<ReturnType<typeof pool>>

function showPooled({ from, to, group, next, tau, people, uninformative }: PooledResult): string {
  const line = (name: string, { mean, q025, q975, verdict }: PooledResult['group']) =>
    `${name.padEnd(28)} ${two(mean).padStart(7)}  ${two(q025)} to ${two(q975)}  ${verdict}`
  return `${[
    `${to} against ${from}: effect, 95 % interval, verdict`,
    line('group', group),
    line('next person', next),
    `people differ by about ${two(tau.mean)} (sd)`,
    '',
    ...people.map(person => `${line(person.id, person)}  (own trial ${two(person.own.mean)})`),
    ...uninformative.map(id => `${id}: told nothing beyond its prior`),
  ].join('\n')}\n`
}

const showReport = (sections: readonly ReportSection[]): string =>
  `${sections.map(({ heading, lines }) => `${heading}\n${lines.map(line => `  ${line}`).join('\n')}`).join('\n')}\n`

function fromFlags(flags: DesignFlags): DesignRequest {
  const { arm: arms, model, episodes, holds } = flags
  if (arms.length === 0) throw new BadInput('name what is compared: --arm ice --arm heat')
  if (episodes !== undefined && (flags.cycles !== undefined || flags.days !== undefined))
    throw new BadInput('--episodes draws for each spasm: leave out --cycles and --days')
  const usual = defaultLayout(model, arms.length)
  const layout =
    episodes !== undefined
      ? ({ kind: 'episodes', episodes } as const)
      : usual.kind === 'periods'
        ? {
            ...usual,
            ...(flags.cycles === undefined ? {} : { cycles: flags.cycles }),
            ...(flags.days === undefined ? {} : { periodDays: flags.days }),
            ...(flags.leaveOut === undefined ? {} : { leaveOut: flags.leaveOut }),
          }
        : usual
  return {
    question: flags.question ?? `${arms.join(' or ')}?`,
    arms: arms.map(label => ({ label })),
    outcome: { model, question: flags.outcome ?? outcomeQuestions[model] },
    facts:
      holds === undefined
        ? {}
        : (Object.fromEntries(trialFacts.map(fact => [fact, holds.includes(fact)])) as TrialFacts),
    layout,
    seed: flags.seed ?? randomInt(2 ** 32),
    powerTrials: flags.power,
    ...(flags.scale === undefined ? {} : { scale: flags.scale }),
    ...(flags.mcid === undefined ? {} : { mcid: flags.mcid }),
    ...(flags.better === undefined ? {} : { better: flags.better }),
    ...(flags.looks === undefined ? {} : { looks: flags.looks }),
    ...(flags.expectation === undefined ? {} : { expectation: flags.expectation }),
  }
}

function overrides(flags: AnalyseFlags): Partial<AnalysisOptions> {
  return {
    ...(flags.model === undefined ? {} : { model: flags.model }),
    ...(flags.scale === undefined ? {} : { scale: flags.scale }),
    ...(flags.mcid === undefined ? {} : { mcid: flags.mcid }),
    ...(flags.better === undefined ? {} : { better: flags.better }),
    ...(flags.leaveOut === undefined ? {} : { leaveOut: flags.leaveOut }),
    ...(flags.interim ? { claimAt: interimClaimAt } : {}),
  }
}

async function readProtocol(file: string): Promise<FrozenProtocol> {
  const frozen = parseJson(await readText(file), file) as FrozenProtocol
  if (typeof frozen?.protocol !== 'object' || typeof frozen.sha256 !== 'string')
    throw new BadInput(`${file}: not a frozen protocol: make it with unknot trial design`)
  if (!(await isIntact(frozen, sha256)))
    throw new BadInput(`${file}: the protocol was changed after it was frozen: its hash does not fit`)
  return frozen
}

const sha256 = async (text: string): Promise<string> => createHash('sha256').update(text, 'utf8').digest('hex')

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (problem) {
    const place = /position (\d+)/.exec(String(problem))?.[1]
    const before = place === undefined ? undefined : text.slice(0, Number(place))
    const where =
      before === undefined
        ? ''
        : ` (line ${before.split('\n').length}, column ${before.length - before.lastIndexOf('\n')})`
    throw new BadInput(`${file}: not JSON${where}: mend it there`)
  }
}

const two = (value: number): string => value.toFixed(2)
const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

function scale(text: string): readonly [number, number] {
  const parsed = parseScale(text)
  if (parsed.ok) return parsed.value
  throw new InvalidArgumentError('give the lowest and the highest rating, as 0..10')
}

function finite(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new InvalidArgumentError('give a number')
}

function positive(text: string): number {
  const value = finite(text)
  if (value > 0) return value
  throw new InvalidArgumentError('give a number above 0')
}

function whole(text: string): number {
  const value = finite(text)
  if (Number.isInteger(value) && value >= 0) return value
  throw new InvalidArgumentError('give a whole number from 0')
}

function facts(text: string): readonly string[] {
  if (text === 'none') return []
  const given = text.split(',').map(each => each.trim())
  const stray = given.find(each => !trialFacts.some(fact => fact === each))
  if (stray === undefined) return given
  throw new InvalidArgumentError(`"${stray}" is not known: none, or some of ${trialFacts.join(', ')}`)
}
