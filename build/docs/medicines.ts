/** Every medicine listed with cramps, every one known by name, and the combinations and pairs that need help. */
import { cardOf } from '../../src/medicines/card.ts'
import type { MedicineKnowledge } from '../../src/medicines/knowledge.ts'
import { conditionText } from '../../src/triage/condition-text.ts'
import { packMedicines } from '../knowledge/medicines.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { cited, heading, list, page, reviewed, table, withVerdict } from './page.ts'

export function medicinesPage(knowledge: Knowledge): string {
  const { ingredients, recognised, urgent, interactions, names, registers, texts } = knowledge.medicines
  const packed = packMedicines(knowledge.medicines) as MedicineKnowledge
  const statements = new Map(knowledge.findings.map(({ id, value }) => [id, value.statement]))
  const listed = ingredients.flatMap(({ id, value }) => {
    const card = cardOf(packed, id)
    if (!card) return []
    const { compared = '', detail = '', note = '' } = card
    return [
      [
        `<a id="${id}"></a>${[value.name, ...(value.otherNames ?? [])].join(', ')}`,
        value.class,
        card.reactions.join(', '),
        sentences(card.howStrong),
        sentences(card.howOften, compared, detail),
        sentences(card.starts, ...card.why, note),
        value.stopRisk ? (texts?.value.stopRisks[value.stopRisk] ?? '') : '',
        withVerdict(`${cited(value.sources.map(({ source }) => source))} (${value.confidence})`, value),
      ],
    ]
  })
  const known = recognised.map(({ id, value, value: { name, otherNames = [], basis, note = '', sources } }) => [
    `<a id="${id}"></a>${[name, ...otherNames].join(', ')}`,
    basis,
    note,
    withVerdict(cited(sources.map(({ source }) => source)), value),
  ])
  const together = urgent.flatMap(({ id, value }) => [
    heading(3, id, value.title),
    `**${value.tier}**. ${value.why}`,
    list([
      `Takes: ${value.takes.join(', ')}`,
      `When: ${conditionText(value.when, statements)}`,
      `What to do: ${value.action.join(' ')}`,
      ...(value.stopInstruction ? [`On stopping: ${value.stopInstruction.text.join(' ')}`] : []),
      ...(value.keepInstruction ? [`On keeping on: ${value.keepInstruction}`] : []),
      `Sources: ${cited(value.sources)} (${value.confidence}). ${reviewed(value)}`,
    ]),
  ])
  const pairs = interactions.flatMap(({ id, value }) => [
    heading(3, id, value.title),
    `**${value.tier}**. ${value.why}`,
    list([
      `${value.other ? 'Takes' : 'Takes two of'}: ${value.one.join(', ')}`,
      ...(value.other ? [`With: ${value.other.join(', ')}`] : []),
      `What to do: ${value.action.join(' ')}`,
      `Sources: ${cited(value.sources)} (${value.confidence}). ${reviewed(value)}`,
    ]),
  ])
  const memory = ingredients.filter(({ value }) => value.confidence === 'memory').length
  const [first] = ingredients
  return page(
    knowledge,
    'Medicines',
    `${ingredients.length} ingredients, ${memory} of them from memory, and ${names.length + registers.length} names. A listing is no proof: about one medicine in three has one. Never stop a medicine because of this page.`,
    ...(texts
      ? [
          heading(2, 'medicine-advice', 'What is said with every medicine'),
          list(Object.values(texts.value.advice).filter(text => !text.includes('{'))),
          `Sources: ${cited(texts.value.sources)}. ${reviewed(texts.value)}`,
        ]
      : []),
    heading(2, 'combinations', `Combinations that need help (${urgent.length})`),
    ...together,
    heading(2, 'interactions', `Pairs to ask about, with signs or without (${interactions.length})`),
    'Cramps, muscles, potassium, sodium, serotonin and bleeding only: this is no general list of interactions.',
    ...pairs,
    heading(2, 'listed', `Listed with cramps or spasms (${listed.length})`),
    first ? reviewed({ ...first.value, reviewed: undefined }) : '',
    table(
      ['ingredient', 'class', 'may bring', 'how strong', 'how often', 'starts, and why', 'stopping', 'sources'],
      listed,
    ),
    heading(2, 'known', `Known by name, not listed (${known.length})`),
    'Not in our data never means that a medicine cannot cause cramps.',
    table(['ingredient', 'basis', 'note', 'sources'], known),
  )
}

const sentences = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' ')
