/** Writes the module of the plans, and what the first screen knows of medicines. */

import { writeIfChanged } from './module-file.ts'
import type { Knowledge } from './read.ts'

/** Many cells of the plans are equal: each is written once and referred to by its index. */
export function writePlans({ plans }: Knowledge, file: string): void {
  const cells: string[] = []
  const placeOf = (cell: unknown): string => {
    const text = JSON.stringify(cell)
    if (!cells.includes(text)) cells.push(text)
    return `cells[${cells.indexOf(text)}]!`
  }
  const written = plans.map(({ id, value: { cells: table, ...plan } }) => {
    const tiers = Object.entries(table).map(([tier, phases]) => {
      const own = Object.entries(phases).map(([phase, cell]) => `${JSON.stringify(phase)}:${placeOf(cell)}`)
      return `${JSON.stringify(tier)}:{${own.join(',')}}`
    })
    return `${JSON.stringify(id)}:{...${JSON.stringify(plan)},cells:{${tiers.join(',')}}}`
  })
  writeIfChanged(
    file,
    `// Built from knowledge/ by build/knowledge.ts. Edit there.
import type { PlanStep, PlanTable } from './remedy-schema.ts'

const cells: PlanStep[][] = [${cells.join(',\n')}]

export const plans: Readonly<Record<string, PlanTable>> = {${written.join(',\n')}}
`,
  )
}

/** The medicines that may cause cramps, by id: the first screen asks for no more of them. */
export function writeCrampMedicines({ medicines }: Knowledge, file: string): void {
  const kinds: readonly string[] = ['cramp', 'electrolyte']
  const ids = medicines.ingredients.flatMap(({ id, value }) => (kinds.includes(value.kind) ? [id] : []))
  writeIfChanged(
    file,
    `// Built from knowledge/ by build/knowledge.ts. Edit there.
export const crampMedicines: readonly string[] = ${JSON.stringify(ids)}
`,
  )
}
