/** Whom it is not for: statements folded under one line; those that are true of this person stand on top, and open. */
import { type KindAnswer, statementOf } from '../../library/products.ts'
import { Icon } from '../ui/icon.tsx'

const words = {
  title: 'Not for you if',
  isTrue: 'True of you:',
}

export function NotForYou({ facts }: { readonly facts: KindAnswer['notIf'] }) {
  if (facts.length === 0) return null
  return (
    <details class="fold" open={facts.some(({ isTrue }) => isTrue)}>
      <summary>
        {words.title}
        <Icon name="next" />
      </summary>
      <ul class="ticks">
        {facts.map(({ fact, isTrue }) => (
          <li key={fact} class={isTrue ? 'is-true' : ''}>
            {isTrue && <b>{words.isTrue} </b>}
            {statementOf(fact)}
          </li>
        ))}
      </ul>
    </details>
  )
}
