/** What the columns of an unknown table mean: as the person says, or as their names suggest. */
import { withOneLineEnd } from './table-cells.ts'
import { headOfTable, rowsInHead } from './table-head.ts'

export const meanings = [
  'date',
  'time',
  'pain',
  'place',
  'note',
  'count',
  'medicine',
  'dose',
  'food',
  'amount',
] as const
export type Meaning = (typeof meanings)[number]

/** The name of the column with each meaning. */
export type Columns = Readonly<Partial<Record<Meaning, string>>>

/** Column names as trackers write them, in the languages that are common among them. */
const suggested: Readonly<Record<Meaning, RegExp>> = {
  date: /^(date|day|datum|tag|fecha|día|dia|data|jour|päivä|dato|timestamp|created( at)?|when|logged( at)?)\b/i,
  time: /^(time|zeit|uhrzeit|hora|heure|ora|tijd|klockslag|tid)\b/i,
  pain: /\b(pain|severity|intensity|score|nrs|schmerz\w*|dolor|douleur|dolore|pijn|smärta)\b/i,
  place: /\b(place|location|where|body ?part|site|region|ort|stelle|lugar|lieu|dove|plaats)\b/i,
  note: /\b(notes?|comments?|text|description|remarks?|notiz\w*|bemerkung|nota|notas|commentaire|opmerking)\b/i,
  count: /\b(count|number|how many|cramps?|spasms?|anzahl|krämpfe|calambres|crampes|crampi|krampen)\b/i,
  medicine: /\b(medicines?|medications?|meds?|drug|medikament\w*|medicamento|médicament|medicina|medicijn)\b/i,
  dose: /\b(dose|dosage|strength|dosis|dosierung|posologie|dosering)\b/i,
  food: /\b(foods?|meal|item|drinks?|essen|speise|comida|aliment|cibo|voedsel)\b/i,
  amount: /\b(amount|quantity|grams?|ml|menge|cantidad|quantité|quantità|hoeveelheid)\b/i,
}

/** Each column gets one meaning, and each meaning one column: the first whose name suggests it. */
export function suggestedColumns(names: readonly string[]): Columns {
  const taken = new Set<string>()
  const found: Partial<Record<Meaning, string>> = {}
  for (const meaning of meanings) {
    const name = names.find(each => !taken.has(each) && suggested[meaning].test(each))
    if (name === undefined) continue
    found[meaning] = name
    taken.add(name)
  }
  return found
}

export interface TableBeginning {
  readonly names: readonly string[]
  /** The first rows, to show which column is which. */
  readonly rows: readonly (readonly string[])[]
}

const mostShown = { rows: 3, letters: 60 }

/** Not markup, JSON, a PDF or bytes. */
export const mayBeTable = (head: string): boolean => !/^\s*[<{[%]|\0/.test(head)

/** Undefined for a text that is no table with at least two named columns and a row. */
export function tableIn(head: string): TableBeginning | undefined {
  if (!mayBeTable(head)) return undefined
  const text = withOneLineEnd(head)
  const { columns } = headOfTable(text)
  const names = columns.filter(Boolean)
  const rows = rowsInHead(text, mostShown.rows)
  const isTable = names.length >= 2 && new Set(names).size === names.length && (rows[0]?.length ?? 0) >= 2
  return isTable ? { names, rows: rows.map(cells => cells.map(cell => cell.slice(0, mostShown.letters))) } : undefined
}
