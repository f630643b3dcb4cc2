import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TypedName, typedNames } from '../../test/medicines/generate.ts'
import { fault } from '../../test/medicines/judge.ts'
import { keptSecond, secondNames } from '../../test/medicines/second.ts'
import { nameTable } from '../knowledge/medicine-names.gen.ts'
import { confirmed, lookUp, suggest } from '../library/medicines.ts'
import { openNames } from './name-table.ts'
import { compact } from './typed.ts'

const kept = readFileSync('test/medicines/typed.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as TypedName)
const keys = new Set(openNames(nameTable).names.map(({ name }) => compact(name)))

describe('the test set of typed names', () => {
  it('is what the procedure makes from its seed', () => {
    expect(kept).toEqual(typedNames(20261123))
    expect(kept.length).toBeGreaterThanOrEqual(150)
  })

  it('is answered as it must be for at least 97 % of the names we know', () => {
    const known = kept.filter(({ group }) => group !== 'outside')
    const faults = known.flatMap(name => fault(name) ?? [])
    const share = 1 - faults.length / known.length
    console.log(`${(share * 100).toFixed(1)} % of ${known.length} typed names are answered as they must be`, faults)
    expect(share).toBeGreaterThanOrEqual(0.97)
  })

  it('holds for four other seeds too', () => {
    const known = Array.from({ length: 4 }, (_, seed) => typedNames(seed)).flat()
    const faults = known.flatMap(name => fault(name) ?? [])
    console.log(`${faults.length} of ${known.length} names of four other seeds are not`)
    expect(faults.length / known.length).toBeLessThanOrEqual(0.03)
  })

  it('never takes a misspelling or a look-alike as it stands', () => {
    const doubtful = kept.filter(({ group }) => ['misspelled', 'look-alike', 'group'].includes(group))
    const isTaken = ({ typed }: TypedName) => ['listed', 'not-listed'].includes(lookUp(typed).status)
    expect(doubtful.filter(isTaken).map(({ typed }) => typed)).toEqual([])
  })

  it('never answers a medicine outside the data as listed', () => {
    const outside = kept.filter(({ group }) => group === 'outside')
    expect(outside.filter(({ typed }) => lookUp(typed).status === 'listed')).toEqual([])
  })
})

describe('the second test set, made by another procedure', () => {
  const names = keptSecond()
  const known = names.filter(({ group }) => group !== 'outside')

  it('is what the procedure makes from its seed', () => {
    expect(names).toEqual(secondNames(20261125))
    expect(names.length).toBeGreaterThanOrEqual(150)
  })

  it('is answered as it must be for at least 97 % of the names we know, with its seed and with five others', () => {
    const shares = [known, ...[1, 2, 3, 4, 5].map(seed => secondNames(seed).filter(isKnown))].map(set => {
      const faults = set.flatMap(name => fault(name) ?? [])
      return { share: 1 - faults.length / set.length, faults }
    })
    console.log(shares.map(({ share }) => `${(share * 100).toFixed(1)} %`).join(', '), shares[0]?.faults)
    for (const { share } of shares) expect(share).toBeGreaterThanOrEqual(0.97)
  }, 180_000)

  it('never takes a misspelling, a look-alike or a doubtful part as it stands', () => {
    const doubtful = ['misspelled', 'look-alike', 'group', 'combination-misspelled']
    const taken = known.filter(({ group, typed }) => doubtful.includes(group) && lookUp(typed).status !== 'which')
    expect(taken.filter(({ typed }) => lookUp(typed).status === 'listed')).toEqual([])
  })

  it('never answers a medicine outside the data as listed, however it is dressed', () => {
    const outside = [1, 2, 3, 4, 5].flatMap(secondNames).filter(name => !isKnown(name))
    expect(outside.filter(({ typed }) => ['listed', 'not-listed'].includes(lookUp(typed).status))).toEqual([])
  })
})

const isKnown = ({ group }: TypedName) => group !== 'outside'

it.each([
  ['lasix40mg', 'listed', ['furosemide']],
  ['inj furosemide 40', 'listed', ['furosemide']],
  ['Lasix (furosemide)', 'listed', ['furosemide']],
  ['Lasix™ tablets', 'listed', ['furosemide']],
  ['potassium / lenalidomide', 'listed', ['potassium-chloride', 'lenalidomide']],
  ['losartan potassium', 'listed', ['losartan']],
  ['furosem', 'which', ['furosemide', 'spironolactone']],
  ['lasix 40 mg', 'listed', ['furosemide']],
  ['Ventolin inhaler', 'listed', ['salbutamol']],
  ['frusemide', 'listed', ['furosemide']],
  ['METOPROLOL SUCCINATE ER 50MG', 'listed', ['metoprolol']],
  ['albuterol sulfate HFA', 'listed', ['salbutamol']],
  ['Zestoretic', 'listed', ['hydrochlorothiazide', 'lisinopril']],
  ['co-amilofruse', 'listed', ['amiloride', 'furosemide']],
  ['Cozaar-Comp', 'listed', ['hydrochlorothiazide', 'losartan']],
  ['Ramipril comp', 'listed', ['hydrochlorothiazide', 'ramipril']],
  ['Frumil', 'listed', ['amiloride', 'furosemide']],
  ['co-codamol 30/500', 'not-listed', ['codeine', 'paracetamol']],
  ['Apo-Amlodipine', 'listed', ['amlodipine']],
  ['calcium', 'not-listed', ['calcium']],
  ['bendro', 'listed', ['bendroflumethiazide']],
  ['EpiPen', 'not-listed', ['epinephrine']],
  ['amlodipine and valsartan', 'listed', ['amlodipine', 'valsartan']],
  ['losartan-hydrochlorothiazide', 'listed', ['losartan', 'hydrochlorothiazide']],
  ['apixaban 5 mg', 'not-listed', ['apixaban']],
  ['zzzz', 'not-recognised', []],
  ['', 'not-recognised', []],
])('"%s" is %s', (typed, status, ingredients) => {
  expect(lookUp(typed)).toMatchObject({ status, ingredients })
})

it('answers each ingredient of a combination', () => {
  const answer = lookUp('Accuretic')
  expect(answer).toMatchObject({
    parts: [
      { id: 'hydrochlorothiazide', status: 'listed' },
      { id: 'quinapril', status: 'not-listed' },
    ],
  })
})

it('names what an exact name is easily mixed up with', () => {
  expect(lookUp('lasix')).toMatchObject({ mixedUpWith: ['losec'] })
})

it('offers the combinations for a name with "plus", never the name alone', () => {
  const answer = lookUp('Diovan plus')
  expect(answer.status).not.toBe('listed')
  if (answer.status === 'which')
    for (const { ingredients } of answer.candidates) expect(ingredients).toContain('hydrochlorothiazide')
  const slipped = lookUp('atacannd plus tablets 5 mg')
  expect(slipped).toMatchObject({
    status: 'which',
    candidates: [{ ingredients: ['candesartan', 'hydrochlorothiazide'] }],
  })
})

it('takes ingredients in a row as all of them, and a salt in one word with its ingredient', () => {
  expect(lookUp('lisinopril hydrochlorothiazide 20/12.5').ingredients).toEqual(['lisinopril', 'hydrochlorothiazide'])
  expect(lookUp('sacubitril valsartan')).toMatchObject({ status: 'listed', ingredients: ['sacubitril', 'valsartan'] })
  expect(lookUp('Metoprololsuccinat 47,5 mg Retardtabletten').ingredients).toEqual(['metoprolol'])
  expect(lookUp('my brother lisinopril hydrochlorothiazide').status).toBe('which')
})

it('takes a code behind a brand for another product, and never offers the brand alone', () => {
  expect(lookUp('Zerodol SP').ingredients).toEqual(['aceclofenac', 'paracetamol', 'serratiopeptidase'])
  expect(lookUp('Crestor F')).toMatchObject({ status: 'not-recognised' })
  expect(lookUp('Cozaar xq')).toMatchObject({ status: 'not-recognised' })
  const offered = lookUp('Telma CX')
  expect(offered.status === 'which' && offered.candidates.every(({ ingredients }) => ingredients.length > 1)).toBe(true)
  // A time of day or a form is no code.
  expect(lookUp('zestril am')).toMatchObject({ status: 'listed', ingredients: ['lisinopril'] })
  expect(lookUp('lasix bd').ingredients).toEqual(['furosemide'])
})

it('leaves out a maker before or behind a name, and keeps a letter behind it', () => {
  expect(lookUp('M-amlodipine').ingredients).toEqual(['amlodipine'])
  expect(lookUp('amlodipine teva 5 mg').ingredients).toEqual(['amlodipine'])
  expect(lookUp('Metformin Lich 1000 mg FTA').ingredients).toEqual(['metformin'])
  expect(lookUp('Pregalin M').ingredients).toEqual(['pregabalin', 'vitamin-b12'])
})

it('keeps a steroid inhaler apart from steroid tablets', () => {
  expect(lookUp('steroid inhaler').ingredients).toContain('beclometasone')
  expect(lookUp('steroid inhaler').ingredients).not.toContain('prednisolone')
  expect(lookUp('steroids').ingredients).toContain('prednisolone')
})

it('finds no medicine in words of every day', () => {
  for (const typed of ['the fluid one', 'the one for my back', 'half a tablet'])
    expect(lookUp(typed), typed).toMatchObject({ status: 'not-recognised' })
})

it('keeps the salt in mind where the name alone would be another medicine', () => {
  expect(lookUp('sodium chlorijde')).toMatchObject({
    status: 'which',
    candidates: [{ ingredients: ['sodium-chloride'] }],
  })
})

it('asks where packs or countries hold different things, and takes the one that was chosen', () => {
  expect(lookUp('Urex')).toMatchObject({ status: 'which', because: 'differs' })
  expect(confirmed('Urex', ['furosemide'])).toMatchObject({ status: 'listed', ingredients: ['furosemide'] })
})

it('takes a brand known from memory, and says that it is from memory', () => {
  expect(lookUp('Telma H')).toMatchObject({ status: 'listed', checked: 'memory' })
  expect(lookUp('Seretide')).toMatchObject({ checked: 'register', ingredients: ['fluticasone', 'salmeterol'] })
})

it('never takes a single word that is no name we know', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeilmnoprstuvxyz'), minLength: 4, maxLength: 12 })
  fc.assert(
    fc.property(word, typed => {
      fc.pre(!keys.has(typed) && !keys.has(typed.replace(/s$/, '')))
      expect(['which', 'not-recognised']).toContain(lookUp(typed).status)
    }),
  )
})

it('answers whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), typed => {
      expect(lookUp(typed)).toHaveProperty('status')
      expect(suggest(typed).length).toBeLessThanOrEqual(8)
    }),
    { numRuns: 200 },
  )
})

it('offers names while one is typing, the sure ones first', () => {
  expect(suggest('furo')[0]).toMatchObject({ name: 'furosemide' })
  expect(suggest('simvs')[0]).toMatchObject({ name: 'simvastatin' })
  expect(suggest('toprol').map(({ name }) => name)).toContain('Toprol-Xl')
  expect(suggest('f')).toEqual([])
  // Forms and makers of a name that is offered already are left out; a combination is not.
  const offered = suggest('furosemide').map(({ name }) => name)
  expect(offered).toContain('furosemide and spironolactone')
  expect(offered.filter(name => /inj|special|minjet/i.test(name))).toEqual([])
})
