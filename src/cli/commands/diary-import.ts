/** `unknot diary import FILE... --into DIARY`: imports files of other programs. */
import { Command, Option } from 'commander'
import { meanings } from '../../exchange/columns.ts'
import { importerIds } from '../../exchange/programs.ts'
import { measures } from '../../knowledge/vocabulary.ts'
import { type ImportOptions, importFiles, importList } from '../diary-import.ts'
import { columnsOf } from '../import-columns.ts'

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
    .addOption(new Option('--dates <order>', 'how dates like 3/4/2026 are meant').choices(['day-first', 'month-first']))
    .addOption(
      new Option(
        '--columns <meanings>',
        'what the columns of a table mean, as date=Day,pain=Score, or a JSON file that says so',
      ).argParser(columnsOf),
    )
    .option('--food-source <app>', 'whose food counts, where several apps counted the same; all adds them up')
    .option('--preview', 'show what would be added, and write nothing', false)
    .option('--json', 'print JSON, one line a file', false)
    .addHelpText(
      'after',
      `
Files are known by what stands in them:
${importList()}

The columns of a table of your own mean ${meanings.join(', ')}.

Examples:
  unknot diary import daylio_export.csv --into diary.json --preview
  unknot diary import export.xml --into diary.json
  unknot diary import tracker.csv --columns date=Day,pain=Score,note=Text --into diary.json`,
    )
    .action((files: readonly string[], options: ImportOptions) => importFiles(files, options))
