/**
 * Does the same source always give the same package? Builds it twice, in different folders, time zones and languages,
 * and compares every file and the tarball. Prints the digest of the tarball; exits with 1 and names the files that
 * differ.
 */
import './end-with-parent.mjs'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Properties of the environment that could affect a build. */
const places = [
  { folder: 'a', environment: { TZ: 'Pacific/Kiritimati', LANG: 'C' } },
  { folder: 'another folder', environment: { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8' } },
]

const scratch = mkdtempSync(join(tmpdir(), 'unknot-reproducible-'))
try {
  const [one, two] = places.map(({ folder, environment }) => buildIn(join(scratch, folder), environment))
  if (one === undefined || two === undefined) throw new Error('nothing was built')
  const names = [...new Set([...one.keys(), ...two.keys()])].sort()
  const different = names.filter(name => one.get(name) !== two.get(name))
  for (const name of different) console.error(`differs: ${name}`)
  console.log(`reproducible: ${names.length - different.length} of ${names.length} files the same in both builds`)
  for (const name of names.filter(each => each.endsWith('.tgz'))) console.log(`${one.get(name)}  ${name}`)
  if (different.length > 0) process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** The digest of every file that a build in `folder` wrote, and of the tarball. */
function buildIn(folder: string, environment: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const sources = git('ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0').filter(Boolean)
  const removed = new Set(git('ls-files', '--deleted', '-z').split('\0'))
  for (const source of sources.filter(each => !removed.has(each))) {
    mkdirSync(dirname(join(folder, source)), { recursive: true })
    cpSync(source, join(folder, source))
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const options = { cwd: folder, env: { ...process.env, ...environment }, shell: process.platform === 'win32' }
  execFileSync('npm', ['run', '--silent', 'build'], { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], { ...options, stdio: 'ignore' })
  const known = new Set(sources)
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(name => !known.has(name) && !name.startsWith('node_modules'))
  return new Map(built.map(name => [name, digest(join(folder, name))]))
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: 100_000_000 })
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
