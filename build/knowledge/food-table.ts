/**
 * Reads the table of foods and writes it compactly: columns of whole numbers, names once, portions by the index of
 * their unit.
 */
import { readFileSync } from 'node:fs'
import { contents } from '../../src/knowledge/vocabulary.ts'
import type { EverydayRow, FoodFile } from '../../src/nutrition/food-file.ts'
import { decimalsOf } from '../../src/nutrition/food-file.ts'
import type { Faults } from './files.ts'

/** A line of knowledge/foods/foods.tsv; an unmeasured value is null, never 0. */
export interface FoodLine {
  readonly id: number
  readonly group: string
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly portions: readonly { readonly amount: number; readonly unit: string; readonly grams: number }[]
  readonly at: string
}

const firstColumns = ['fdc', 'ndb', 'group', 'name']

export function readFoodTable(file: string, faults: Faults): readonly FoodLine[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t').length
  if (columns !== firstColumns.length + contents.length + 1)
    faults.add(`${file}:1`, `has ${columns} columns, not ${firstColumns.length + contents.length + 1}`)
  const seen = new Set<number>()
  return lines.map((line, index) => {
    const at = `${file}:${index + 2}`
    const cells = line.split('\t')
    const [fdc = '', , group = '', name = ''] = cells
    const id = Number(fdc)
    if (cells.length !== columns) faults.add(at, `has ${cells.length} cells, not ${columns}`)
    if (!Number.isInteger(id) || id <= 0) faults.add(at, `"${fdc}" is no FDC id`)
    if (seen.has(id)) faults.add(at, `duplicate food ${id}`)
    seen.add(id)
    const values = contents.map((content, place) => {
      const cell = cells[firstColumns.length + place] ?? ''
      const value = cell === '' ? null : Number(cell)
      if (value !== null && !(value >= 0)) faults.add(at, `${content} "${cell}" is no amount`)
      return value
    })
    return { id, group, name, values, portions: portionsOf(cells.at(-1) ?? '', at, faults), at }
  })
}

/** "1 cup = 158; 0.5 cup, sliced = 75": grams are for that amount. */
function portionsOf(text: string, at: string, faults: Faults): FoodLine['portions'] {
  if (text === '') return []
  return text.split('; ').map(part => {
    const cut = part.lastIndexOf(' = ')
    const [amount = '', ...unit] = part.slice(0, cut).split(' ')
    const portion = { amount: Number(amount), unit: unit.join(' '), grams: Number(part.slice(cut + 3)) }
    if (!(portion.amount > 0) || !(portion.grams > 0)) faults.add(at, `"${part}" is no portion`)
    return portion
  })
}

/** The file that the app loads. */
export function packFoods(
  lines: readonly FoodLine[],
  everyday: readonly EverydayRow[],
  {
    families,
    warnings,
    recipes,
    changes,
    meals,
  }: Pick<FoodFile, 'families' | 'warnings' | 'recipes' | 'changes' | 'meals'>,
): FoodFile {
  const ordered = [...lines].sort((a, b) => a.id - b.id)
  const groups = [...new Set(ordered.map(({ group }) => group))].sort()
  const units = byFrequency(ordered.flatMap(({ portions }) => portions.map(({ unit }) => unit)))
  const unitAt = new Map(units.map((unit, index) => [unit, index]))
  return {
    format: 'foods-1',
    source:
      'U.S. Department of Agriculture, Agricultural Research Service. FoodData Central. SR Legacy (2018) with values of SR28 (2015).',
    groups,
    units,
    ids: ordered.map(({ id }, index) => id - (ordered[index - 1]?.id ?? 0)),
    group: ordered.map(({ group }) => groups.indexOf(group)),
    names: ordered.map(({ name }) => name).join('\n'),
    values: contents.map((content, place) =>
      ordered
        .map(({ values }) => {
          const value = values[place]
          return value === null || value === undefined ? '' : String(Math.round(value * 10 ** decimalsOf[content]))
        })
        .join(','),
    ),
    portions: ordered
      .map(({ portions }) =>
        portions
          .map(({ amount, unit, grams }) => `${amount === 1 ? '' : amount}:${unitAt.get(unit)}:${grams}`)
          .join(' '),
      )
      .join('\n'),
    everyday,
    warnings,
    families,
    recipes,
    changes,
    meals,
  }
}

function byFrequency(units: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([unit]) => unit)
}
