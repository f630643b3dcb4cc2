/** Exported results of several trials, ready to pool: one contrast of each, the same arms, outcome and threshold. */
import type { AnalysisOptions } from './options.ts'
import { outcomeModels } from './options.ts'
import type { Parsed } from './parse.ts'
import type { TrialSummary } from './pool.ts'

export interface Poolable {
  readonly from: string
  readonly to: string
  readonly options: AnalysisOptions
  readonly summaries: readonly TrialSummary[]
}

interface Exported {
  readonly model: AnalysisOptions['model']
  readonly contrasts: readonly {
    readonly from: string
    readonly to: string
    readonly mean: number
    readonly sd: number
  }[]
  readonly options: AnalysisOptions
}

/**
 * `files` are results of `analyse`, by name. `pair` names the arms if a trial has more than two. A trial with the
 * opposite order of arms is reversed. An error names the file.
 */
export function summariesOf(
  files: readonly { readonly name: string; readonly value: unknown }[],
  pair?: readonly [from: string, to: string],
): Parsed<Poolable> {
  const fault = (name: string, problem: string) => ({ ok: false as const, error: `${name}: ${problem}` })
  const [first] = files
  if (first === undefined || files.length < 2) return { ok: false, error: 'give at least two results to pool' }
  if (!isExported(first.value)) return fault(first.name, notExported)
  const { model, options, contrasts } = first.value
  const [only] = contrasts
  if (pair === undefined && contrasts.length > 1)
    return fault(first.name, 'more than two arms: say which two with --from and --to')
  const [from, to] = pair ?? [only?.from ?? '', only?.to ?? '']
  const summaries: TrialSummary[] = []
  for (const { name, value } of files) {
    if (!isExported(value)) return fault(name, notExported)
    if (value.model !== model) return fault(name, `its outcome is "${value.model}", that of ${first.name} "${model}"`)
    if (model === 'rating' && String(value.options.scale) !== String(options.scale))
      return fault(
        name,
        `its scale is ${value.options.scale.join('..')}, that of ${first.name} ${options.scale.join('..')}`,
      )
    if (value.options.better !== options.better || value.options.mcid !== options.mcid)
      return fault(name, `its threshold or direction is not that of ${first.name}`)
    const along = value.contrasts.find(each => each.from === from && each.to === to)
    const against = value.contrasts.find(each => each.from === to && each.to === from)
    if (along) summaries.push({ id: name, mean: along.mean, sd: along.sd })
    else if (against) summaries.push({ id: name, mean: -against.mean, sd: against.sd })
    else return fault(name, `it does not compare "${from}" with "${to}"`)
  }
  return { ok: true, value: { from, to, options, summaries } }
}

const notExported = 'not the result of an analysis: make it with unknot trial analyse FILE --json'

function isExported(value: unknown): value is Exported {
  if (typeof value !== 'object' || value === null) return false
  const { model, contrasts, options } = value as Partial<Exported>
  return (
    outcomeModels.some(each => each === model) &&
    Array.isArray(contrasts) &&
    contrasts.every(
      each =>
        typeof each?.from === 'string' && typeof each.to === 'string' && Number.isFinite(each.mean) && each.sd > 0,
    ) &&
    typeof options === 'object' &&
    options !== null &&
    Array.isArray(options.scale) &&
    typeof options.mcid === 'number'
  )
}
