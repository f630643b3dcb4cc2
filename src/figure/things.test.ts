/** Drawings of things: each is its own picture, inside its frame, in the colours of the figure. */
import { expect, it } from 'vitest'
import { productKinds } from '../knowledge/product-kinds.gen.ts'
import { type Shape, toSvg } from './shape.ts'
import { drawThing, things } from './things.ts'

it('every kind of product has its own drawing', () => {
  for (const id of Object.keys(productKinds)) expect(things).toContain(id)
  expect(new Set(things.map(thing => toSvg(drawThing(thing)))).size).toBe(things.length)
})

it('a drawing uses only the colours of the figure, which each theme sets', () => {
  const colours = (at: Shape): readonly unknown[] => [
    at.attributes.fill,
    at.attributes.stroke,
    ...at.children.flatMap(colours),
  ]
  for (const thing of things)
    for (const colour of colours(drawThing(thing)))
      if (colour !== undefined && colour !== 'none') expect(colour).toMatch(/^var\(--fig-[a-z-]+\)$/)
})

it('a drawing with a title is an image with a name, and without one is passed over', () => {
  expect(drawThing('belt', 'Back belt').attributes).toMatchObject({ role: 'img', 'aria-label': 'Back belt' })
  expect(drawThing('belt').attributes).toMatchObject({ 'aria-hidden': 'true' })
})
