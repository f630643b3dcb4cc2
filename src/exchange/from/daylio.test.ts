/** Daylio's CSV as phones, spreadsheets and people really write it. */
import { describe, expect, it } from 'vitest'
import { imported } from '../../../test/support/imported.ts'
import { read } from '../../../test/support/imports.ts'

const head = 'full_date,date,weekday,time,mood,activities,note_title,note'
const file = (...rows: readonly string[]) => [head, ...rows, ''].join('\n')
const note = (text: string, day = '2026-03-27') => ({ at: `${day}T20:39:00+01:00`, type: 'noted', text })

describe('the table', () => {
  it('has its delimiter from the head, whatever else the rows are full of', async () => {
    const { texts, missed } = await imported(
      file(
        '2026-03-27,March 27,Friday,20:39,meh,work | walk | gym,t,hurt,x',
        '2026-03-26,March 26,Thursday,20:39,meh,work | walk | gym,t',
        '2026-03-25,March 25,Wednesday,20:39,meh,work | walk | gym,t,"sore; x"',
      ),
    )
    expect(texts).toEqual(['Mood: meh. work, walk, gym. t. sore; x', 'Mood: meh. work, walk, gym. t'])
    expect(missed).toEqual(['line 2: A row: it has 9 cells, and the table 8 columns: quote the text'])
  })

  it.each([';', '\t', '|'])('may be split by "%s"', async delimiter => {
    const rows = file('2026-03-27,March 27,Friday,20:39,meh,work,,"a,b"').replaceAll(',', delimiter)
    expect((await imported(rows)).texts).toEqual([`Mood: meh. work. a${delimiter}b`])
  })

  it('may have the numbers that a spreadsheet gives to days and times', async () => {
    const { events, assumed } = await imported(file('46108,March 27,Friday,0.860416667,meh,,,sore'))
    expect(events).toEqual([note('Mood: meh. sore')])
    expect(assumed).toContain('Dates such as 46108 are read as the days that Excel counts.')
  })

  it('may mix the line ends of every system', async () => {
    const row = (day: number) => `2026-03-0${day},March ${day},Friday,20:39,meh,work,"","note ${day}"`
    const mixed = `${head}\r\n${row(1)}\n${row(2)}\r${row(3)}\r\n`
    expect((await imported(mixed)).texts).toEqual([1, 2, 3].map(day => `Mood: meh. work. note ${day}`))
  })

  it('loses at most the row whose quote is not closed', async () => {
    const row = (day: number, text: string) => `2026-03-${day},March ${day},Friday,20:39,meh,work,"",${text}`
    const { texts, missed } = await imported(
      file(row(27, '"never closed'), row(26, '"next"'), row(25, '"also never'), row(24, 'bare'), row(23, '"next2"')),
    )
    expect(texts).toEqual(['next2', 'bare', 'next'].map(text => `Mood: meh. work. ${text}`))
    expect(missed).toEqual(['lines 2, 4: A row: a quote is opened and not closed: close it, or take it out'])
  })

  it('finds an unclosed quote that another one closes by chance', async () => {
    const { texts, missed } = await imported(
      file('2026-03-27,a,b,20:39,meh,,,"never closed', '2026-03-26,a,b,20:39,meh,,,calf 5"'),
    )
    expect(texts).toEqual(['Mood: meh. calf 5"'])
    expect(missed).toEqual(['line 2: A row: a quote is opened and not closed: close it, or take it out'])
  })

  it('reads a note of several lines, with commas and quotes, as one', async () => {
    const { texts, missed } = await imported(file('2026-03-27,a,b,20:39,meh,,,"one\r\n""two"", three\n\nfour"'))
    expect(texts).toEqual(['Mood: meh. one\n"two", three\n\nfour'])
    expect(missed).toEqual([])
  })

  it('may begin with the delimiter, a byte order mark and empty lines, and end rows with a comma', async () => {
    const row = '2026-03-27,March 27,Friday,20:39,meh,work,,note,'
    for (const before of ['sep=,\r\n', '\n\n', '\uFEFF', '\uFEFFsep=,\n', '"sep=,"\n'.replaceAll('"', '')])
      expect((await imported(`${before}${file(row)}`)).events, before).toEqual([note('Mood: meh. work. note')])
    expect((await imported(`sep=;\n${file(row).replaceAll(',', ';')}`)).events).toEqual([note('Mood: meh. work. note')])
  })

  it('may have its columns in another order and more of them, whose text is kept', async () => {
    const { texts, missed, assumed } = await imported(
      'note,weather,mood,weekday,activities,time,full_date\nsore,rain,meh,Fri,walk,20:39,2026-03-27\n',
    )
    expect(texts).toEqual(['Mood: meh. walk. sore. weather: rain'])
    expect(missed).toEqual([])
    expect(assumed).toContain('Unknot does not know the columns weather. Their text goes into the note.')
  })
})

it('scales are part of the note', async () => {
  const { texts } = await imported(
    `${head.replace('note_title', 'scales,note_title')}\n2026-04-12,April 12,Sunday,12:00,rested,"","Sleep Quality: 8/10 points | Sleep Time: 8:00","",""\n`,
  )
  expect(texts).toEqual(['Mood: rested. Sleep Quality: 8/10 points, Sleep Time: 8:00'])
})

describe('dates', () => {
  const dated = (...dates: readonly string[]) => file(...dates.map(date => `${date},,,20:39,meh,work,,x`))

  it('are read as a spreadsheet wrote them, where the day in words settles them', async () => {
    const rows = file('3/4/2026,4-Mar,Saturday,8:39 PM,meh,work,,calf cramp')
    expect((await imported(rows)).events).toEqual([note('Mood: meh. work. calf cramp', '2026-03-04')])
  })

  it('are settled by one that has only one meaning', async () => {
    const days = async (...dates: readonly string[]) => (await imported(dated(...dates))).events.map(({ at }) => at)
    expect(await days('3/27/2026', '3/4/2026')).toEqual(['2026-03-04T20:39:00+01:00', '2026-03-27T20:39:00+01:00'])
    expect(await days('27/3/2026', '3/4/2026')).toEqual(['2026-03-27T20:39:00+01:00', '2026-04-03T20:39:00+01:00'])
    expect(await days('2026/03/27', '2026-3-7', '27 March 2026')).toHaveLength(3)
  })

  it('are asked for once, with three of them, where nothing settles them', async () => {
    const rows = dated('3/4/2026', '5/6/2026', '7/7/2026', '1/2/2026', '2/3/2026')
    expect(await read(rows)).toEqual({
      problem: 'its dates can be read two ways, such as 3/4/2026',
      asks: { about: 'dates', examples: ['3/4/2026', '5/6/2026', '1/2/2026'] },
    })
    const asked = async (dates: 'day-first' | 'month-first') =>
      (await imported(dated('3/4/2026'), { dates })).events.map(({ at }) => at)
    expect(await asked('day-first')).toEqual(['2026-04-03T20:39:00+01:00'])
    expect(await asked('month-first')).toEqual(['2026-03-04T20:39:00+01:00'])
  })

  it('that cannot exist are listed with their text', async () => {
    const { events, missed } = await imported(
      dated('2062-03-27', '1970-01-01', '0202-03-27', '2026-02-30', '', '1899-12-31'),
    )
    expect(events.map(({ at }) => at)).toEqual(['1970-01-01T20:39:00+01:00'])
    expect(missed).toEqual([
      'line 5: The date "2026-02-30": no day is known: write 2026-03-27',
      'line 6: The date "": no day is known: write 2026-03-27',
      'line 2: A note: its day, 2062-03-27, is in the future',
      'line 4: A note: its year is 0202, before 1900',
      'line 7: A note: its year is 1899, before 1900',
    ])
  })
})

it('times are read in the languages of phones', async () => {
  const times = ['8:39 p. m.', '下午8:39', '오후 8:39', '8:39 μ.μ.', '8:39 em', '٨:٣٩ م', '20 h 39', '20h39']
  const { events, missed } = await imported(file(...times.map(time => `2026-03-27,x,y,${time},meh,work,"",""`)))
  expect(events).toEqual(times.map(() => note('Mood: meh. work')))
  expect(missed).toEqual([])
})

it('formatting becomes plain text: entities, tags, and where a link leads', async () => {
  const html =
    '<div>calf &amp; foot</div><div>pain &lt;5</div><br>&#39;x&#39; &uuml;&nbsp;&#x1F9B5; <a href=""http://x"">link</a>'
  const { texts } = await imported(file(`2026-03-27,x,y,20:39,meh,work,"a &gt; b","${html}"`))
  expect(texts).toEqual(["Mood: meh. work. a > b. calf & foot\npain <5\n\n'x' ü\u00a0🦵 link (http://x)"])
})
