/** `unknot sync on|push|pull|status|erase`: one diary on several devices, through a server that cannot read it. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type * as Rounds from '../sync-rounds.ts'
import type { SyncFlags } from '../sync-rounds.ts'

export function syncCommand(): Command {
  const command = new Command('sync').description(
    'One diary on several devices, through a server that cannot read it. It runs unknot serve --sync.',
  )
  for (const { name, about, run } of rounds) command.addCommand(round(name, about, run).exitOverride())
  return command.addHelpText(
    'after',
    `
The code file holds the recovery code, 24 words. Beside the diary, DIARY.sync.json remembers what a server confirmed.
The protocol: docs/sync-protocol.md.

Examples:
  unknot sync on --server https://sync.example.org --code-file code.txt diary.json
  unknot sync push --server https://sync.example.org --code-file code.txt diary.json
  unknot sync pull --server https://sync.example.org --code-file code.txt other.json`,
  )
}

const rounds: readonly { readonly name: string; readonly about: string; readonly run: keyof typeof Rounds }[] = [
  { name: 'on', about: 'Makes a recovery code, writes it to a new file, and begins sync at a server.', run: 'turnOn' },
  {
    name: 'push',
    about: 'Sends the events that the server lacks. One that was wiped is named, and filled again.',
    run: 'pushDiary',
  },
  {
    name: 'pull',
    about: 'Reads the events that the diary lacks. Makes the diary where there is none.',
    run: 'pullDiary',
  },
  { name: 'status', about: 'Counts what is on one side only. Changes nothing.', run: 'showStatus' },
  { name: 'erase', about: 'Deletes the sealed diary from the server for good. The file stays.', run: 'eraseDiary' },
]

const round = (name: string, about: string, run: keyof typeof Rounds): Command =>
  new Command(name)
    .description(about)
    .argument('<diary>', 'a diary, as JSON')
    .addOption(
      new Option('--server <url>', 'where unknot serve --sync answers').argParser(address).makeOptionMandatory(),
    )
    .requiredOption('--code-file <file>', 'the file of the recovery code')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `\nExample:\n  unknot sync ${name} --server http://localhost:8787 --code-file code.txt diary.json`,
    )
    .action(async (diary: string, flags: SyncFlags) => {
      if (flags.server.startsWith('http:') && !/^http:\/\/(localhost|127\.|\[::1\])/.test(flags.server))
        console.error(
          `unknot: ${flags.server} is not encrypted on the way: events are sealed, but use https if you can`,
        )
      // Other commands start without what only this one needs.
      const all = await import('../sync-rounds.ts')
      await all[run](diary, flags)
    })

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.search && !url.hash)
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  throw new InvalidArgumentError('Give an address such as https://sync.example.org.')
}
