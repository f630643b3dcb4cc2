/** A localStorage for tests without a browser: its keys are its own properties, as in a browser. */
export class LocalStorage {
  [key: string]: unknown
  constructor(kept: Readonly<Record<string, string>> = {}) {
    Object.assign(this, kept)
  }
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null
  }
  setItem(key: string, text: string): void {
    this[key] = String(text)
  }
  removeItem(key: string): void {
    delete this[key]
  }
}
