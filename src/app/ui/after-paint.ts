/**
 * Resolves once what has changed on screen is painted, so that what nobody sees does not keep them waiting. A page that
 * is not looked at paints nothing and waits for nothing; one whose next frame is late waits a tenth of a second at most.
 */
export const painted = (): Promise<void> =>
  document.visibilityState === 'hidden'
    ? Promise.resolve()
    : new Promise(resolve => {
        const late = setTimeout(resolve, 100)
        const done = () => {
          clearTimeout(late)
          resolve()
        }
        // The second frame may begin while the first is still being drawn by other threads, which work would hold up.
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))
      })
