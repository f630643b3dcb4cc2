/** The signed file that this browser took. It is no one's answers, so it is kept beside the app and not in the diary. */
const cacheName = 'unknot-knowledge'
const place = '/knowledge/taken.json'
/** The shell looks here before the first screen, without opening anything. */
const flag = 'unknot-knowledge'

export async function keep(text: string): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.put(place, new Response(text, { headers: { 'Content-Type': 'application/json' } }))
  localStorage.setItem(flag, 'taken')
}

export async function readTaken(): Promise<string | undefined> {
  const cache = await caches.open(cacheName)
  return (await cache.match(place))?.text()
}

export async function forget(): Promise<void> {
  localStorage.removeItem(flag)
  await caches.delete(cacheName)
}
