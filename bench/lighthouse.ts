/** Lighthouse on the served build as a slow phone would load it: the medians of five runs, each with a fresh Chromium. */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { chromiumPath } from '../build/chromium.ts'
import { type Bench, median } from './measure.ts'
import { chromiumFlags, whileServed } from './served.ts'

const times = 5

/** Values of known peers on the same kind of machine, quoted where the targets were set. */
const peers = { performance: '44 to 69', paint: '4.9 to 16.5 s' }

interface Run {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly paintMilliseconds: number
}

export const benchLighthouse: Bench = async () => {
  const runs = await whileServed(async address => {
    const done: Run[] = []
    for (let tries = 0; done.length < times; tries++)
      try {
        done.push(await runOnce(address))
      } catch (problem) {
        // On a busy machine the beginning of Chromium's trace is sometimes missing; such a run says nothing about the
        // app.
        if (tries >= 2 * times) throw problem
      }
    return done
  })
  const of = (key: keyof Run) => median(runs.map(run => run[key]))
  const paint = of('paintMilliseconds') / 1000
  const score = (what: string, key: keyof Run, least: number, against: string) => ({
    what: `Lighthouse mobile, ${what}, median of ${times}`,
    figure: `${of(key)} (${runs.map(run => run[key]).join(' ')})`,
    target: `at least ${least}`,
    isMet: of(key) >= least,
    against,
  })
  return [
    score('performance', 'performance', 98, `peers ${peers.performance}`),
    score('accessibility', 'accessibility', 100, 'not quoted for peers'),
    score('best practices', 'bestPractices', 100, 'not quoted for peers'),
    {
      what: `largest paint, simulated slow phone, median of ${times}`,
      figure: `${paint.toFixed(2)} s (${runs.map(run => (run.paintMilliseconds / 1000).toFixed(2)).join(' ')})`,
      target: 'at most 1.5 s',
      isMet: paint <= 1.5,
      against: `peers ${peers.paint}`,
    },
  ]
}

async function runOnce(address: string): Promise<Run> {
  const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: [...chromiumFlags] })
  try {
    const result = await lighthouse(address, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    })
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'no result')
    const { categories, audits } = result.lhr
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      paintMilliseconds: audits['largest-contentful-paint']?.numericValue ?? Number.POSITIVE_INFINITY,
    }
  } finally {
    chrome.kill()
  }
}
