/** The mark behind a product: its own entry, and that of the remedy it is used for. */
import { products } from '../../library/products.ts'
import { ofItem } from '../plan/door.ts'
import { together } from '../triage/door.ts'
import { Passport, type PassportProps } from '../ui/passport.tsx'

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
