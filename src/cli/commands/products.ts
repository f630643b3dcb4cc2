/** `unknot products`: which products, if any, meet a need, compared with your own. */
import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import {
  atMostSaid,
  isFact,
  needs,
  nobody,
  type OwnProduct,
  ownProducts,
  products,
  type Ranking,
  rankProducts,
  ratingSaid,
  readCsv,
  readShopPage,
  statementOf,
  tierSaid,
} from '../../library/products.ts'
import { BadInput } from '../input.ts'
import { print } from '../output.ts'
import { today } from '../today.ts'

interface Options {
  readonly need: string
  readonly add?: string
  readonly as?: string
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly json?: boolean
}

const remedies = [...new Set(Object.values(products).flatMap(({ remedy }) => (remedy ? [remedy] : [])))]

export const productsCommand = (): Command =>
  new Command('products')
    .description(
      'Do I need to buy something? One sentence, what costs nothing, kinds of things, then products. No links to shops.',
    )
    .addOption(new Option('--need <need>', 'what for').choices(Object.keys(needs)).default('fresh-back-spasm'))
    .option(
      '--add <file>',
      'your own: a saved shop page (.html), or a table (.csv) with the columns name, remedy, stars, reviews',
    )
    .addOption(new Option('--as <remedy>', 'what the product of a shop page is used for').choices(remedies))
    .option('--present <facts...>', 'what is true of you: pregnant, metal-or-device, anticoagulant', [])
    .option('--absent <facts...>', 'what is not true of you', [])
    .option('--json', 'print JSON')
    .action(async ({ need, add, as, present, absent, json }: Options) => {
      const strange = [...present, ...absent].find(id => !isFact(id))
      if (strange !== undefined)
        throw new BadInput(`there is no fact "${strange}": unknot products --json names them in "ask"`)
      const own = add === undefined ? [] : await readOwn(add, as)
      const person = { ...nobody, present: new Set(present), absent: new Set(absent) }
      const ranking = rankProducts({ need, person, own: ownProducts(own) }, today())
      if (!ranking) throw new BadInput(`there is no need "${need}"`)
      await print(json ? `${JSON.stringify(ranking)}\n` : show(ranking))
    })

async function readOwn(file: string, as: string | undefined): Promise<readonly OwnProduct[]> {
  const text = textOf(file)
  const isTable = /\.csv$/i.test(file)
  const parsed = isTable ? await table(text) : await page(text)
  if (!parsed.ok) throw new BadInput(`${file}: ${parsed.error}`)
  for (const note of parsed.notes) console.error(`unknot: ${file}: ${note}`)
  if (!isTable && as === undefined)
    throw new BadInput(`${file}: say what it is used for: --as ${remedies.join(', --as ')}`)
  return isTable || as === undefined ? parsed.products : parsed.products.map(product => ({ ...product, remedy: as }))
}

/** The parsers are loaded only here, so that other commands start faster. */
async function page(text: string) {
  const { parseDocument } = await import('htmlparser2')
  return readShopPage(text, parseDocument)
}

async function table(text: string) {
  const { default: papa } = await import('papaparse')
  return readCsv(papa.parse<string[]>(text).data, remedies)
}

function textOf(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    throw new BadInput(`${file} cannot be read: is the name right?`)
  }
  if (bytes.length > 20_000_000) throw new BadInput(`${file} is larger than 20 MB: save the page as "HTML only"`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadInput(`${file} is not UTF-8: save it again as UTF-8`)
  }
}

function show({ version, need, answer, buyNothing, kinds, places, onlyWith, notSuggested, article }: Ranking): string {
  const notIf = (facts: readonly { readonly fact: string; readonly isTrue: boolean }[]) =>
    facts.length === 0
      ? []
      : [
          `     Not for you if: ${facts.map(({ fact, isTrue }) => `${isTrue ? '(true of you) ' : ''}${statementOf(fact)}`).join(' ')}`,
        ]
  const lines = [answer, '', `${needs[need]?.name ?? need}. ${needs[need]?.why ?? ''}`, '', 'What costs nothing:']
  lines.push(...buyNothing.map(({ text, remedy }) => `  ${text} (${remedy})`), '', 'Kinds of things:')
  for (const { name, tier, evidence, instead, because, notIf: facts } of kinds)
    lines.push(
      `  ${name}: ${tierSaid(tier).toLowerCase()}. ${[evidence, ...because, instead ?? ''].filter(Boolean).join(' ')}`,
      ...notIf(facts),
    )
  lines.push('', places.length === 0 ? 'No product is suggested for this.' : 'Products:')
  for (const { place, products: own } of places)
    for (const { title, why, rating } of own) {
      lines.push(`${place}${own.length > 1 ? '=' : ' '} ${title}. ${ratingSaid(rating)}`)
      lines.push(...why.map(text => `     ${text}`))
    }
  for (const { name, atMost, warning, rating } of onlyWith)
    lines.push('', `${atMostSaid(atMost, c => `${c} °C`)}:`, `   ${name}: ${warning}. ${ratingSaid(rating)}`)
  if (notSuggested.length > 0) lines.push('', 'Not suggested:')
  lines.push(...notSuggested.map(({ name, why }) => `   ${name}. ${why.join(' ')}`))
  const order = article.map(
    ({ id, articlePlace, place, isOnlyWith }) =>
      `${articlePlace} ${id}: ${isOnlyWith ? 'only with a setting' : (place ?? 'not suggested')}`,
  )
  lines.push('', `The article's order, with the place here: ${order.join('; ')}.`)
  lines.push('The article went by the number of reviews. That counts sales, not safety or help.')
  return `${lines.join('\n')}\nRanking version ${version}. No clinician has reviewed it.\n`
}
