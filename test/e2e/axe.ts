/** What axe finds on the screen that is shown, in every theme. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { endAnimations } from './steps.ts'

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** The rules to run; none named means all. A theme changes colours only, so one theme runs all and the others those. */
const themes = [
  { theme: 'light', rules: [] },
  { theme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
  { theme: 'night', rules: ['color-contrast', 'link-in-text-block'] },
] as const

export async function axeFindings(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  await page.evaluate(axe)
  for (const { theme, rules } of [...themes].reverse()) {
    await page.evaluate(chosen => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    await endAnimations(page)
    const violations = await page.evaluate(async wanted => {
      const { axe: engine } = window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      const { violations } = await engine.run(wanted.length > 0 ? { runOnly: wanted } : {})
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
    }, rules)
    found.push(...violations.map(violation => `${theme}: ${violation}`))
  }
  return found
}
