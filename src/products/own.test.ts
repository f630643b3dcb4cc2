/** Own products: what is read from a saved page or a table, including hostile or misleading input. */
import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { mostPageLetters, readCsv, readShopPage } from './own.ts'

const read = (html: string) => readShopPage(html, parseDocument)
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const product = (rating: object, more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Warm pad',
  aggregateRating: { '@type': 'AggregateRating', ...rating },
  ...more,
})
const table = (text: string) => readCsv(papa.parse<string[]>(text).data, ['heat', 'foam-roller'])

describe('a saved shop page', () => {
  it('is read from JSON-LD, alone, in a list or in a graph', () => {
    const expected = {
      ok: true,
      notes: [],
      products: [{ name: 'Warm pad', rating: { stars: 4.3, best: 5, step: 0.1, reviews: 1234 } }],
    }
    const own = product({ ratingValue: 4.3, reviewCount: '1,234' })
    expect(read(ld(own))).toEqual(expected)
    expect(read(ld([{ '@type': 'BreadcrumbList' }, own]))).toEqual(expected)
    expect(
      read(ld({ '@graph': [{ '@type': 'WebPage' }, { ...own, '@type': ['Thing', 'http://schema.org/Product'] }] })),
    ).toEqual(expected)
  })

  it('is read from microdata', () => {
    const html = `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Warm <b>pad</b></h1>
      <p itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating">
      <span itemprop="ratingValue">4,5</span><meta itemprop="bestRating" content="5"><span itemprop="reviewCount">3.737</span></p></div>`
    expect(read(html)).toEqual({
      ok: true,
      notes: [],
      products: [{ name: 'Warm pad', rating: { stars: 4.5, best: 5, step: 0.5, reviews: 3737 } }],
    })
  })

  it.each([
    [{ ratingValue: 6, bestRating: 5, reviewCount: 10 }, 'a rating of 6 of 5 cannot be'],
    [{ ratingValue: 4.5, reviewCount: 0 }, 'no count of reviews'],
    [{ ratingValue: 'five', reviewCount: 3 }, 'no number'],
    [{ ratingValue: -1, reviewCount: 3 }, 'no number'],
    [{ ratingValue: 4.5, reviewCount: '4.5' }, 'no count of reviews'],
    [{ ratingValue: 'Infinity', reviewCount: 3 }, 'no count of reviews|no number'],
  ])('whose rating cannot be true keeps its name, and says so: %j', (rating, says) => {
    const found = read(ld(product(rating)))
    expect(found).toMatchObject({ ok: true, products: [{ name: 'Warm pad' }] })
    if (found.ok && found.notes.length > 0) expect(found.notes.join()).toMatch(new RegExp(says))
    if (found.ok) expect(found.products[0]?.rating).toBeUndefined()
  })

  it('never adds up the reviews of variants', () => {
    const variants = [1, 2, 3].map(() => product({ ratingValue: 5, reviewCount: 900 }))
    const found = read(
      ld({ ...product({ ratingValue: 4.4, reviewCount: 900 }), '@type': 'ProductGroup', hasVariant: variants }),
    )
    expect(found).toMatchObject({ ok: true, products: [{ rating: { reviews: 900 } }] })
  })

  it('with commas in its price is read, and the price is not taken for anything else', () => {
    const offers = { '@type': 'AggregateOffer', lowPrice: '1,299.00', highPrice: '1.499,00', offerCount: '12' }
    const found = read(ld(product({ ratingValue: '4,5', ratingCount: '12' }, { offers })))
    expect(found).toMatchObject({ ok: true, products: [{ rating: { stars: 4.5, reviews: 12 } }], notes: [] })
    expect(read(ld(product({ ratingValue: 4.5 }, { offers })))).toMatchObject({
      ok: true,
      notes: [expect.stringContaining('no count')],
    })
  })

  it('with scripts is only read: nothing runs, and its name stays text', () => {
    const hostile = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>'
    const found = read(
      `${hostile}${ld(product({}, { name: '<script>globalThis.ran = true</' + 'b>Pad\u202E\u0000' }))}`,
    )
    expect(found).toMatchObject({ ok: true, products: [{ name: '<script>globalThis.ran = true</b>Pad' }] })
    expect(Object.hasOwn(globalThis, 'ran')).toBe(false)
  })

  it.each([
    ['nothing in it', '<p>Hello</p>', /no schema\.org Product/],
    ['broken JSON', '<script type="application/ld+json">{"@type": "Product", </script>', /no schema\.org Product/],
    ['no name', ld({ '@type': 'Product' }), /has no name/],
    ['another encoding', ld(product({}, { name: 'Pad \uFFFD' })), /save it as UTF-8/],
    ['more than can be read', 'x'.repeat(mostPageLetters + 1), /save it as "HTML only"/],
  ])('with %s comes to one clear line', (_what, html, says) => {
    const found = read(html)
    expect(found.ok).toBe(false)
    if (!found.ok) expect(found.error).toMatch(says)
    if (!found.ok) expect(found.error).not.toContain('\n')
  })

  it('with endless nesting is refused', () => {
    const deep = `${'{"@graph":'.repeat(5000)}{}${'}'.repeat(5000)}`
    expect(read(`<script type="application/ld+json">${deep}</script>`).ok).toBe(false)
    expect(read('<div>'.repeat(20_000)).ok).toBe(false)
  })

  it('with any characters is read or refused, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => typeof read(text).ok === 'boolean'))
    fc.assert(fc.property(fc.jsonValue(), value => typeof read(ld(value)).ok === 'boolean'))
  })
})

describe('a table', () => {
  it('is read row by row, with commas in quotes', () => {
    expect(
      table('name,remedy,stars,reviews,max-c,max-minutes\n"Pad, warm",heat,"4,2",1 200,42,20\nRoller,foam-roller,,,,'),
    ).toEqual({
      ok: true,
      notes: [],
      products: [
        {
          name: 'Pad, warm',
          remedy: 'heat',
          rating: { stars: 4.2, best: 5, step: 0.1, reviews: 1200 },
          maxTemperatureC: 42,
          maxMinutes: 20,
        },
        { name: 'Roller', remedy: 'foam-roller' },
      ],
    })
  })

  it('is read in metric or imperial units, and stored in one', () => {
    const found = (head: string, row: string) => table(`name,${head}\nPad,${row}`)
    const sizes = { lengthCm: 30.5, widthCm: 61, weightKg: 0.9 }
    expect(found('max-f,length-in,width-in,weight-lb', '108,12,24,2')).toMatchObject({
      products: [{ maxTemperatureC: 42.2, ...sizes }],
    })
    expect(found('max-c,length-cm,width-cm,weight-kg', '42.2,30.5,61,0.9')).toMatchObject({
      products: [{ maxTemperatureC: 42.2, ...sizes }],
    })
  })

  it.each([
    ['name,max-c\nPad,108', /line 2: 108 °C is hotter than boiling water: check the unit/],
    ['name,max-c,max-f\nPad,42,108', /line 2: max-f: give it in one unit/],
    ['title,stars\nPad,4', /line 1: unknown column "title"/],
    ['stars,reviews\n4,10', /line 1: no column "name"/],
    ['name\n', /no row/],
    ['name,remedy\nPad,ice', /line 2: unknown remedy "ice": use heat/],
    ['name,max-c\nPad,hot', /line 2: "hot" is no number/],
    ['name,stars\nPad,4,9', /line 2: more cells than columns/],
    ['name,stars\n,4', /line 2: the name is empty/],
  ])('that is wrong names its line: %j', (text, says) => {
    const found = table(text)
    expect(found.ok).toBe(false)
    if (!found.ok) expect(found.error).toMatch(says)
  })

  it('keeps a row with impossible stars, and says so', () => {
    expect(table('name,stars,reviews\nPad,9,10')).toMatchObject({
      ok: true,
      products: [{ name: 'Pad' }],
      notes: [expect.stringContaining('line 2: a rating of 9 of 5 cannot be')],
    })
  })
})
