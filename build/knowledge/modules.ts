/** Writes what was read as typed modules, one a topic, so that a screen loads only what it needs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from './files.ts'
import type { Knowledge } from './read.ts'

/** Writes every module into `folder`; a module that did not change keeps its file untouched. */
export function writeModules(knowledge: Knowledge, folder: string): void {
  const write = (name: string, exported: string, type: string, from: string, value: unknown) =>
    writeIfChanged(
      join(folder, `${name}.gen.ts`),
      `// Built from knowledge/ by build/knowledge.ts. Edit there.
import type { ${type
        .match(/\w+/g)
        ?.filter(word => !['Readonly', 'Record', 'string', 'readonly'].includes(word))
        .join(', ')} } from '${from}'

export const ${exported}: ${type} = ${JSON.stringify(value)}
`,
    )
  const triage = '../triage/knowledge.ts'
  const shapes = './schema.ts'
  const remedy = './remedy-schema.ts'

  write('triage', 'triageKnowledge', 'TriageKnowledge', triage, {
    findings: byId(
      knowledge.findings,
      ({ kind, category, statement, simpler, tierAlone, regions, sex, resembles, askedIn }) => ({
        kind,
        category,
        statement,
        simpler,
        tierAlone,
        regions,
        sex,
        resembles,
        askedIn,
      }),
    ),
    redFlags: knowledge.redFlags.map(({ id, value: { tier, complaint, when } }) => ({ id, tier, complaint, when })),
    categories: byId(knowledge.categories, ({ names: _names, ...category }) => category),
    interview: knowledge.interview?.value,
    facts: byId(knowledge.facts, ({ kind, statement, simpler }) => ({ kind, statement, simpler })),
    conditions: knowledge.conditions?.value.conditions,
    medicines: knowledge.conditions?.value.medicines,
  })
  write('explanations', 'explanations', 'Explanations', triage, {
    findings: byId(knowledge.findings, ({ mayMean, say, sources, nextReview }) => ({
      mayMean,
      say,
      sources,
      nextReview,
    })),
    redFlags: byId(knowledge.redFlags, ({ mayMean, why, say, sources, nextReview }) => ({
      mayMean,
      why,
      say,
      sources,
      nextReview,
    })),
  })
  write('tiers', 'tierAdvice', 'Readonly<Record<string, TierAdvice>>', shapes, byId(knowledge.tiers))
  write('sources', 'sources', 'Readonly<Record<string, Source>>', shapes, byId(knowledge.sources))
  write('remedies', 'remedies', 'Readonly<Record<string, Remedy>>', remedy, byId(knowledge.remedies))
  write('exercises', 'exercises', 'Readonly<Record<string, Exercise>>', remedy, byId(knowledge.exercises))
  write('plans', 'plans', 'Readonly<Record<string, PlanTable>>', remedy, byId(knowledge.plans))
  write('painkillers', 'painkillers', 'Page', remedy, knowledge.painkillers?.value)
  write('urine-colours', 'urineColours', 'UrineColours', remedy, knowledge.urineColours?.value)
  write(
    'emergency-numbers',
    'emergencyNumbers',
    'readonly EmergencyNumber[]',
    remedy,
    knowledge.emergencyNumbers?.value.numbers,
  )
  write('frames', 'frames', 'Readonly<Record<string, ExerciseFrames>>', '../figure/frame.ts', byId(knowledge.frames))
}

const byId = <T>(entries: readonly Entry<T>[], pick: (value: T) => unknown = value => value) =>
  Object.fromEntries(entries.map(({ id, value }) => [id, pick(value)]))

function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  writeFileSync(file, text)
}
