/**
 * The topic of food: reads and checks foods, targets and cautions, and writes them as one data file and two modules.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ArticleFoods,
  EverydaySet,
  FoodChanges,
  FoodDishes,
  NutritionCautions,
  TargetSet,
  WorldFoods,
} from '../../src/knowledge/nutrition-schema.ts'
import { nutrients, references } from '../../src/knowledge/vocabulary.ts'
import { everydayRows, familiesOf } from './everyday.ts'
import { type Entry, type Faults, readOne } from './files.ts'
import { changesOf } from './food-changes.ts'
import { mealsOf, withDishes } from './food-dishes.ts'
import { packFoods, readFoodTable } from './food-table.ts'
import type { Knowledge } from './read.ts'
import { bannedWords, longSentences, tooHard } from './readability.ts'
import { withWorldFoods } from './world-foods.ts'

/** The topic after reading and checking: its counts, and a function that writes it if there is no other error. */
export interface Nutrition {
  readonly counts: string
  readonly write: (into: string) => void
}

export function readNutrition(folder: string, knowledge: Knowledge, faults: Faults): Nutrition {
  const at = (name: string) => join(folder, name)
  const usda = readFoodTable(at('foods/foods.tsv'), faults)
  const everyday = readOne(at('foods/everyday.yaml'), EverydaySet, faults)
  const targets = references.map(id => [id, readOne(at(`targets/${id}.yaml`), TargetSet, faults)] as const)
  const cautions = readOne(at('cautions.yaml'), NutritionCautions, faults)
  const sources = new Set(knowledge.sources.map(({ id }) => id))
  const conditions = new Set(Object.keys(knowledge.conditions?.value.conditions ?? {}))

  const names = readOne(at('foods/world.yaml'), WorldFoods, faults)
  const dishes = readOne(at('foods/dishes.yaml'), FoodDishes, faults)
  const all = names && dishes && withDishes(names, dishes, faults)
  const world = everyday && all && withWorldFoods(everyday, all, cautions?.value, usda, faults)
  const lines = world?.lines ?? usda
  const rows = world ? everydayRows(world.set, lines, faults) : []
  const changed = readOne(at('foods/changes.yaml'), FoodChanges, faults)
  const article = readOne(at('foods/article.yaml'), ArticleFoods, faults)
  if (article)
    checkArticle(article, new Set(rows.map(([id]) => id)), new Set(knowledge.claims.map(({ id }) => id)), faults)

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

  const families = world ? familiesOf(world.set.value) : []
  const changes = changesOf(changed, rows, faults)
  const meals = mealsOf(dishes, rows, families, faults)
  const write = (into: string) => {
    const file = JSON.stringify(
      packFoods(lines, rows, {
        families,
        warnings: world?.warnings ?? [],
        recipes: world?.recipes ?? [],
        changes,
        meals,
      }),
    )
    const head = '// Built from knowledge/ by build/knowledge.ts. Edit there.\n'
    writeIfChanged(join(into, 'foods.gen.json'), file)
    writeIfChanged(
      join(into, 'foods.gen.ts'),
      `${head}/** The text of the file of foods, for where there is no way to fetch it. */\nexport const foodsText: string = ${JSON.stringify(file)}\n`,
    )
    writeIfChanged(
      join(into, 'food-names.gen.ts'),
      `${head}/** The everyday foods, by the name before the first comma: FDC id and name. */\nexport const foodNames: readonly (readonly [id: number, name: string])[] = JSON.parse(${JSON.stringify(JSON.stringify(plainNames(rows)))})\n`,
    )
    writeIfChanged(
      join(into, 'article-foods.gen.ts'),
      `${head}import type { ArticleFoods } from './nutrition-schema.ts'\n\nexport const articleFoods: ArticleFoods['nutrients'] = ${JSON.stringify(article?.value.nutrients ?? {})}\n`,
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
    counts: `${usda.length} foods (${rows.length} with a plain name, ${lines.length - usda.length} own entries), ${targets.length} sets of targets, ${Object.keys(cautions?.value.cautions ?? {}).length} nutrition cautions`,
    write,
  }
}

/** One food for each plain name: "Apple" stands for all its kinds. */
function plainNames(rows: ReturnType<typeof everydayRows>): readonly (readonly [number, string])[] {
  const byName = new Map<string, number>()
  for (const [id, name] of rows) {
    const plain = name.split(',')[0] ?? name
    if (!byName.has(plain)) byName.set(plain, id)
  }
  return [...byName].map(([name, id]) => [id, name])
}

function checkArticle(
  article: Entry<ArticleFoods>,
  everyday: ReadonlySet<number>,
  claims: ReadonlySet<string>,
  faults: Faults,
): void {
  for (const [nutrient, foods] of Object.entries(article.value.nutrients))
    for (const [place, { named, food, claim, word }] of (foods ?? []).entries()) {
      const wrong = (what: string) => faults.add(article.at(['nutrients', nutrient, place]), `${named}: ${what}`)
      if (!everyday.has(food)) wrong(`${food} is not in the everyday set, so it has no place in a list`)
      if (!claims.has(claim)) wrong(`unknown claim "${claim}"`)
      if (word === undefined) continue
      const hard = tooHard([word], 'plain', new Set())
      for (const message of [...longSentences(word, 'plain'), ...bannedWords(word), ...(hard ? [hard] : [])])
        wrong(message)
    }
}

function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  writeFileSync(file, text)
}
