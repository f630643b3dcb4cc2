/** `unknot knowledge`: signs the knowledge of this build for others, and says whether a signed file may be taken. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { keyOfLine } from '../../server/knowledge-keys.ts'
import { BadInput } from '../input.ts'
import { print } from '../output.ts'
import { today } from '../today.ts'

export const knowledgeCommand = (version: string): Command =>
  new Command('knowledge')
    .description('Signed knowledge: newer content for builds that are already installed.')
    .addHelpText(
      'after',
      `
Example:
  unknot knowledge keygen --out key.pem                          once; keep the file secret
  unknot knowledge sign --key key.pem --out knowledge.json       signs what this build knows
  unknot knowledge verify knowledge.json --trust CODE:KEY        may this build take it?

See docs/signed-knowledge.md.`,
    )
    .addCommand(keygenCommand())
    .addCommand(signCommand(version))
    .addCommand(verifyCommand())

const keygenCommand = (): Command =>
  new Command('keygen')
    .description('Makes a key to sign with. Prints the line that pins its public half.')
    .requiredOption('--out <file>', 'where the private key goes; never over a file that is there')
    .action(async ({ out }: { readonly out: string }) => {
      const { newKey } = await import('../../server/knowledge-keys.ts')
      const { pem, line } = newKey()
      write(out, pem, { mode: 0o600, flag: 'wx' })
      await print(`${line}\n`)
    })

const signCommand = (version: string): Command =>
  new Command('sign')
    .description('Signs the knowledge of this build into one file.')
    .requiredOption('--key <file>', 'the private key')
    .requiredOption('--out <file>', 'the signed file; never over a file that is there')
    .action(async ({ key, out }: { readonly key: string; readonly out: string }) => {
      const { lineOf, signContent } = await import('../../server/knowledge-keys.ts')
      const { contentNow } = await import('../../library/update.ts')
      const signed = signContent(contentNow(version, today()), read(key))
      if (signed === undefined)
        throw new BadInput(`${key} is no Ed25519 private key: make one with unknot knowledge keygen`)
      write(out, signed.text, { flag: 'wx' })
      await print(`${out}: signed by ${lineOf(signed.pin)}\n`)
    })

const verifyCommand = (): Command =>
  new Command('verify')
    .description('Says whether this build may take a signed file, and if not, why.')
    .argument('<file>', 'the signed file')
    .option('--trust <line>', 'a key to trust besides the pinned ones, as keygen printed it', trusted)
    .option('--json', 'print JSON')
    .action(async (file: string, { trust, json }: { readonly trust?: string; readonly json?: boolean }) => {
      // It holds all knowledge.
      const { lookAtKnowledge } = await import('../../server/knowledge-file.ts')
      const found = await lookAtKnowledge(file, trust)
      if (!found.ok) {
        if (json) await print(`${JSON.stringify({ ok: false, error: found.error, lowered: found.lowered ?? [] })}\n`)
        else for (const { entry, because } of found.lowered ?? []) await print(`${entry} ${because}\n`)
        throw new BadInput(`${file}: ${found.error}`)
      }
      const { made, by } = found.content
      const { compiled } = found.after
      await print(
        json
          ? `${JSON.stringify({ ok: true, made, by, compiled })}\n`
          : `${file} may be taken: signed on ${made} with Unknot ${by}, newest entry of ${compiled}\n`,
      )
    })

/** Checks a line that `keygen` printed. */
export function trusted(line: string): string {
  if (keyOfLine(line) !== undefined) return line
  throw new InvalidArgumentError('Give the line that unknot knowledge keygen printed: CODE:KEY.')
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(`${file} cannot be read: is the name right?`)
  }
}

function write(file: string, text: string, options: { readonly flag: string; readonly mode?: number }): void {
  try {
    writeFileSync(file, text, options)
  } catch (problem) {
    const isThere = (problem as NodeJS.ErrnoException).code === 'EEXIST'
    throw new BadInput(
      isThere ? `${file} is there already: choose another name` : `${file} cannot be written: is the folder there?`,
    )
  }
}
