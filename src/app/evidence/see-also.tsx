/** What else answers the words: remedies, medicines, foods, signs. Their names load once something is asked. */
import { useEffect, useState } from 'preact/hooks'
import { seeKindNames } from '../../evidence/see-kinds.ts'
import type { See } from '../../library/answers.ts'
import { placeOf } from '../ui/entry-places.ts'

const words = {
  title: 'See also',
}

type Find = typeof import('../../library/answers.ts').seeElsewhere

export function SeeAlso({ asked }: { readonly asked: string }) {
  const [find, setFind] = useState<Find>()
  useEffect(() => {
    if (asked !== '') void import('../../library/answers.ts').then(({ seeElsewhere }) => setFind(() => seeElsewhere))
  }, [asked])
  const found = asked !== '' && find ? find(asked) : []
  if (found.length === 0) return null
  return (
    <nav class="see stack gap-2" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul class="entry-list">
        {found.map(each => (
          <li key={`${each.kind} ${each.id}`}>
            <a href={placeOfSeen(each)}>
              {seeKindNames[each.kind]}: {each.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const placeOfSeen = ({ kind, id }: See): string => (kind === 'food' ? '/food' : (placeOf({ kind, id }) ?? '/reference'))
