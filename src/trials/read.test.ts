import { describe, expect, it } from 'vitest'
import { withDefaults } from './options.ts'
import { readCsv, readRows } from './read.ts'

const head = 'day,period,arm,arm_label,y'
const rating = withDefaults({})
const count = withDefaults({ model: 'count' })
const yesNo = withDefaults({ model: 'yes-no' })
const errorOf = (text: string, options = rating) => {
  const read = readCsv(text, options)
  return read.ok ? undefined : read.error
}
const good = `${head}\n1,1,0,ice,6\n2,1,0,ice,\n3,2,1,heat,4.5\n`

it('reads days, missed days and labels, with any line ending, byte order mark, quotes, extra columns and column order', () => {
  const read = readCsv(good, rating)
  expect(read).toMatchObject({
    ok: true,
    ignored: [],
    records: {
      arms: [
        { number: 0, label: 'ice' },
        { number: 1, label: 'heat' },
      ],
      rows: [
        { day: 1, period: 1, arm: 0, y: 6 },
        { day: 2, y: null },
        { day: 3, arm: 1, y: 4.5 },
      ],
    },
  })
  expect(readCsv(`\ufeff${good.replaceAll('\n', '\r\n')}`, rating)).toEqual(read)
  expect(readCsv(good.replace('3,2,1,heat', '3,2,1,"heat"').replace('ice,\n', 'ice,NA\n'), rating)).toEqual(read)
  const wider = readCsv('y,arm,note,period,day\n6,0,"a, b",1,1\n4,7,,2,2\n', rating)
  expect(wider).toMatchObject({
    ok: true,
    ignored: ['note'],
    records: { arms: [{ label: 'arm 0' }, { label: 'arm 7' }] },
  })
})

it('sorts days, and orders arms by their numbers, not by first appearance', () => {
  const read = readCsv(`${head}\n9,2,5,heat,1\n2,1,3,ice,4\n`, rating)
  expect(read.ok && read.records.rows.map(({ day, arm }) => [day, arm])).toEqual([
    [2, 0],
    [9, 1],
  ])
})

it('reads the same from JSON rows', () => {
  const rows = [
    { day: 1, period: 1, arm: 0, arm_label: 'ice', y: 6 },
    { day: 2, period: 1, arm: 0, arm_label: 'ice', y: null },
    { day: 3, period: 2, arm: 1, arm_label: 'heat', y: 4.5 },
  ]
  expect(readRows(rows, rating)).toEqual(readCsv(good, rating))
})

it('reads one row per period, with its number of nights', () => {
  const read = readCsv('day,period,arm,y,nights\n4,1,0,5,7\n11,2,1,0,7\n', yesNo)
  expect(read.ok && read.records.rows.map(({ nights }) => nights)).toEqual([7, 7])
})

describe('an error is one line that names the position', () => {
  it.each([
    ['', /file is empty/],
    ['day,period,y\n1,1,1', /line 1: the column "arm" is missing/],
    [`${head},y\n`, /column "y" stands twice/],
    [head, /there are no rows/],
    [`${head}\n1,1,0,ice,six\n2,2,1,heat,3`, /^line 2, column "y": "six" is not a number/],
    [`${head}\n1,1,0,ice,11\n2,2,1,heat,3`, /^line 2, column "y": 11 lies outside the scale 0 to 10/],
    [`${head}\n1,1,0,ice,1\n1,2,1,heat,3`, /^line 3, column "day": day 1 stands in line 2 too/],
    [`${head}\n1,1,0,ice,1\n2,1,1,heat,3`, /^line 3, column "arm": period 1 has arm 1 here and arm 0 before/],
    [`${head}\n1,1,0,ice,1\n2,2,0,heat,3`, /^line 3, column "arm_label": arm 0 is "heat" here/],
    [`${head}\n1,1,0,ice,1\n2,2,1,ice,3`, /two arms are called "ice"/],
    [`${head}\n1,1,0,ice,1\n2,2,0,ice,3`, /there is one arm only/],
    [`${head}\n1.5,1,0,ice,1`, /^line 2, column "day": "1.5" is not a whole number/],
    [`${head}\n,1,0,ice,1`, /^line 2, column "day": "" is not a whole number/],
    [`${head}\n1,1,0,ice`, /^line 2: 4 cells where the first line names 5/],
    [`${head}\n1,1,0,i"ce,4`, /^line 2: a quote stands inside a cell/],
    [`${head}\n1,1,0,ice,1e999\n2,2,1,heat,1`, /line 2, column "y"/],
  ])('%j', (text, message) => {
    const error = errorOf(text)
    expect(error).toMatch(message)
    expect(error).not.toContain('\n')
  })

  it('counts are whole and not negative, and nights with cramp at most the nights', () => {
    expect(errorOf(`${head}\n1,1,0,a,1.5\n2,2,1,b,1`, count)).toMatch(/line 2, column "y": "1.5" is not a count/)
    expect(errorOf(`${head}\n1,1,0,a,-1\n2,2,1,b,1`, count)).toMatch(/line 2, column "y"/)
    expect(errorOf(`${head}\n1,1,0,a,2\n2,2,1,b,1`, yesNo)).toMatch(/line 2, column "y": "2" is not 0 or 1/)
    expect(errorOf('day,period,arm,y,nights\n4,1,0,8,7\n5,2,1,1,7', yesNo)).toMatch(/not from 0 to 7 nights/)
  })

  it('rows of JSON are named by their position', () => {
    expect(readRows('x', rating)).toMatchObject({ ok: false, error: expect.stringMatching(/^rows: give an array/) })
    expect(readRows([3], rating)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^rows\[0\]: give an object/),
    })
    expect(readRows([{ day: 1, period: 1, arm: 0, y: 'x' }], rating)).toMatchObject({
      error: 'rows[0], column "y": "x" is not a number: give one, or leave it empty for a missed day',
    })
  })
})
