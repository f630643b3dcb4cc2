/** `--columns date=Day,pain=Score`, or a JSON file with the same, to keep for the next export. */
import { readFileSync } from 'node:fs'
import { type Columns, type Meaning, meanings } from '../exchange/columns.ts'
import { BadInput } from './input.ts'

export function columnsOf(text: string): Columns {
  const pairs = text.endsWith('.json') ? pairsInFile(text) : pairsIn(text)
  for (const [meaning, name] of pairs)
    if (!meanings.includes(meaning as Meaning) || name === undefined || name === '')
      throw new BadInput(`--columns: "${meaning}": write a meaning and a column, as date=Day; ${known}`)
  const columns: Columns = Object.fromEntries(pairs)
  if (columns.date === undefined) throw new BadInput('--columns: say which column is the date, as date=Day')
  return columns
}

const known = `the meanings are ${meanings.join(', ')}`

type Pairs = readonly (readonly [string, string | undefined])[]

/** A name may contain a comma: a new pair begins only before a meaning. */
function pairsIn(text: string): Pairs {
  const start = new RegExp(`,(?=(?:${meanings.join('|')})=)`)
  return text.split(start).map(pair => {
    const at = pair.indexOf('=')
    return at === -1 ? [pair, undefined] : [pair.slice(0, at), pair.slice(at + 1)]
  })
}

function pairsInFile(file: string): Pairs {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof content === 'object' && content !== null && !Array.isArray(content))
      return Object.entries(content).map(([meaning, name]) => [meaning, typeof name === 'string' ? name : undefined])
  } catch {}
  throw new BadInput(`${file}: no JSON of columns: write {"date": "Day", "pain": "Score"}`)
}
