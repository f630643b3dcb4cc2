/** The texts of plans and for whom they are, and what is withheld together. */
import type { Condition } from '../../src/knowledge/schema.ts'
import { seekHelpText } from '../../src/plan/lines.ts'
import { conditionText } from '../../src/triage/condition-text.ts'
import { wordsOf } from '../knowledge/plan-lines.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { cited, heading, page, table } from './page.ts'
import { statementsOf } from './remedies.ts'

export function planLinesPage(knowledge: Knowledge): string {
  const { openings, avoid, seekHelp, afterCramp, withheld } = knowledge
  const statements = new Map([...wordsOf(knowledge), ...statementsOf(knowledge)])
  const said = (condition: Condition | undefined) =>
    condition === undefined ? 'everybody' : conditionText(condition, statements)
  const anchored = (id: string) => `<a id="${id}"></a>${id}`
  const lines = (rows: typeof openings | typeof avoid) =>
    table(
      ['id', 'what is said', 'to whom', 'sources'],
      rows.map(({ id, value }) => [anchored(id), value.text, said(value.for), cited(value.sources)]),
    )
  return page(
    knowledge,
    'What plans say, and to whom',
    'A plan takes the lines that hold for the person, and leaves out what the person already has.',
    heading(2, 'openings', 'How it opens: the first that holds'),
    lines(openings),
    heading(2, 'seek-help', 'When to get help'),
    table(
      ['id', 'how soon', 'what is said', 'to whom', 'sources'],
      seekHelp.map(({ id, value }) => [
        anchored(id),
        value.tier,
        seekHelpText(value),
        said(value.for),
        cited(value.sources),
      ]),
    ),
    heading(2, 'avoid', 'What to avoid'),
    lines(avoid),
    heading(2, 'after-cramp', 'Once a cramp has let go'),
    lines(afterCramp),
    heading(2, 'withheld', 'What is withheld together'),
    table(
      ['id', 'when', 'what', 'what is done', 'why', 'sources'],
      withheld.map(({ id, value: { because, withholds, action, text, sources } }) => [
        anchored(id),
        said(because),
        withholds
          .map(({ ids = [], kinds = [], regions }) =>
            [[...kinds, ...ids].join(', '), ...(regions ? [`at ${regions.join(', ')}`] : [])].join(' '),
          )
          .join('; '),
        action,
        text,
        cited(sources),
      ]),
    ),
  )
}
