#!/usr/bin/env node
/** `unknot`: the engine in a terminal. Data goes to stdout, errors to stderr; bad usage or input exits with 2. */
import { Command, CommanderError } from 'commander'
import { causesCommand } from './commands/causes.ts'
import { claimsCommand } from './commands/claims.ts'
import { courseCommand } from './commands/course.ts'
import { diaryCommand } from './commands/diary.ts'
import { foodsCommand } from './commands/foods.ts'
import { formCommand } from './commands/form.ts'
import { hydrationCommand } from './commands/hydration.ts'
import { knowledgeCommand } from './commands/knowledge.ts'
import { mcpCommand } from './commands/mcp.ts'
import { medicinesCommand } from './commands/medicines.ts'
import { menuCommand } from './commands/menu.ts'
import { planCommand } from './commands/plan.ts'
import { productsCommand } from './commands/products.ts'
import { professionalsCommand } from './commands/professionals.ts'
import { reportCommand } from './commands/report.ts'
import { reviewCommand } from './commands/review.ts'
import { serveCommand } from './commands/serve.ts'
import { sessionCommand } from './commands/session.ts'
import { syncCommand } from './commands/sync.ts'
import { triageCommand } from './commands/triage.ts'
import { trialCommand } from './commands/trial.ts'
import { BadInput } from './input.ts'
import { endWhenNobodyReads } from './output.ts'

const version = '0.1.0'

const program = new Command('unknot')
  .description('Screens a back spasm or muscle cramp for danger, then guides the right next step.')
  .version(version)
  // `unknot menu` and its subcommands have flags of the same names.
  .enablePositionalOptions()
  .addHelpText(
    'after',
    `
Unknot is not a medical device and no clinician has reviewed it yet. If you are worried, get help.

Examples:
  unknot triage                        asks you, page by page
  unknot triage --json < cases.jsonl   answers a line a case
  unknot plan --json < case.json       the next 48 hours
  unknot course --json < case.json     the six weeks after that
  unknot session calf-release          a timed session
  unknot causes                        why you cramp, question by question
  unknot medicines "lasix 40 mg"       is a medicine listed with cramps?
  unknot trial analyse trial.csv       what a trial on yourself showed
  unknot foods greek yog               finds foods, slips forgiven
  unknot menu --age 34 --sex female    foods that close the gap
  unknot menu change --age 34 --sex female --day "dal, white rice"   the smallest change
  unknot menu meals --age 34 --sex female --days 7   a week of meals
  unknot claims magnesium              is it true? with sources
  unknot products --need night-cramps  what to buy, and what not
  unknot hydration                     how to drink, and the colour of pee
  unknot professionals --country GB    who can help, and where to check them
  unknot report diary.json             a page for your clinician
  unknot review --limit 20             what a clinician should check first
  unknot diary check diary.json        is a saved diary whole?
  unknot diary pain diary.json         is pain lower, higher or about the same?
  unknot diary before diary.json       the day before a spasm or cramp, in counts
  unknot diary export diary.json --format fhir   for a clinician's program
  unknot sync --help                   one diary on several devices
  unknot serve                         the app and its API at http://localhost:8787
  unknot mcp                           for assistants: asks before it advises`,
  )
  .configureHelp({ showGlobalOptions: true })

for (const command of [
  triageCommand(),
  planCommand(),
  courseCommand(),
  sessionCommand(),
  causesCommand(),
  medicinesCommand(),
  foodsCommand(),
  menuCommand(),
  trialCommand(),
  claimsCommand(),
  productsCommand(),
  hydrationCommand(),
  professionalsCommand(),
  reportCommand(),
  reviewCommand(),
  diaryCommand(),
  syncCommand(),
  serveCommand(version),
  mcpCommand(version),
  knowledgeCommand(version),
  formCommand(version),
])
  program.addCommand(command)
for (const command of withSubcommands(program))
  command.exitOverride().configureOutput({ outputError: (text, write) => write(oneLine(text, command)) })

endWhenNobodyReads()
try {
  await program.parseAsync()
} catch (problem) {
  if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : 2
  else if (problem instanceof BadInput) {
    console.error(`unknot: ${problem.message}`)
    process.exitCode = 2
  } else {
    // A bug must never look like an all-clear.
    console.error('unknot: something failed here. If you may be in danger, call your emergency number now.')
    console.error(problem)
    process.exitCode = 1
  }
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)]
}

/** Commander's message for a bad flag or word, as one line that says how to fix it. */
function oneLine(text: string, command: Command): string {
  const names: string[] = []
  for (let each: Command | null = command; each !== null && each !== program; each = each.parent)
    names.unshift(each.name())
  const said = text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
  return `unknot: ${said.replace(/\.$/, '')}: ${['unknot', ...names].join(' ')} --help shows what there is\n`
}
