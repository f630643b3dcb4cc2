/** The signed file of newer knowledge that this browser took, for screens and workers. */
export const takenCache = 'unknot-knowledge'
export const takenPlace = '/knowledge/taken.json'

/** Undefined while the knowledge that came with the app is used. */
export async function readTaken(): Promise<string | undefined> {
  return (await (await caches.open(takenCache)).match(takenPlace))?.text()
}
