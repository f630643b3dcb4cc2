/**
 * The parts of a browser that the diary's second copy needs, for tests without a browser: the origin private file
 * system with synchronous access (File System Standard), and locks (Web Locks API).
 */
export class OriginFiles {
  readonly files = new Map<string, Uint8Array>()
  /** Bytes that all files together may take. */
  room = Number.POSITIVE_INFINITY
  private readonly open = new Set<string>()

  /** To stub as `navigator`. */
  readonly navigator = {
    language: 'en-GB',
    storage: { getDirectory: async () => this.folder, persisted: async () => false, persist: async () => true },
    locks: { request: <Result>(name: string, use: () => Promise<Result>) => this.locked(name, use) },
  }

  text(name: string): string {
    return new TextDecoder().decode(this.files.get(name) ?? new Uint8Array())
  }

  private readonly folder = {
    getFileHandle: async (name: string) => {
      if (!this.files.has(name)) this.files.set(name, new Uint8Array())
      return { createSyncAccessHandle: async () => this.handle(name) }
    },
    removeEntry: async (name: string) => {
      if (!this.files.delete(name)) throw new DOMException('no such file', 'NotFoundError')
    },
  }

  private handle(name: string) {
    if (this.open.has(name)) throw new DOMException('the file is open', 'NoModificationAllowedError')
    this.open.add(name)
    const bytes = () => this.files.get(name) ?? new Uint8Array()
    return {
      getSize: () => bytes().length,
      read: (into: Uint8Array, { at }: { at: number }) => {
        const part = bytes().subarray(at, at + into.length)
        into.set(part)
        return part.length
      },
      write: (from: Uint8Array, { at }: { at: number }) => {
        const part = from.subarray(0, Math.max(0, this.room - at))
        const grown = new Uint8Array(Math.max(bytes().length, at + part.length))
        grown.set(bytes())
        grown.set(part, at)
        this.files.set(name, grown)
        return part.length
      },
      truncate: (size: number) => void this.files.set(name, bytes().slice(0, size)),
      flush: () => undefined,
      close: () => void this.open.delete(name),
    }
  }

  private readonly lastHolder = new Map<string, Promise<unknown>>()
  private locked<Result>(name: string, use: () => Promise<Result>): Promise<Result> {
    const result = (this.lastHolder.get(name) ?? Promise.resolve()).then(use)
    this.lastHolder.set(
      name,
      result.catch(() => undefined),
    )
    return result
  }
}
