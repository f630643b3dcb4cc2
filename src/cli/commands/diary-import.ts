/** `unknot diary import FILE... --into DIARY`: takes in what other programs kept. */
import { Command, Option } from 'commander'
import { importerIds } from '../../exchange/importers.ts'
import { measures } from '../../knowledge/vocabulary.ts'
import { type ImportOptions, importFiles, importList } from '../diary-import.ts'

const kinds = [
  'noted',
  'drank',
  'cramps-counted',
  'episode-began',
  'medicine-taken',
  'medicine-started',
  'medicine-stopped',
  ...measures,
]

export const importCommand = (): Command =>
  new Command('import')
    .description('Adds what other programs kept to a diary file. Read twice, a file adds nothing; - is stdin.')
    .argument('<files...>', 'exports of other programs')
    .requiredOption('--into <diary>', 'the diary, as Unknot saves it as JSON; made if there is none')
    .addOption(new Option('--from <program>', 'which program, where it cannot be told').choices(importerIds))
    .addOption(
      new Option('--without <kinds...>', 'kinds to leave out, as the preview names them')
        .choices(kinds)
        .default([], 'none'),
    )
    .option('--preview', 'show what would be added, and write nothing', false)
    .option('--json', 'print JSON, one line a file', false)
    .addHelpText(
      'after',
      `
Files are known by what stands in them:
${importList()}

Examples:
  unknot diary import daylio_export.csv --into diary.json --preview
  unknot diary import export.xml --into diary.json`,
    )
    .action((files: readonly string[], options: ImportOptions) => importFiles(files, options))
