/** Finds a Chromium for the tests, the benches and the pictures. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** The queries on a machine, which a test can replace. */
export interface Places {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isProgram: (file: string) => boolean
  /** The path of the Chromium that Playwright downloads, whether it exists or not. */
  readonly ofPlaywright: () => string
}

/**
 * In order of preference. Chrome comes before `chromium-browser`, which on Ubuntu may be a stub that only asks for a
 * snap.
 */
const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser']

const thisMachine: Places = { environment: process.env, isProgram, ofPlaywright: () => chromium.executablePath() }

/**
 * The Chromium to use: the one in CHROMIUM, else the first on the PATH, else Playwright's own; `undefined` if there is
 * none. If CHROMIUM names no program, none is used, because a run must not silently use another browser.
 */
export function findChromium({ environment, isProgram, ofPlaywright }: Places = thisMachine): string | undefined {
  const { CHROMIUM: named, PATH = '' } = environment
  if (named) return isProgram(named) ? named : undefined
  const onPath = names.flatMap(name => PATH.split(delimiter).map(folder => join(folder, name)))
  return [...onPath, ofPlaywright()].find(isProgram)
}

/** Flags for running as root in containers, and against requests that the page did not make. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Like `findChromium`, but throws one line that says how to get it. */
export function chromiumPath(): string {
  const found = findChromium()
  if (found === undefined) throw new Error('No Chromium is here: npm test installs it, or set CHROMIUM to its path')
  return found
}

/** Is it an executable file? */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
