/** The mark behind a product: its own entry, and that of the remedy it is used for. */
import { products } from '../../library/products.ts'
import { Passport, type PassportProps } from './passport.tsx'
import { together } from './passports.ts'
import { ofItem } from './passports-of-plan.ts'

export function ProductPassport({ id }: { readonly id: string }) {
  const product = products[id]
  if (!product) return null
  const { sources, compiled, nextReview, verdict, remedy } = product
  const item = remedy ? ofItem(remedy, 'back') : undefined
  const own: PassportProps = {
    entries: [`/reference/products/${id}`],
    certainty: item?.certainty ?? null,
    ...{ sources, compiled, nextReview, effect: verdict },
  }
  const passport = together([own, item])
  return passport ? <Passport {...passport} /> : null
}
