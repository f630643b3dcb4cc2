/** Numbers in the notation of any country. */
import { plainText } from './plain-text.ts'

/**
 * "7", "7.5", "7,5", "2.5e-05", "1 234,5", "1,234.5", "١٫٥". "1,234" may be a thousand or one and a bit, so it is no
 * number.
 */
export function numberIn(text: string): number | undefined {
  const told = plainText(text)
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ' ')
    .replace(/[\u2212\u2013]/g, '-')
  const grouped = withoutGroups(told)
  if (grouped !== undefined) return Number(grouped)
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,3})?$/i.test(told) || /^[+-]?[1-9]\d{0,2},\d{3}$/.test(told))
    return undefined
  const value = Number(told.replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}

/** Where the groups of three are certain: more than one, or a decimal sign of another kind after them. */
function withoutGroups(told: string): string | undefined {
  const [, sign = '', whole = '', part = ''] =
    /^([+-]?)(\d{1,3}(?:,\d{3})+)(\.\d+)?$/.exec(told) ??
    /^([+-]?)(\d{1,3}(?:\.\d{3})+)(,\d+)?$/.exec(told) ??
    /^([+-]?)(\d{1,3}(?:[ '’]\d{3})+)([.,]\d+)?$/.exec(told) ??
    []
  const groups = whole.split(/[,. '’]/)
  const isCertain = groups.length > 2 || part !== '' || /[ '’]/.test(whole)
  return isCertain && groups.length > 1 ? `${sign}${groups.join('')}${part.replace(',', '.')}` : undefined
}
