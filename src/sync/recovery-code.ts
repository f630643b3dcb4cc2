/** The secret of a diary as 24 words, which a person writes down: BIP-39, English list, 256 bits and a checksum. */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'

/** How many bytes the secret of a diary has. */
export const secretBytes = 32
const wordCount = 24
const known: ReadonlySet<string> = new Set(wordlist)

/** The 24 words of a secret of 32 bytes, separated by spaces. */
export const recoveryCode = (secret: Uint8Array): string => entropyToMnemonic(secret, wordlist)

/** `problem` is one line that says what is wrong with the words, and how to mend it. */
export type ReadCode =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly problem: string }

/** Reads the words as a person types them: any case, any white space, numbers in front of the words are ignored. */
export function readRecoveryCode(text: string): ReadCode {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  const unknown = words.findIndex(word => !known.has(word))
  if (unknown >= 0)
    return wrong(`word ${unknown + 1}, "${words[unknown]?.slice(0, 20)}", is not in the list: check how it is written`)
  if (words.length !== wordCount)
    return wrong(`a recovery code has ${wordCount} words, and here are ${words.length}: check that none is missing`)
  try {
    return { ok: true, secret: mnemonicToEntropy(words.join(' '), wordlist) }
  } catch {
    return wrong('one of the words is wrong, or two have changed places: compare them with what you wrote down')
  }
}

const wrong = (problem: string): ReadCode => ({ ok: false, problem })
