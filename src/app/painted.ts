/**
 * Resolves once what has changed on screen is painted, so that what nobody sees does not keep them waiting. A page that
 * is not looked at paints nothing and waits for nothing; one whose next frame is late waits a tenth of a second at most.
 */
export const painted = (): Promise<void> =>
  document.visibilityState === 'hidden'
    ? Promise.resolve()
    : new Promise(resolve => {
        const late = setTimeout(resolve, 100)
        // The frame after begins when this one is on its way to the screen: work of other threads would hold it up.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            clearTimeout(late)
            resolve()
          }),
        )
      })
