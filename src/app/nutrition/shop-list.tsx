/** One shopping list by the sections of a shop, to read or to copy. */
import type { ShopSection } from '../../nutrition/meal-words.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'

const words = { list: 'Shopping list', copy: 'Copy the list', copied: 'Copied.' }

export function ShopList({ shop }: { readonly shop: readonly ShopSection[] }) {
  const text = shop
    .map(({ section, items }) =>
      [section, ...items.map(({ name, words: amount }) => `- ${name}, ${amount}`)].join('\n'),
    )
    .join('\n\n')
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(() => {
      toast.value = { text: words.copied }
    })
  return (
    <details class="fold">
      <summary>
        {words.list}
        <Icon name="next" />
      </summary>
      <div class="side-by-side">
        {shop.map(({ section, items }) => (
          <section key={section} class="stack gap-2">
            <h3>{section}</h3>
            <ul class="ticks">
              {items.map(({ name, words: amount }) => (
                <li key={name}>
                  {name}, <span class="num amount">{amount}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <button type="button" class="btn" onClick={copy}>
        {words.copy}
      </button>
    </details>
  )
}
