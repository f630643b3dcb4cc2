/** The person's country, for the emergency number. */
import { InvalidArgumentError } from 'commander'

/** Validates a country code given by the user. */
export function country(text: string): string {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase()
  throw new InvalidArgumentError('Give two letters, such as GB or US.')
}

/** The country of the terminal's locale ("en_GB.UTF-8"); none for "C", where Node's own guess would be US. */
export function guessedCountry(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const locale = environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? ''
  return /^[a-z]{2,3}_([A-Z]{2})\b/.exec(locale)?.[1]
}
