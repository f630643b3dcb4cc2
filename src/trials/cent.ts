/**
 * The report of a trial under the headings of CENT 2015 (BMJ 2015;350:h1738), the CONSORT extension for n-of-1 trials.
 * The item numbers are left out: they have not been checked against the printed table.
 */
import type { Analysis } from './analyse.ts'
import type { FrozenProtocol } from './protocol.ts'
import { missingSentences, sizeSentence, verdictSentence } from './sentence.ts'

export interface ReportSection {
  readonly heading: string
  readonly lines: readonly string[]
}

/** What happened besides the ratings, if a diary has it. */
export interface TrialHistory {
  /** ISO days. */
  readonly began?: string
  readonly ended?: string
  readonly stoppedEarly?: string
  /** The complaint of the trial, and what else was used against it at the same time. */
  readonly condition?: string
  readonly otherTreatments?: readonly string[]
  /** By period: why days were missed, harms. */
  readonly notes?: readonly string[]
}

/** `frozen` is absent for records without a protocol. */
export function centReport(
  analysis: Analysis,
  frozen: FrozenProtocol | undefined,
  history: TrialHistory = {},
): readonly ReportSection[] {
  const { options, arms, periods, contrasts } = analysis
  const protocol = frozen?.protocol
  const labels = arms.map(({ label }) => label).join(' or ')
  return [
    section('Title', [protocol?.title ?? `${labels}: an n-of-1 trial`]),
    section('Why an n-of-1 trial', [
      'What helps most people need not help this one; the question is about this person only.',
      ...(protocol ? [`Question: ${protocol.question}`] : []),
    ]),
    section('Design', [
      ...(protocol ? [layoutLine(protocol), noWashOut] : [`${periods.length} periods as recorded.`]),
      ...(options.leaveOut > 0
        ? [`The first ${options.leaveOut} days of each period are left out of the analysis.`]
        : []),
    ]),
    section('Condition and other treatments', [
      history.condition ?? 'The condition is not noted here.',
      history.otherTreatments === undefined
        ? 'Other treatments are not noted here.'
        : history.otherTreatments.length === 0
          ? 'No other treatments noted.'
          : `Beside it: ${history.otherTreatments.join(', ')}.`,
    ]),
    section('Setting', ['The person’s own care at home. No research, no one else decided.']),
    section(
      'Remedies',
      arms.map(({ label, periods: count }) => `${label}: ${count} periods with records`),
    ),
    section('Outcome', [
      ...(protocol ? [protocol.outcome.question] : []),
      `${outcomeLine(options)} ${options.better === 'lower' ? 'Lower' : 'Higher'} is better. Threshold of notice: ${round(options.mcid)} on the scale of the model.`,
    ]),
    section('Planned size and power', protocol ? powerLines(protocol) : ['Not planned here.']),
    section(
      'Order',
      protocol
        ? [
            `Drawn by lot in each cycle: generator ${protocol.randomisation.generator}, seed ${protocol.randomisation.seed}. Shown one period at a time.`,
          ]
        : ['As recorded; how it was drawn is not known here.'],
    ),
    section('Blinding', [
      'None: the person knew what they used, so hope may play a part.',
      ...(typeof protocol?.expectation === 'number'
        ? [
            `Expected before the start: ${protocol.expectation} of 10 (0 surely ${protocol.arms[0]?.label}, 10 surely ${protocol.arms[1]?.label}).`,
          ]
        : []),
    ]),
    section('Analysis', [
      methodLine(options),
      priorLine(options),
      options.leaveOut > 0
        ? `Carry-over: the first ${options.leaveOut} days of each period are left out, as fixed before the start.`
        : 'Carry-over: not modelled. What lasts beyond its period makes the effect look smaller.',
      'As assigned. Missed days are left out; nothing is filled in. Trend and the likeness of near days are part of the model.',
      ...(protocol
        ? [
            `Looks before the end: ${protocol.looks.kind}. Claims when nothing differs: ${protocol.looks.falseClaims} trials.`,
          ]
        : []),
    ]),
    section(
      'Periods',
      periods.map(each => `${periodLine(each)}`),
    ),
    section('Dates', [
      ...(history.began ? [`Began ${history.began}.`] : []),
      ...(history.ended ? [`Ended ${history.ended}.`] : []),
      history.stoppedEarly ? `Stopped early: ${history.stoppedEarly}` : 'Not known to have stopped early.',
    ]),
    section(
      'Results',
      contrasts.length === 0 ? [stateLine(analysis)] : contrasts.flatMap(each => resultLines(each, analysis)),
    ),
    section('Harms and notes', history.notes && history.notes.length > 0 ? history.notes : ['None noted.']),
    section('Limits', [
      'It tells about this person, not about others. Days missed because they were bad sway both sides.',
      'Near the end of the scale a difference has little room to show.',
    ]),
    section(
      'Protocol',
      frozen
        ? [
            `SHA-256 ${frozen.sha256}`,
            ...(frozen.amendments.length === 0
              ? ['No amendments.']
              : frozen.amendments.map(({ day, what, why }) => `Amendment on day ${day}: ${what} (${why})`)),
          ]
        : ['None frozen.'],
    ),
  ]
}

const noWashOut = 'Every cycle holds each remedy once. No run-in and no wash-out days.'

const section = (heading: string, lines: readonly string[]): ReportSection => ({ heading, lines })

const layoutLine = ({ layout, arms }: FrozenProtocol['protocol']): string =>
  layout.kind === 'periods'
    ? `Randomised crossover: ${layout.cycles} cycles of ${arms.length} periods of ${layout.periodDays} days.`
    : `Randomised by episode in blocks of ${arms.length}: ${layout.episodes} episodes.`

const outcomeLine = ({ model, scale }: Analysis['options']): string =>
  model === 'rating'
    ? `A rating a day from ${scale[0]} to ${scale[1]}.`
    : model === 'count'
      ? 'A count a night, summed by period.'
      : 'Yes or no a night, summed by period.'

const powerLines = ({ power, schedule }: FrozenProtocol['protocol']): readonly string[] => [
  `${schedule.at(-1)?.lastDay ?? 0} days or episodes.`,
  ...power.map(
    ({ effect, anyClaim, noticeable, trials }) =>
      `If the truth were ${round(effect)}: a claim in ${percent(anyClaim)}, "noticeably better" in ${percent(noticeable)} of ${trials} made-up trials.`,
  ),
]

function methodLine({ model }: Analysis['options']): string {
  if (model === 'rating')
    return 'Bayesian regression with trend and first-order autocorrelation by true gaps (M1), exact quadrature, no random numbers.'
  return model === 'count'
    ? 'Negative binomial regression of period totals with trend (M2), deterministic quadrature, no random numbers.'
    : 'Beta-binomial regression of period totals with trend (M3), deterministic quadrature, no random numbers.'
}

/** The priors of `docs/trials.md`, as used in the models. */
function priorLine({ model, scale }: Analysis['options']): string {
  const width = round(scale[1] - scale[0])
  if (model === 'rating')
    return `Priors, S = ${width} the width of the scale: level N(middle, (S/2)²), each difference N(0, (S/4)²), trend N(0, (S/4)²), spread half-t(3, S/4), (1 + correlation)/2 Beta(6, 4).`
  return model === 'count'
    ? 'Priors: log rate N(0, 1.5²), effect N(0, 1), trend N(0, 1), overdispersion half-N(0, 0.5²), or half-N(0, 1) where every period is one night.'
    : 'Priors: log odds N(0, 1.5²), effect N(0, 1), trend N(0, 1), likeness of nights in a period Beta(1, 9).'
}

const periodLine = ({
  period,
  label,
  firstDay,
  lastDay,
  recorded,
  scheduled,
  mean,
}: Analysis['periods'][number]): string =>
  `${period}. ${label}, day ${firstDay}${lastDay === firstDay ? '' : ` to ${lastDay}`}: ${recorded} of ${scheduled} recorded, mean ${mean === null ? 'none' : round(mean)}`

function stateLine({ state }: Analysis): string {
  return state === 'no-variation'
    ? 'No result: the ratings do not vary beyond the remedies and the trend.'
    : 'No result: there are too few records.'
}

function resultLines(
  contrast: Analysis['contrasts'][number],
  { options, arms }: Pick<Analysis, 'options' | 'arms'>,
): readonly string[] {
  const { from, to, mean, q025, q975, p_lt_0, p_lt_minus_mcid, p_gt_mcid, p_rope, furtherCycles } = contrast
  return [
    `${to} against ${from}: ${verdictSentence(contrast)}`,
    sizeSentence(contrast, options),
    `Effect ${round(mean)} (95 % ${round(q025)} to ${round(q975)}); chance that ${to} is lower ${percent(p_lt_0)}, lower by more than the threshold ${percent(p_lt_minus_mcid)}, higher by more ${percent(p_gt_mcid)}, no noticeable difference ${percent(p_rope)}.`,
    ...(contrast.because
      ? ['No verdict: fewer than two periods or four records on one side.', ...missingSentences(arms)]
      : []),
    ...(furtherCycles === undefined
      ? []
      : [
          furtherCycles === null
            ? 'More than 100 further cycles would be needed to settle it.'
            : `About ${furtherCycles} more cycles would probably settle it.`,
        ]),
  ]
}

const round = (value: number): string => String(Math.round(value * 100) / 100)
const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
