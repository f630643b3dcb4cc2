/** What other capabilities may use of this one. */
export { LockForm, useLock } from './passphrase.tsx'
export { sealText } from './seal.ts'
