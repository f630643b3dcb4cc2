/** `unknot diary check FILE...`: the diary as files. */
import { Command } from 'commander'
import { checkFiles } from '../diary-check.ts'
import { importCommand } from './diary-import.ts'

export const diaryCommand = (): Command => {
  const command = new Command('diary').description('The diary as files: is one whole, and what does it hold?')
  for (const sub of [checkCommand(), importCommand()]) command.addCommand(sub.exitOverride())
  return command
}

const checkCommand = (): Command =>
  new Command('check')
    .description('Is every event of a diary whole? Reads files that Unknot saved as JSON; - is stdin.')
    .argument('<files...>', 'diaries, as JSON')
    .option('--json', 'print JSON, one line a file')
    .addHelpText(
      'after',
      `
Each problem is one line on stderr with its place, and the command then ends with 2.

Example:
  unknot diary check unknot-2026-11-25.json`,
    )
    .action((files: readonly string[], { json = false }: { readonly json?: boolean }) => checkFiles(files, json))
