#!/usr/bin/env node
/** `unknot`: the same engine in a terminal. Data goes to stdout, errors to stderr; bad usage or input ends with 2. */
import { Command, CommanderError } from 'commander'
import { causesCommand } from './commands/causes.ts'
import { medicinesCommand } from './commands/medicines.ts'
import { planCommand } from './commands/plan.ts'
import { serveCommand } from './commands/serve.ts'
import { sessionCommand } from './commands/session.ts'
import { triageCommand } from './commands/triage.ts'
import { BadInput } from './input.ts'

const version = '0.1.0'

const program = new Command('unknot')
  .description('Screens a back spasm or muscle cramp for danger, then guides the right next step.')
  .version(version)
  .addHelpText(
    'after',
    `
Unknot is not a medical device and no clinician has reviewed it yet. If you are worried, get help.

Examples:
  unknot triage                        asks you, page by page
  unknot triage --json < cases.jsonl   answers a line a case
  unknot plan --json < case.json       the next 48 hours
  unknot session calf-release          a timed session
  unknot causes                        why you cramp, question by question
  unknot medicines "lasix 40 mg"       is a medicine listed with cramps?
  unknot serve                         the app and its API at http://localhost:8787`,
  )
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

for (const command of [
  triageCommand(),
  planCommand(),
  sessionCommand(),
  causesCommand(),
  medicinesCommand(),
  serveCommand(version),
]) {
  command.exitOverride()
  program.addCommand(command)
}

try {
  await program.parseAsync()
} catch (problem) {
  if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : 2
  else if (problem instanceof BadInput) {
    console.error(`unknot: ${problem.message}`)
    process.exitCode = 2
  } else throw problem
}
