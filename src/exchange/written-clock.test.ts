import { expect, it } from 'vitest'
import { clockTime } from './written-clock.ts'

it.each([
  ['10:05 pm', '22:05'],
  ['10:05 PM', '22:05'],
  ['10:05\u202fPM', '22:05'],
  ['10:05 a.m.', '10:05'],
  ['12:00 am', '00:00'],
  ['12:30 pm', '12:30'],
  ['1:00 pm', '13:00'],
  ['11:59 pm', '23:59'],
  ['8 PM', '20:00'],
  ['22:05', '22:05'],
  [' 7.05 ', '07:05'],
  ['0:00', '00:00'],
  ['23:59:30', '23:59'],
  ['20:39:00.000', '20:39'],
  // A part of a day, as a spreadsheet counts; two digits are minutes.
  ['0.860416667', '20:39'],
  ['0,860416667', '20:39'],
  ['0.5', '12:00'],
  ['0.30', '00:30'],
])('%s is %s', (text, time) => {
  expect(clockTime(text)).toBe(time)
})

it.each([
  ['Spanish', '8:39 p. m.'],
  ['Spanish of Mexico', '8:39 p.m.'],
  ['Chinese', '下午8:39'],
  ['Korean', '오후 8:39'],
  ['Greek', '8:39 μ.μ.'],
  ['Swedish', '8:39 em'],
  ['Arabic', '٨:٣٩ م'],
  ['Turkish', 'ÖS 8:39'],
  ['Vietnamese', '8:39 CH'],
  ['Hungarian', 'du. 8:39'],
  ['Finnish', '8.39 ip.'],
  ['French', '20 h 39'],
  ['French without spaces', '20h39'],
  ['German', '20:39 Uhr'],
  ['Danish', 'kl. 20.39'],
  ['Japanese', '20時39分'],
])('the evening in %s: %s is 20:39', (_language, text) => {
  expect(clockTime(text)).toBe('20:39')
})

it.each([
  ['上午8:39', '08:39'],
  ['٨:٣٩ ص', '08:39'],
  ['8:39 π.μ.', '08:39'],
  ['午後0:30', '12:30'],
  ['8:39 fm', '08:39'],
])('the morning, and noon: %s is %s', (text, time) => {
  expect(clockTime(text)).toBe(time)
})

it.each([
  ...['24:00', '13:00 pm', '0:30 am', '10:60', '10', 'ten', 'at 10:05', '10:05 xm', '', '25:70', 'am', '8:39 pm pm'],
  ...['8:39:', 'pm 8:39 am', '8:39 noonish'],
])('"%s" is no time', text => {
  expect(clockTime(text)).toBeUndefined()
})
