/**
 * Every value of the reference file, which was computed independently of this code, within the tolerance given in it.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Analysis, analyse } from './analyse.ts'
import { type AnalysisOptions, withDefaults } from './options.ts'
import { readCsv } from './read.ts'

interface Reference {
  readonly model: 'M1' | 'M2' | 'M3'
  readonly data_file: string
  readonly mcid: number
  readonly scale?: readonly [number, number]
  readonly contrasts: readonly {
    readonly from: string
    readonly to: string
    readonly quadrature: Readonly<Record<string, number>>
  }[]
  readonly natural_difference_per_day?: {
    readonly quadrature: { readonly mean: number; readonly sd: number; readonly p_lt_threshold: number }
  }
  readonly probability_of_lowest_mean_stan?: Readonly<Record<string, number>>
  readonly nuisance: {
    readonly rho_mean?: { readonly quadrature: number }
    readonly sigma_mean?: { readonly quadrature: number }
    readonly log_marginal_likelihood: number
  }
}

const { datasets } = JSON.parse(readFileSync('test/trials/reference.json', 'utf8')) as {
  readonly datasets: Readonly<Record<string, Reference>>
}
const modelOf = { M1: 'rating', M2: 'count', M3: 'yes-no' } as const

function analysed({ model, data_file, mcid, scale }: Reference): Analysis {
  const options: AnalysisOptions = withDefaults({
    model: modelOf[model],
    mcid: Math.abs(mcid),
    ...(scale ? { scale } : {}),
  })
  const read = readCsv(readFileSync(`test/trials/data/${data_file}`, 'utf8'), options)
  if (!read.ok) throw new Error(read.error)
  return analyse(read.records, options)
}

describe.each(Object.entries(datasets))('%s', (_id, reference) => {
  const result = analysed(reference)

  it('has the contrasts of the reference, in its order', () => {
    expect(result.state).toBe('analysed')
    expect(result.contrasts.map(({ from, to }) => [from, to])).toEqual(
      reference.contrasts.map(({ from, to }) => [from, to]),
    )
  })

  it.each(reference.contrasts)('$from to $to: every value within its tolerance', ({ quadrature }) => {
    const at = reference.contrasts.findIndex(each => each.quadrature === quadrature)
    const contrast = result.contrasts[at] as unknown as Readonly<Record<string, number>>
    const sd = quadrature.sd ?? 0
    for (const [name, truth] of Object.entries(quadrature)) {
      const value = contrast[name] ?? Number.NaN
      if (name === 'sd') expect(Math.abs(value / truth - 1), name).toBeLessThan(0.01)
      else if (name.startsWith('p_')) expect(Math.abs(value - truth), name).toBeLessThan(0.002)
      else expect(Math.abs(value - truth) / sd, name).toBeLessThan(0.01)
    }
  })

  const natural = reference.natural_difference_per_day?.quadrature
  if (natural)
    it('has the difference per night', () => {
      const found = result.contrasts[0]?.natural_difference_per_day
      expect(Math.abs((found?.mean ?? Number.NaN) - natural.mean) / natural.sd).toBeLessThan(0.01)
      expect(Math.abs((found?.sd ?? Number.NaN) / natural.sd - 1)).toBeLessThan(0.01)
      expect(Math.abs((found?.p_lt_threshold ?? Number.NaN) - natural.p_lt_threshold)).toBeLessThan(0.01)
    })

  const lowest = reference.probability_of_lowest_mean_stan
  if (lowest)
    it('has the probability of each arm to be lowest', () => {
      for (const [label, truth] of Object.entries(lowest))
        expect(Math.abs((result.probability_of_lowest_mean?.[label] ?? Number.NaN) - truth), label).toBeLessThan(0.005)
    })

  const { rho_mean: rho, sigma_mean: sigma, log_marginal_likelihood: evidence } = reference.nuisance
  if (rho && sigma)
    it('has the autocorrelation, the spread and the evidence', () => {
      expect(result.rho_mean).toBeCloseTo(rho.quadrature, 3)
      expect(result.sigma_mean).toBeCloseTo(sigma.quadrature, 3)
      expect(result.log_marginal_likelihood).toBeCloseTo(evidence, 3)
    })
})

it('agrees with Stan within three of its Monte-Carlo errors', () => {
  const stan = JSON.parse(readFileSync('test/trials/reference.json', 'utf8')).datasets as Record<
    string,
    { contrasts: { stan: Record<string, { value: number; mcse: number | 'NA' }> }[] }
  >
  for (const [id, reference] of Object.entries(datasets)) {
    const contrasts = analysed(reference).contrasts as unknown as readonly Readonly<Record<string, number>>[]
    stan[id]?.contrasts.forEach((contrast, i) => {
      for (const [name, { value, mcse }] of Object.entries(contrast.stan))
        if (typeof mcse === 'number') {
          const own = contrasts[i]?.[name]
          if (own !== undefined) expect(Math.abs(own - value), `${id} ${name}`).toBeLessThan(3 * mcse + 2e-4)
        }
    })
  }
})
