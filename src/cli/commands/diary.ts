/** `unknot diary check FILE...`, `export FILE`, `merge FILE...`: the diary as files; `pain`, `before`, `history`: in words. */
import { Command, Option } from 'commander'
import { checkFiles } from '../diary-check.ts'
import { type ExportFlags, exportDiary, exportFormats } from '../diary-export.ts'
import { type MergeFlags, mergeFiles } from '../diary-merge.ts'
import { importCommand } from './diary-import.ts'
import { beforeCommand, historyCommand, painCommand } from './diary-said.ts'

export const diaryCommand = (): Command => {
  const command = new Command('diary').description(
    'The diary as files: what it says of pain and of the days before it, check one, write it in another form, join several, take in what other programs kept.',
  )
  for (const sub of [
    painCommand(),
    beforeCommand(),
    historyCommand(),
    checkCommand(),
    exportCommand(),
    mergeCommand(),
    importCommand(),
  ])
    command.addCommand(sub.exitOverride())
  return command.addHelpText(
    'after',
    `
Example:
  unknot diary check unknot-2026-11-25.json`,
  )
}

const problems = 'Each problem is one line on stderr with its place, and the command then ends with 2.'

const checkCommand = (): Command =>
  new Command('check')
    .description('Is every event of a diary whole? Reads files that Unknot saved as JSON; - is stdin.')
    .argument('<files...>', 'diaries, as JSON')
    .option('--json', 'print JSON, one line a file')
    .addHelpText('after', `\n${problems}\n\nExample:\n  unknot diary check unknot-2026-11-25.json`)
    .action((files: readonly string[], { json = false }: { readonly json?: boolean }) => checkFiles(files, json))

const exportCommand = (): Command =>
  new Command('export')
    .description('Writes a diary as JSON (everything), CSV (a table for each type of event) or FHIR R4 (a document).')
    .argument('<file>', 'a diary, as JSON; - is stdin')
    .addOption(new Option('--format <format>', 'what to write').choices(exportFormats).makeOptionMandatory())
    .option('--out <path>', 'a new file, or for CSV a folder (default: stdout)')
    .option('--name <name>', 'the name of the person, for FHIR (default: none)')
    .option('--json', 'print as JSON what was written')
    .addHelpText(
      'after',
      `
${problems}
What is whole is written all the same. FHIR and CSV leave some things out: they are named on stderr.

Example:
  unknot diary export unknot-2026-11-25.json --format fhir --out diary.fhir.json`,
    )
    .action((file: string, flags: ExportFlags) => exportDiary(file, flags))

const mergeCommand = (): Command =>
  new Command('merge')
    .description('Joins diaries: every event of each, once, in order. Any order of the files gives the same bytes.')
    .argument('<files...>', 'diaries, as JSON; - is stdin')
    .option('--out <file>', 'a new file (default: stdout)')
    .option('--json', 'print as JSON what was written')
    .addHelpText('after', `\n${problems}\n\nExample:\n  unknot diary merge phone.json laptop.json --out diary.json`)
    .action((files: readonly string[], flags: MergeFlags) => mergeFiles(files, flags))
