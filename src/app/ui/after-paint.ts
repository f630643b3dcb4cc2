/**
 * Resolves when the change is painted, so that work for later does not delay it. A hidden page paints nothing and does
 * not wait; if the next frame is late, it waits a tenth of a second at most.
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
        // The second frame may begin while the first is still being drawn by other threads, which more work would
        // delay.
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))
      })
