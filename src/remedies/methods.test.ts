import { expect, it } from 'vitest'
import type { Method } from '../knowledge/remedy-schema.ts'
import { methodsAt } from './methods.ts'

const everywhere = { id: 'everywhere', name: 'Everywhere', steps: [] } as unknown as Method
const atCalf = { ...everywhere, id: 'calf', regions: ['calf', 'shin'] } as Method
const atBack = { ...everywhere, id: 'back', regions: ['low back'] } as Method
const methods = [atBack, everywhere, atCalf]

it('the methods for a place are those that name it and those that name none, in order', () => {
  expect(methodsAt({ methods }, 'calf')).toEqual([everywhere, atCalf])
  expect(methodsAt({ methods }, 'low back')).toEqual([atBack, everywhere])
  expect(methodsAt({ methods }, 'neck')).toEqual([everywhere])
})

it('all methods are for an unknown place', () => {
  expect(methodsAt({ methods }, undefined)).toEqual(methods)
})
