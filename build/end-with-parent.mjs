/**
 * Loaded into a program that a test, a bench or a build script starts (`node --import`): exits when its parent, or the
 * process in UNKNOT_END_WITH, is gone. So nothing keeps running if that process was killed without cleaning up.
 */
import { isMainThread } from 'node:worker_threads'

const parent = process.ppid
const root = Number(process.env.UNKNOT_END_WITH ?? parent)
const everyMilliseconds = 300

if (isMainThread)
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(root)) process.exit(1)
  }, everyMilliseconds).unref()

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return problem.code === 'EPERM'
  }
}
