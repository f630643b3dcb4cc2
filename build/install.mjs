/** Installs the packages of package-lock.json once, so that `npm start` and `npm test` work in a fresh clone. */
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'
const upToDate = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
if (!upToDate)
  execFileSync('npm', ['ci', '--no-fund', '--no-audit', '--no-dry-run'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
