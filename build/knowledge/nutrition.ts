/** The topic of food: foods, targets and cautions are read, checked and written as one data file and two modules. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EverydaySet, NutritionCautions, TargetSet } from '../../src/knowledge/nutrition-schema.ts'
import { nutrients, references } from '../../src/knowledge/vocabulary.ts'
import { everydayRows, familiesOf } from './everyday.ts'
import { type Faults, readOne } from './files.ts'
import { packFoods, readFoodTable } from './food-table.ts'
import type { Knowledge } from './read.ts'
import { bannedWords, longSentences, tooHard } from './readability.ts'

/** The topic once read and checked: how much there is, and how it is written once nothing else is at fault. */
export interface Nutrition {
  readonly counts: string
  readonly write: (into: string) => void
}

export function readNutrition(folder: string, knowledge: Knowledge, faults: Faults): Nutrition {
  const at = (name: string) => join(folder, name)
  const lines = readFoodTable(at('foods/foods.tsv'), faults)
  const everyday = readOne(at('foods/everyday.yaml'), EverydaySet, faults)
  const targets = references.map(id => [id, readOne(at(`targets/${id}.yaml`), TargetSet, faults)] as const)
  const cautions = readOne(at('cautions.yaml'), NutritionCautions, faults)
  const sources = new Set(knowledge.sources.map(({ id }) => id))
  const conditions = new Set(Object.keys(knowledge.conditions?.value.conditions ?? {}))

  const rows = everyday ? everydayRows(everyday, lines, faults) : []

  for (const [id, set] of targets)
    for (const [nutrient, { rows: byStage, sources: cited }] of Object.entries(set?.value.nutrients ?? {})) {
      const wrong = (what: string) => faults.add(set?.at(['nutrients', nutrient]) ?? id, `${nutrient}: ${what}`)
      const stages = Object.keys(set?.value.stages ?? {})
      for (const stage of stages) if (!byStage[stage]) wrong(`has no row for ${stage}`)
      for (const stage of Object.keys(byStage)) if (!stages.includes(stage)) wrong(`there is no stage "${stage}"`)
      for (const [stage, [target, , upper]] of Object.entries(byStage))
        if (target !== null && upper !== null && target > upper && nutrient !== 'magnesium')
          wrong(`${stage}: the target ${target} is above the upper limit ${upper}`)
      for (const source of cited) if (!sources.has(source)) wrong(`unknown source "${source}"`)
    }
  for (const [id, set] of targets)
    for (const nutrient of nutrients)
      if (set && !set.value.nutrients[nutrient]) faults.add(set.at(), `${id}: has no ${nutrient}`)

  const leftOut = new Set((knowledge.medicalWords?.value.words ?? []).map(word => word.toLowerCase()))
  for (const [id, caution] of Object.entries(cautions?.value.cautions ?? {})) {
    const wrong = (what: string) => faults.add(cautions?.at(['cautions', id]) ?? id, `${id}: ${what}`)
    for (const source of caution.sources) if (!sources.has(source)) wrong(`unknown source "${source}"`)
    if (caution.sources.length === 0 && caution.evidence !== 'memory')
      wrong('needs a source, or says it is from memory')
    for (const word of caution.conditions) if (!conditions.has(word)) wrong(`unknown condition "${word}"`)
    for (const word of caution.medicines) if (!cautions?.value.classes[word]) wrong(`unknown class "${word}"`)
    for (const other of caution.withCaution) if (!cautions?.value.cautions[other]) wrong(`unknown caution "${other}"`)
    const isReached =
      caution.everyone ||
      caution.under ||
      caution.conditions.length + caution.medicines.length + caution.withCaution.length > 0
    if (!isReached) wrong('nothing leads to it')
    for (const message of [...longSentences(caution.text, 'plain'), ...bannedWords(caution.text)]) wrong(message)
    const hard = tooHard([caution.text], 'plain', leftOut)
    if (hard) wrong(hard)
  }

  const write = (into: string) => {
    const file = JSON.stringify(packFoods(lines, rows, everyday ? familiesOf(everyday.value) : []))
    const head = '// Built from knowledge/ by build/knowledge.ts. Edit there.\n'
    writeIfChanged(join(into, 'foods.gen.json'), file)
    writeIfChanged(
      join(into, 'foods.gen.ts'),
      `${head}/** The text of the file of foods, for where there is no way to fetch it. */\nexport const foodsText: string = ${JSON.stringify(file)}\n`,
    )
    writeIfChanged(
      join(into, 'nutrition.gen.ts'),
      `${head}import type { NutritionKnowledge } from '../nutrition/knowledge.ts'

export const nutritionKnowledge: NutritionKnowledge = ${JSON.stringify({
        targets: Object.fromEntries(targets.map(([id, set]) => [id, set?.value])),
        classes: cautions?.value.classes,
        cautions: cautions?.value.cautions,
        conditions: [...conditions].sort(),
        medicines: [
          ...new Set([
            ...Object.keys(knowledge.conditions?.value.medicines ?? {}),
            ...(cautions?.value.harmless ?? []),
          ]),
        ].sort(),
        nextReview: cautions?.value.nextReview,
      })}
`,
    )
  }
  return {
    counts: `${lines.length} foods (${rows.length} everyday), ${targets.length} sets of targets, ${Object.keys(cautions?.value.cautions ?? {}).length} nutrition cautions`,
    write,
  }
}

function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  writeFileSync(file, text)
}
