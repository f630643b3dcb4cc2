/** Was a typed name answered correctly? Says in one line what is wrong; undefined if nothing. */
import { nameTable } from '../../src/knowledge/medicine-names.gen.ts'
import { type LookUpAnswer, lookUp, medicineKnowledge } from '../../src/library/medicines.ts'
import type { TypedName } from './generate.ts'

export function fault(name: TypedName): string | undefined {
  const answer = lookUp(name.typed)
  const wrong = problem(name, answer)
  return wrong && `${name.group} "${name.typed}" (${name.from}): ${wrong}; got ${answer.status} ${shown(answer)}`
}

function problem({ group, from, kind, ingredients }: TypedName, answer: LookUpAnswer): string | undefined {
  const isListed = ingredients.some(id => Object.hasOwn(medicineKnowledge.ingredients, id))
  switch (group) {
    case 'exact':
    case 'memory':
      if (answer.status !== (isListed ? 'listed' : 'not-listed')) return 'an exact name must be answered'
      return same(answer.ingredients, ingredients) ? undefined : 'the wrong ingredients'
    case 'misspelled':
      if (answer.status !== 'which') return 'must be asked back'
      return same(answer.candidates[0]?.ingredients ?? [], ingredients) ? undefined : 'the right one is not first'
    case 'combination-misspelled':
      if (answer.status !== 'which') return 'a doubt about one part must be asked back'
      return ingredients.every(id => answer.ingredients.includes(id)) ? undefined : 'a part is missing'
    case 'look-alike': {
      if (answer.status !== 'which') return 'a look-alike must be asked back'
      const set = nameTable.lookAlikes.find(each => each.includes(from.toLowerCase())) ?? []
      const missing = set.find(member => !answer.candidates.some(({ name }) => name.toLowerCase() === member))
      return missing && `"${missing}" is not offered`
    }
    case 'group':
      if (answer.status !== 'which') return 'a group must be asked back'
      return ingredients.every(id => answer.ingredients.includes(id)) ? undefined : 'members are missing'
    case 'outside':
      return answer.status === 'listed' || answer.status === 'not-listed' ? `answered as ${kind}` : undefined
  }
}

const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()

const shown = (answer: LookUpAnswer) =>
  answer.status === 'which' ? answer.candidates.map(({ name }) => name).join(' | ') : answer.ingredients.join()
