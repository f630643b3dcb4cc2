/**
 * Tests the diary in real Chromium: killed while writing, then one copy deleted, then the other, then both. Prints what
 * each copy alone would have lost, and fails if an event that was reported as stored is missing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { call, serveDrillPage, startChromium } from './drill-browser.ts'

interface DiaryDrill {
  readonly kills: number
  readonly keptEvents: number
  /** Counts of the events that were reported as stored. */
  readonly lost: number
  /** The restarts at which this copy alone had lost events, and how many at most. */
  readonly databaseAlone: Alone
  readonly fileAlone: Alone
  readonly tornLines: number
  readonly afterDeletingDatabase: number
  readonly afterDeletingFile: number
  readonly isBackupSame: boolean
}

interface Alone {
  readonly restarts: number
  readonly most: number
}

const passphrase = 'four plain words together'

export async function drillDiary(kills: number, events: number): Promise<DiaryDrill> {
  const served = await serveDrillPage()
  const folder = mkdtempSync(join(tmpdir(), 'unknot-profile-'))
  const open = () => startChromium(folder, served.address)
  const kept = new Set<string>()
  const alone = { database: [] as number[], file: [] as number[] }
  let tornLines = 0
  let lost = 0
  try {
    for (let round = 1; round <= kills; round++) {
      const { page, kill } = await open()
      await call(page, 'start')
      const enough = Math.ceil((events * round) / kills)
      const written = new Promise<void>(resolve =>
        page.on('console', message => {
          const [said, id] = message.text().split(' ')
          if (said === 'kept' && id !== undefined) kept.add(id)
          if (kept.size >= enough) resolve()
        }),
      )
      call(page, 'write', 4).catch(() => undefined)
      await written
      await kill()

      const after = await open()
      const copies = await call(after.page, 'copies')
      alone.database.push(missing(kept, copies.inDatabase))
      alone.file.push(missing(kept, copies.inFile))
      if (copies.isTorn) tornLines++
      await call(after.page, 'start')
      lost = Math.max(lost, missing(kept, await call(after.page, 'ids')))
      await after.close()
    }
    const withDatabaseDeleted = await without(open, page => call(page, 'deleteDatabase'))
    const withFileDeleted = await without(open, page => call(page, 'deleteFile'))

    const last = await open()
    await call(last.page, 'start')
    const before = await call(last.page, 'export')
    const backup = await call(last.page, 'backup', passphrase)
    await last.close()
    await without(open, async page => {
      await call(page, 'deleteDatabase')
      await call(page, 'deleteFile')
    })
    const restored = await open()
    await call(restored.page, 'start')
    await call(restored.page, 'restore', backup, passphrase)
    const isBackupSame = (await call(restored.page, 'export')) === before
    await restored.close()
    return {
      kills,
      keptEvents: kept.size,
      lost,
      databaseAlone: summed(alone.database),
      fileAlone: summed(alone.file),
      tornLines,
      afterDeletingDatabase: missing(kept, withDatabaseDeleted),
      afterDeletingFile: missing(kept, withFileDeleted),
      isBackupSame,
    }
  } finally {
    served.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Destroys something while the app is closed, and returns the ids that the app then finds. */
async function without(
  open: () => ReturnType<typeof startChromium>,
  destroy: (page: Awaited<ReturnType<typeof startChromium>>['page']) => Promise<void>,
): Promise<readonly string[]> {
  const first = await open()
  await destroy(first.page)
  await first.close()
  const second = await open()
  await call(second.page, 'start')
  const ids = await call(second.page, 'ids')
  await second.close()
  return ids
}

const missing = (kept: ReadonlySet<string>, found: readonly string[]): number => {
  const present = new Set(found)
  return [...kept].filter(id => !present.has(id)).length
}

const summed = (losses: readonly number[]): Alone => ({
  restarts: losses.filter(count => count > 0).length,
  most: Math.max(0, ...losses),
})

/** The largest loss rate that is compatible with so many kills without a loss, at 95 % (the rule of three, exact). */
const upperBound = (kills: number): number => 1 - 0.05 ** (1 / kills)

/** Runs the whole drill and prints it; false if a guarantee was broken. */
export async function runDiaryDrill(kills = 20, events = 5000): Promise<boolean> {
  const result = await drillDiary(kills, events)
  const { keptEvents, lost, databaseAlone, fileAlone, tornLines } = result
  const alone = ({ restarts, most }: Alone) => `${restarts} of ${kills} restarts (at most ${most} events)`
  console.log(`diary: ${keptEvents} events kept, the browser killed ${kills} times while writing
  events lost                     ${lost} (a loss in ${(upperBound(kills) * 100).toFixed(0)} % of kills cannot be ruled out at 95 %)
  the database alone lost some in ${alone(databaseAlone)}
  the file alone lost some in     ${alone(fileAlone)}
  torn last lines dropped         ${tornLines}
  lost with the database deleted  ${result.afterDeletingDatabase}
  lost with the file deleted      ${result.afterDeletingFile}
  both deleted, backup restored   ${result.isBackupSame ? 'the same, byte for byte' : 'DIFFERENT'}`)
  return lost === 0 && result.afterDeletingDatabase === 0 && result.afterDeletingFile === 0 && result.isBackupSame
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await runDiaryDrill()) ? 0 : 1)
