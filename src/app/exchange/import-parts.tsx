/** The exports in a zip: each is previewed and added separately. */
import type { LookedInto } from './worker/messages.ts'

const words = {
  title: (count: number) => `This zip holds ${count} exports`,
  part: (from: string, name: string) => `${from}: ${name}`,
  fresh: (count: number) => (count === 1 ? '1 new entry' : `${count} new entries`),
  leave: 'Leave it',
}

interface PartListProps {
  readonly looked: Extract<LookedInto, { readonly kind: 'previews' }>
  readonly onOpen: (part: number) => void
  readonly onLeave: () => void
}

export function PartList({ looked: { parts, besides }, onOpen, onLeave }: PartListProps) {
  return (
    <section class="card stack gap-3">
      <h2>{words.title(parts.length)}</h2>
      {parts.map(({ name = '', preview }, at) => (
        <button key={name} type="button" class="btn big" onClick={() => onOpen(at)}>
          {words.part(preview.from, name)} ({words.fresh(preview.toAdd.length)})
        </button>
      ))}
      {besides.map(text => (
        <p key={text} class="note">
          {text}
        </p>
      ))}
      <p class="chips">
        <button type="button" class="btn plain" onClick={onLeave}>
          {words.leave}
        </button>
      </p>
    </section>
  )
}
