/**
 * The JSON of a triage answer. Most answers repeat the same few hundred statements and reasons. Each is serialised only
 * once, which makes long files of cases fast.
 */
import type { Page } from '../triage/page.ts'
import type { Triage } from '../triage/triage.ts'

const texts = new WeakMap<object, string>()

/** The output of `JSON.stringify`, with `because`, `ask` and the statements last. */
export const triageJson = ({ because, ask, ...result }: Triage): string =>
  `${open(result)}"because":${listJson(because)},"ask":${ask === null ? 'null' : pageJson(ask)}}`

const pageJson = ({ statements, ...page }: Page): string => `${open(page)}"statements":${listJson(statements)}}`

/** An object's JSON without the closing brace, so that one more field can follow. The object always has a field. */
const open = (fields: object): string => `${JSON.stringify(fields).slice(0, -1)},`

function listJson(items: readonly object[]): string {
  let text = ''
  for (const item of items) text += text === '' ? textOf(item) : `,${textOf(item)}`
  return `[${text}]`
}

/** Caches only values that never change: all answers share one knowledge object. */
function textOf(item: object): string {
  let text = texts.get(item)
  if (text === undefined) {
    text = JSON.stringify(item)
    texts.set(item, text)
  }
  return text
}
