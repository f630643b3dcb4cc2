/** Text of any script in the plain form that dates, times and numbers are read from. */

const digit = /\p{Nd}/gu

/** Digits of every script as 0 to 9, all spaces as one, and no marks of the direction of writing. */
export const plainText = (text: string): string =>
  (isPlain.test(text)
    ? text
    : text
        .replace(digit, each => (each <= '9' ? each : plainDigit(each)))
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g, '')
        .replace(/\s+/g, ' ')
  ).trim()

const isPlain = /^[!-~]*(?: [!-~]+)*$/

/** Unicode keeps the ten digits of a script together, from 0 to 9. */
function plainDigit(text: string): string {
  const code = text.codePointAt(0) ?? 0
  let before = 0
  while (before < 60 && isDigit(code - before - 1)) before += 1
  return String(before % 10)
}

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code))
