/** One thing at a time with the server: a round of sync and a change of who reads along would disturb each other. */

let last: Promise<unknown> = Promise.resolve()

/** Does it when everything that was asked for before is done, whether that went well or not. */
export function alone<Done>(work: () => Promise<Done>): Promise<Done> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}
