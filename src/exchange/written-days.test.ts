import { describe, expect, it } from 'vitest'
import { serialDay, writtenDay, writtenTwice } from './written-days.ts'

const day = (text: string, year?: string) => {
  const { 'day-first': one, 'month-first': two } = writtenDay(text, year)
  return one === two ? one : [one, two]
}

describe('a day that is written in one way only', () => {
  it.each([
    ['2026-03-27', '2026-03-27'],
    ['2026/03/27', '2026-03-27'],
    ['2026-3-7', '2026-03-07'],
    ['2026.03.27', '2026-03-27'],
    ['2026. 3. 27.', '2026-03-27'],
    ['20260327', '2026-03-27'],
    ['27 March 2026', '2026-03-27'],
    ['27-Mar-26', '2026-03-27'],
    ['2026-03-27 00:00:00', '2026-03-27'],
    ['2026-03-27T00:00:00.000', '2026-03-27'],
    ['27 March 2026 12:00 AM', '2026-03-27'],
    ['Nov 18, 2026', '2026-11-18'],
    ['November 18th, 2026', '2026-11-18'],
    ['Friday, March 27, 2026', '2026-03-27'],
    ['22nd Sep 2020', '2020-09-22'],
    ['3rd Dec. 2021', '2021-12-03'],
    ['1 Sept 2021', '2021-09-01'],
    ['  1st   Jan,   2020 ', '2020-01-01'],
    ['29 Feb 2024', '2024-02-29'],
    ['18. November 2026', '2026-11-18'],
    ['27. März 2026', '2026-03-27'],
    ['18 juin 2026', '2026-06-18'],
    ['mar. 17 nov. 2026', '2026-11-17'],
    ['27 de marzo de 2026', '2026-03-27'],
    ['27 марта 2026 г.', '2026-03-27'],
    ['27 maaliskuuta 2026', '2026-03-27'],
    ['27 Μαρτίου 2026', '2026-03-27'],
    ['27. ožujka 2026.', '2026-03-27'],
    ['2026年3月27日', '2026-03-27'],
    ['2026년 3월 27일', '2026-03-27'],
    ['٢٠٢٦-٠٣-٢٧', '2026-03-27'],
    ['٢٧ مارس ٢٠٢٦', '2026-03-27'],
  ])('%s is %s', (text, is) => {
    expect(day(text)).toBe(is)
  })

  // Microsoft's documentation of DATEVALUE and NOW: 2008-01-01 is 39448; 2011-02-23 is 40597.
  it('is read as the number of Excel', () => {
    expect(day('39448')).toBe('2008-01-01')
    expect(day('40597')).toBe('2011-02-23')
    expect(day('46108')).toBe('2026-03-27')
    expect(serialDay('46108.860416667')).toEqual({ day: '2026-03-27', clock: '20:39' })
    expect(serialDay('46108')).toEqual({ day: '2026-03-27', clock: '' })
    expect(serialDay('46108.99999')).toEqual({ day: '2026-03-27', clock: '23:59' })
    for (const none of ['20260', '99999', '4610', '461080', '46108.', '-46108']) expect(serialDay(none)).toBeUndefined()
  })

  it('uses the year beside it', () => {
    expect(day('18 May', '2020')).toBe('2020-05-18')
    expect(day('April 12', '2026')).toBe('2026-04-12')
    expect(day('27-Mar', '2026')).toBe('2026-03-27')
    expect(day('4th May 2021', '1999')).toBe('2021-05-04')
    for (const year of ['x2020', '20201', '020', '']) expect(day('18 May', year)).toBeUndefined()
  })
})

describe('a day in numbers alone', () => {
  it('may be two days, and is one where only one exists', () => {
    expect(day('3/4/2026')).toEqual(['2026-04-03', '2026-03-04'])
    expect(day('03.04.2026')).toEqual(['2026-04-03', '2026-03-04'])
    expect(day('3-4-26')).toEqual(['2026-04-03', '2026-03-04'])
    expect(day('4/4/2026')).toBe('2026-04-04')
    expect(day('3/27/2026')).toEqual([undefined, '2026-03-27'])
    expect(day('27.03.2026')).toEqual(['2026-03-27', undefined])
    expect(day('Mi 18.11.2026')).toEqual(['2026-11-18', undefined])
  })

  it('is decided by its other form, or replaced by it if it is not a day', () => {
    const march = writtenDay('4 March 2026')
    expect(writtenTwice(writtenDay('3/4/2026'), march)).toEqual(march)
    expect(writtenTwice(writtenDay('soon'), march)).toEqual(march)
    expect(writtenTwice(writtenDay('3/4/2026'), {})).toEqual(writtenDay('3/4/2026'))
    // Of two different days, the first form is the one of the file.
    expect(writtenTwice(writtenDay('2026-05-05'), march)).toEqual(writtenDay('2026-05-05'))
  })
})

it.each([
  ...['', 'soon', '2026', '2026-03', '18 May', '18 Foo 2020', 'on 18 May 2020', '18 May 2020 x', '32nd Mar 2024'],
  ...[
    '2026-02-30',
    '29 Feb 2023',
    '31.4.2026',
    '13/13/2026',
    '1/2/3/2026',
    '-3-4-2026',
    '3+4+2026',
    '27 listopada 2026',
  ],
])('"%s" is no day', text => {
  expect(writtenDay(text)).toEqual({})
})
