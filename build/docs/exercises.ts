/** Every exercise with its drawn frames, and the drawings themselves as files beside the page. */
import { readFileSync } from 'node:fs'
import { figureOf, toSvg } from '../../src/library/figure.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { doseText } from '../knowledge/review/words.ts'
import { cited, heading, list, numbered, page, reviewed } from './page.ts'
import { notForTable, statementsOf } from './remedies.ts'

export function exercisePages(knowledge: Knowledge): readonly (readonly [path: string, text: string])[] {
  const statements = statementsOf(knowledge)
  const frames = new Map(knowledge.frames.map(({ id, value }) => [id, value.frames.length]))
  const parts = knowledge.exercises.flatMap(({ id, value }) => [
    heading(2, id, value.name),
    `![${value.name}, frame by frame](figures/${id}.svg)`,
    `${value.start}`,
    numbered(value.steps),
    list([
      `Dose: ${doseText(value.dose)}`,
      `For: ${value.regions.join(', ')}. Muscles: ${value.targets.join(', ')}`,
      `You should feel: ${value.shouldFeel}`,
      ...value.careful.map(text => `Careful: ${text}`),
      ...(value.easier ? [`Easier: ${value.easier}`] : []),
      `Certainty: ${value.certainty.replace('-', ' ')}. ${value.evidence}`,
    ]),
    ...notForTable(value.notFor, statements),
    `Sources: ${cited(value.sources)}. ${reviewed(value)}`,
  ])
  const colours = lightColours()
  const drawings = knowledge.exercises.map(
    ({ id, value }) => [`figures/${id}.svg`, drawing(id, value.name, frames.get(id) ?? 0, colours)] as const,
  )
  return [
    ['exercises.md', page(knowledge, 'Exercises', `${knowledge.exercises.length} exercises.`, ...parts)],
    ...drawings,
  ]
}

/** The frames of an exercise side by side, each with its own viewport. */
function drawing(id: string, name: string, count: number, colours: string): string {
  const shapes = Array.from({ length: count }, (_, at) => figureOf(id, at, `${name}, ${at + 1}`)).filter(
    shape => shape !== undefined,
  )
  const [, , width = 0, height = 0] = String(shapes[0]?.attributes.viewBox ?? '')
    .split(' ')
    .map(Number)
  const placed = shapes.map((shape, at) =>
    toSvg({ ...shape, attributes: { ...shape.attributes, x: at * width, y: 0, width, height } }).replaceAll(
      `figure-${id}`,
      `${id}-${at}`,
    ),
  )
  const whole = `0 0 ${(width * shapes.length).toFixed(2)} ${height}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${whole}" width="${Math.round(width * shapes.length * 2.4)}"><style>svg{${colours}}</style>${placed.join('')}</svg>\n`
}

/** The figure's light colours, from the tokens, because a drawing outside the app has no style sheet. */
function lightColours(): string {
  const css = readFileSync('src/app/ui/tokens.css', 'utf8')
  const light = css.slice(css.indexOf('/* light */'), css.indexOf('[data-theme="dark"]'))
  const values = new Map(
    [...light.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const resolved = (value: string): string => value.replace(/var\((--[\w-]+)\)/g, (_, name) => values.get(name) ?? '')
  return [...values]
    .filter(([name]) => name.startsWith('--fig-'))
    .map(([name, value]) => `${name}:${resolved(value)}`)
    .join(';')
}
