/**
 * A person's own products, from a saved shop page or a table. Nothing is fetched and no code in a page is run: the
 * caller passes in a parser that only makes a tree, and only schema.org Product data is read from it, as text and
 * numbers.
 */
import type { Rating } from '../knowledge/product-schema.ts'
import type { Candidate } from './rank.ts'

export interface OwnProduct {
  readonly name: string
  readonly rating?: Rating
  readonly remedy?: string
  readonly maxTemperatureC?: number
  readonly maxMinutes?: number
  readonly lengthCm?: number
  readonly widthCm?: number
  readonly weightKg?: number
}

/** What was read, with one line for each part that could not be used; or one line that says what to fix. */
export type Parsed =
  | { readonly ok: true; readonly products: readonly OwnProduct[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly error: string }

/** A node of a parsed page, as common HTML parsers return it. */
export interface PageNode {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly PageNode[]
}

export const mostPageLetters = 5_000_000

/** As candidates of a ranking, with ids that differ from those of all known products. */
export const ownProducts = (products: readonly OwnProduct[]): Readonly<Record<string, Candidate>> =>
  Object.fromEntries(products.map((product, at) => [`own-${at + 1}`, product]))

/** The first schema.org Product of a page, written as JSON-LD or as microdata. */
export function readShopPage(html: string, parse: (html: string) => PageNode): Parsed {
  if (html.length > mostPageLetters)
    return {
      ok: false,
      error: `the page has ${html.length} letters: save it as "HTML only", at most ${mostPageLetters}`,
    }
  const tree = parse(html)
  const found = fromJson(tree) ?? fromMicrodata(tree)
  if (!found) return { ok: false, error: 'no schema.org Product is in the page: add the product by hand' }
  const name = tidy(found.name)
  if (name === '') return { ok: false, error: 'the product of the page has no name: add it by hand' }
  if (name.includes('\uFFFD')) return { ok: false, error: 'the page is in another encoding: save it as UTF-8' }
  const { rating, note } = ratingOf(found)
  return { ok: true, products: [{ name, ...(rating ? { rating } : {}) }], notes: note ? [note] : [] }
}

type Measure = 'maxTemperatureC' | 'maxMinutes' | 'lengthCm' | 'widthCm' | 'weightKg'

/** What a column measures, and the conversion of its unit to ours (1 in is 2.54 cm, 1 lb is 0.45359237 kg). */
const measures: Readonly<Record<string, readonly [Measure, (value: number) => number]>> = {
  'max-c': ['maxTemperatureC', value => value],
  'max-f': ['maxTemperatureC', value => ((value - 32) * 5) / 9],
  'max-minutes': ['maxMinutes', value => value],
  'length-cm': ['lengthCm', value => value],
  'length-in': ['lengthCm', value => value * 2.54],
  'width-cm': ['widthCm', value => value],
  'width-in': ['widthCm', value => value * 2.54],
  'weight-kg': ['weightKg', value => value],
  'weight-lb': ['weightKg', value => value * 0.45359237],
}
const columns = ['name', 'remedy', 'stars', 'best', 'reviews', ...Object.keys(measures)]
/** A value above the boiling point of water is in another unit. */
const mostDegrees = 100

/**
 * A table with a header row: name, and any of remedy, stars, best, reviews, max-c or max-f, max-minutes, and length,
 * width and weight in -cm, -in, -kg or -lb. `rows` come from a CSV parser.
 */
export function readCsv(rows: readonly (readonly string[])[], remedies: readonly string[]): Parsed {
  const [head = [], ...body] = rows.map(row => row.map(tidy)).filter(row => row.some(cell => cell !== ''))
  const names = head.map(cell => cell.toLowerCase())
  const strange = names.find(each => !columns.some(column => column === each))
  if (strange !== undefined)
    return { ok: false, error: `line 1: unknown column "${strange.slice(0, 40)}": use ${columns.join(', ')}` }
  if (!names.includes('name')) return { ok: false, error: `line 1: no column "name": use ${columns.join(', ')}` }
  if (body.length === 0) return { ok: false, error: 'the table has no row under its head' }
  const products: OwnProduct[] = []
  const notes: string[] = []
  for (const [at, row] of body.entries()) {
    const cell = (column: string) => row[names.indexOf(column)] ?? ''
    const where = `line ${at + 2}`
    if (row.length > names.length)
      return { ok: false, error: `${where}: more cells than columns: quote commas in a cell` }
    if (cell('name') === '') return { ok: false, error: `${where}: the name is empty` }
    const remedy = cell('remedy')
    if (remedy !== '' && !remedies.includes(remedy))
      return { ok: false, error: `${where}: unknown remedy "${remedy.slice(0, 40)}": use ${remedies.join(', ')}` }
    const measured = measuresOf(cell)
    if (!measured.ok) return { ok: false, error: `${where}: ${measured.error}` }
    const { rating, note } = ratingOf({ value: cell('stars'), best: cell('best'), count: cell('reviews') })
    if (note) notes.push(`${where}: ${note}`)
    products.push({
      name: cell('name').slice(0, mostName),
      ...(remedy === '' ? {} : { remedy }),
      ...(rating ? { rating } : {}),
      ...measured.values,
    })
  }
  return { ok: true, products, notes }
}

type Measured =
  | { readonly ok: true; readonly values: Readonly<Partial<Record<Measure, number>>> }
  | { readonly ok: false; readonly error: string }

/** The measures of a row, in our units, to a tenth; one column per measure. */
function measuresOf(cell: (column: string) => string): Measured {
  const values: Partial<Record<Measure, number>> = {}
  for (const [column, [measure, converted]] of Object.entries(measures)) {
    const text = cell(column)
    if (text === '') continue
    const value = decimalOf(text)
    if (value === undefined) return { ok: false, error: `"${text.slice(0, 40)}" is no number` }
    if (values[measure] !== undefined) return { ok: false, error: `${column}: give it in one unit, not in two` }
    const own = Math.round(converted(value) * 10) / 10
    if (measure === 'maxTemperatureC' && own > mostDegrees)
      return {
        ok: false,
        error: `${text.slice(0, 40)} ${column === 'max-c' ? '°C' : '°F'} is hotter than boiling water: check the unit`,
      }
    values[measure] = own
  }
  return { ok: true, values }
}

interface Written {
  readonly name?: string
  readonly value?: string
  readonly best?: string
  readonly count?: string
}

/** Stars are used only if they are possible. Otherwise the problem is reported, and the product counts as not rated. */
function ratingOf({ value = '', best = '', count = '' }: Written): {
  readonly rating?: Rating
  readonly note?: string
} {
  if (value === '' && count === '') return {}
  const stars = decimalOf(value)
  const top = best === '' ? 5 : decimalOf(best)
  const reviews = countOf(count)
  if (stars === undefined || top === undefined || top <= 0)
    return { note: 'its stars are no number: taken as no rating' }
  if (stars < 0 || stars > top) return { note: `a rating of ${stars} of ${top} cannot be: taken as no rating` }
  if (!reviews) return { note: 'it has no count of reviews: taken as no rating' }
  const onFive = (stars * 5) / top
  const isHalf = Math.abs(onFive * 2 - Math.round(onFive * 2)) < 1e-9
  // A value in half stars may have been rounded to them; any other value is as precise as it is written.
  const decimals = /[.,](\d+)$/.exec(value)?.[1]?.length ?? 0
  const step = isHalf ? (0.5 * top) / 5 : 10 ** -Math.min(decimals, 3)
  return { rating: { stars, best: top, step, reviews } }
}

const mostName = 120
const mostDepth = 40

/** One line without control characters. */
const tidy = (text: string | undefined): string =>
  (text ?? '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 4 * mostName)

/** "4.5" and "4,5". */
function decimalOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** "3,737", "3.737", "3 737" and "3737"; never a fraction, so that a rating is not read as a count. */
function countOf(text: string): number | undefined {
  const plain = text.trim()
  if (!/^\d{1,3}([,. ]\d{3})+$|^\d+$/.test(plain)) return undefined
  return Number(plain.replace(/\D/g, ''))
}

function* nodesOf(node: PageNode): Generator<PageNode> {
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (const child of (next.children ?? []).toReversed()) waiting.push(child)
  }
}

const textOf = (node: PageNode): string =>
  [...nodesOf(node)].map(({ type, data = '' }) => (type === 'text' ? data : '')).join('')

function fromJson(tree: PageNode): Written | undefined {
  for (const node of nodesOf(tree)) {
    if (node.name !== 'script' || !/^application\/ld\+json\b/i.test(node.attribs?.type?.trim() ?? '')) continue
    let data: unknown
    try {
      data = JSON.parse(textOf(node))
    } catch {
      continue
    }
    const product = productIn(data, 0)
    if (!product) continue
    // Only the group's own count, because the counts of its variants often include the same reviews.
    const rating = asRecord(product.aggregateRating)
    const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    return {
      name: text(product.name),
      value: text(rating?.ratingValue),
      best: text(rating?.bestRating),
      count: text(rating?.reviewCount ?? rating?.ratingCount),
    }
  }
  return undefined
}

function productIn(data: unknown, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (depth > mostDepth) return undefined
  if (Array.isArray(data)) {
    for (const each of data) {
      const found = productIn(each, depth + 1)
      if (found) return found
    }
    return undefined
  }
  const record = asRecord(data)
  if (!record) return undefined
  const types = [record['@type']].flat().map(type => String(type).replace(/^https?:\/\/schema\.org\//, ''))
  if (types.some(type => type === 'Product' || type === 'ProductGroup')) return record
  return productIn(record['@graph'] ?? record.mainEntity, depth + 1)
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined

function fromMicrodata(tree: PageNode): Written | undefined {
  for (const node of nodesOf(tree)) {
    if (!/^https?:\/\/schema\.org\/Product$/.test(node.attribs?.itemtype ?? '')) continue
    const prop = (wanted: string): string => {
      for (const each of nodesOf(node))
        if (each.attribs?.itemprop?.split(/\s+/).includes(wanted)) return each.attribs.content ?? textOf(each)
      return ''
    }
    return {
      name: prop('name'),
      value: tidy(prop('ratingValue')),
      best: tidy(prop('bestRating')),
      count: tidy(prop('reviewCount') || prop('ratingCount')),
    }
  }
  return undefined
}
