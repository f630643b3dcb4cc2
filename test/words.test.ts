/** The words of every screen and of the command line are in one object, and pass the same checks as the knowledge. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { bannedWords, longSentences, tooHard } from '../build/knowledge/readability.ts'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(name => join('src', name))
  .filter(file => /\.tsx?$/.test(file) && !/\.(test|gen)\./.test(file))
const spoken = files.map(file => {
  const source = readFileSync(file, 'utf8')
  return { file, isDrawn: file.endsWith('.tsx') && source.includes('<main'), texts: wordsOf(source) }
})
const medicalWords = new Set<string>(
  (parse(readFileSync('knowledge/medical-words.yaml', 'utf8')) as { words: string[] }).words.map(word =>
    word.toLowerCase(),
  ),
)

it('whatever draws a screen keeps its wording in one words object', () => {
  const without = spoken.filter(({ isDrawn, texts }) => isDrawn && texts.length === 0)
  expect(without.map(({ file }) => file)).toEqual([])
})

describe.each(spoken.filter(({ texts }) => texts.length > 0))('$file', ({ texts }) => {
  it('has no sentence over 20 words and no word that promises too much', () => {
    expect(texts.flatMap(text => [...longSentences(text, 'plain'), ...bannedWords(text)])).toEqual([])
  })

  it('reads at grade 8 or below', () => {
    const sentences = texts.filter(text => text.split(' ').length >= 4)
    expect(tooHard(sentences, 'plain', medicalWords)).toBeUndefined()
  })
})

/** The texts of `const words = { ... }` at the top of a file; a template value counts as one word. */
function wordsOf(source: string): readonly string[] {
  const [, block = ''] = /^const words = \{([\s\S]*?)(?:^\}|\}$)/m.exec(source) ?? []
  return [...block.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, template]) =>
    (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '5').replace(/\\(.)/g, '$1'),
  )
}
