/**
 * The JSON of an answer of triage. Most of it is the same few hundred statements and reasons again and again: each is
 * turned into text once, which is what lets a long file of cases be answered quickly.
 */
import type { Page } from '../triage/page.ts'
import type { Triage } from '../triage/triage.ts'

const texts = new WeakMap<object, string>()

/** What `JSON.stringify` says of it, with `because`, `ask` and the statements last. */
export const triageJson = ({ because, ask, ...result }: Triage): string =>
  `${open(result)}"because":${listJson(because)},"ask":${ask === null ? 'null' : pageJson(ask)}}`

const pageJson = ({ statements, ...page }: Page): string => `${open(page)}"statements":${listJson(statements)}}`

/** An object's JSON up to where one more field follows. It has a field of its own, always. */
const open = (fields: object): string => `${JSON.stringify(fields).slice(0, -1)},`

function listJson(items: readonly object[]): string {
  let text = ''
  for (const item of items) text += text === '' ? textOf(item) : `,${textOf(item)}`
  return `[${text}]`
}

/** Only what is never changed is kept: the knowledge is one object for all answers. */
function textOf(item: object): string {
  let text = texts.get(item)
  if (text === undefined) {
    text = JSON.stringify(item)
    texts.set(item, text)
  }
  return text
}
