/** Mutates the lines that changed since this branch left main, one small place at a time: does a test detect each? */
import { changedLines } from '../../build/changed-lines.ts'
import { isEnough, mutateModule } from '../../build/mutate.ts'
import { mutationModules } from '../../build/mutation-modules.ts'
import type { Outcome } from '../drill.ts'

export async function mutateChanged(): Promise<Outcome> {
  const name = 'faults in changed lines are noticed'
  const changed = changedLines()
  if (changed === undefined) return { name, problems: [], note: 'git knows of nothing to compare with' }
  const problems: string[] = []
  let mutants = 0
  for (const module of mutationModules) {
    const lines: string[] = []
    const score = await mutateModule(
      module,
      () => true,
      changed,
      line => lines.push(line),
    )
    mutants += score.mutants
    if (!isEnough(score))
      problems.push(`${score.name}: ${score.killed} of ${score.mutants} noticed`, ...lines.filter(isAboutMutant))
  }
  return { name, problems, note: `${mutants} small changes of the code` }
}

const isAboutMutant = (line: string): boolean => /^survived|could not be mutated/.test(line)
