/** The tool `products`: what, if anything, is worth buying. Products are for remedies, so the check comes first. */
import * as v from 'valibot'
import { needs, rankProducts, statementOf } from '../library/products.ts'
import { stageOf } from './check.ts'
import { shown } from './check-tool.ts'
import { passportOf } from './passport.ts'
import { notice } from './result.ts'
import { settled } from './settled.ts'
import { refuse, type Tool } from './tool.ts'

const Input = v.strictObject({
  need: v.pipe(v.picklist(Object.keys(needs)), v.description('What it is for.')),
  check: v.optional(v.pipe(v.string(), v.description('A settled check.'))),
  case: v.optional(v.pipe(v.record(v.string(), v.unknown()), v.description('Or the case that it returned.'))),
})

export const productsTool: Tool = {
  name: 'products',
  title: 'Do I need to buy something?',
  description:
    'Which products, if any, meet a need: safety first, then evidence, then rating; what costs nothing stands first. No links to shops. Needs a settled check: before that it returns the next question of the check.',
  input: Input,
  run: (input, context) => {
    const { need, ...asked } = input as v.InferOutput<typeof Input>
    const found = settled(asked, context)
    if (found.kind === 'instead') return found.result
    const stage = stageOf(found.check)
    // A person who needs help today is told that, and nothing to buy.
    if (stage.kind === 'ask' || ['emergency', 'same-day'].includes(stage.result.tier))
      return shown(found.check, context)
    const { present, absent, unsure } = found.check.case
    const person = { present: new Set(present), absent: new Set(absent), unsure: new Set(unsure) }
    const ranking = rankProducts({ need, person }, context.today)
    if (!ranking) return refuse(`there is no need ${JSON.stringify(need)}: use one of ${Object.keys(needs).join(', ')}`)
    const places = ranking.places.map(({ products, ...place }) => ({
      ...place,
      products: products.map(({ ask, ...product }) => ({
        ...product,
        ask: ask.map(id => ({ id, text: statementOf(id) })),
        passport: passportOf('product', product.id, context.today),
      })),
    }))
    const data = { ...ranking, places, check: found.check.id, notice }
    return { kind: 'answer', text: JSON.stringify(data), data }
  },
}
