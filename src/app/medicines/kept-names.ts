/** Names that were kept before they could be looked up: looked up once, so that the check counts what they hold. */
import { unnamedNow } from '../../plan/held-medicines.ts'
import { diary, holdings } from '../state/log.ts'
import { openedAt } from '../state/store.ts'
import { holdingsOf } from './medicine-names.ts'

const asked = new Set<string>()

/** Where the names cannot be opened they stay names, and are tried again. */
export async function lookUpKeptNames(): Promise<void> {
  const names = unnamedNow(diary.peek().medicines, openedAt.peek()).filter(name => !asked.has(name))
  if (names.length === 0) return
  for (const name of names) asked.add(name)
  try {
    const found = await holdingsOf(names)
    if (found.size > 0) holdings.value = new Map([...holdings.peek(), ...found])
  } catch {
    for (const name of names) asked.delete(name)
  }
}
