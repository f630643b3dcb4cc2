/** `unknot sync ...`: one diary on several devices, through a server that cannot read it; and who may read along. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { SyncFlags } from '../sync-place.ts'
import type * as Rounds from '../sync-rounds.ts'
import type { ShareFlags } from '../sync-share.ts'

/** What may be shared (src/sync/share.ts, which only the command that shares loads). */
const sharedParts = ['now', 'reports', 'diary'] as const
type SharedPart = (typeof sharedParts)[number]

export function syncCommand(): Command {
  const command = new Command('sync').description(
    'One diary on several devices, through a server that cannot read it. It runs unknot serve --sync.',
  )
  for (const { name, about, run } of rounds) command.addCommand(round(name, about, run).exitOverride())
  for (const made of [shareCommand(), sharesCommand(), revokeCommand()]) command.addCommand(made.exitOverride())
  return command.addHelpText(
    'after',
    `
The code file holds the recovery code, 24 words. Beside the diary, DIARY.sync.json remembers what a server confirmed.
The protocol: docs/sync-protocol.md.

Examples:
  unknot sync on --server https://sync.example.org --code-file code.txt diary.json
  unknot sync push --server https://sync.example.org --code-file code.txt diary.json
  unknot sync pull --server https://sync.example.org --code-file code.txt other.json
  unknot sync share --parts now,reports --days 30 --server https://sync.example.org --code-file code.txt diary.json`,
  )
}

type Round = Extract<keyof typeof Rounds, 'turnOn' | 'pushDiary' | 'pullDiary' | 'showStatus' | 'eraseDiary'>

const rounds: readonly { readonly name: string; readonly about: string; readonly run: Round }[] = [
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

const round = (name: string, about: string, run: Round): Command =>
  ofDiary(name, about).action(async (diary: string, flags: SyncFlags) => {
    warn(flags)
    // Other commands start without what only this one needs.
    const all = await import('../sync-rounds.ts')
    await all[run](diary, flags)
  })

const shareCommand = (): Command =>
  ofDiary('share', 'Makes a link with which somebody reads chosen parts until a day, and changes nothing.')
    .addOption(
      new Option('--parts <list>', 'what they read: now (how it is, the last check-in), reports, diary (all of it)')
        .argParser(parts)
        .default(['now'], 'now'),
    )
    .addOption(new Option('--days <number>', 'for how many days, 1 to 366').argParser(days).default(7))
    .option('--for <name>', 'who reads along, for your own list')
    .option('--about <name>', 'whose diary it is, as they know you')
    .action(async (diary: string, flags: ShareFlags) => {
      warn(flags)
      await (await import('../sync-share.ts')).shareDiary(diary, flags)
    })

const sharesCommand = (): Command =>
  ofDiary('shares', 'Lists who may read along, and until when.').action(async (diary: string, flags: SyncFlags) => {
    warn(flags)
    await (await import('../sync-share.ts')).listShares(diary, flags)
  })

const revokeCommand = (): Command =>
  ofDiary('revoke', 'Ends a share before its day. Its parts get new keys.', ' <id>')
    .argument('<id>', 'as unknot sync shares lists it')
    .action(async (diary: string, id: string, flags: SyncFlags) => {
      warn(flags)
      await (await import('../sync-share.ts')).revokeShare(diary, flags, id)
    })

const ofDiary = (name: string, about: string, more = ''): Command =>
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
      `\nExample:\n  unknot sync ${name} --server http://localhost:8787 --code-file code.txt diary.json${more}`,
    )

function warn({ server }: SyncFlags): void {
  if (server.startsWith('http:') && !/^http:\/\/(localhost|127\.|\[::1\])/.test(server))
    console.error(`unknot: ${server} is not encrypted on the way: events are sealed, but use https if you can`)
}

function parts(text: string): ShareFlags['parts'] {
  const named = text.split(',').map(part => part.trim())
  if (named.every((part): part is SharedPart => (sharedParts as readonly string[]).includes(part))) return named
  throw new InvalidArgumentError(`Name one or more of ${sharedParts.join(', ')}, with commas between.`)
}

function days(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 366) return count
  throw new InvalidArgumentError('Give a whole number of days from 1 to 366.')
}

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.search && !url.hash)
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
  throw new InvalidArgumentError('Give an address such as https://sync.example.org.')
}
