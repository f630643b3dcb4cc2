/** What to buy for a menu or a week, to read or to copy. */
import type { MenuFood } from '../../nutrition/menu.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'

const words = { list: 'Shopping list', copy: 'Copy the list', copied: 'Copied.' }

export function ShoppingList({ foods }: { readonly foods: readonly Pick<MenuFood, 'name' | 'portion' | 'grams'>[] }) {
  const lines = foods.map(({ name, portion, grams }) => `${name}: ${portion} (${Math.round(grams)} g)`)
  const copy = () =>
    void navigator.clipboard?.writeText(lines.join('\n')).then(() => {
      toast.value = { text: words.copied }
    })
  return (
    <details class="fold">
      <summary>
        {words.list}
        <Icon name="next" />
      </summary>
      <ul class="ticks">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" class="btn" onClick={copy}>
        {words.copy}
      </button>
    </details>
  )
}
