// Sets the theme before the first paint. The choice lives under the same key as in settings.ts.
const kept = (() => {
  try {
    return JSON.parse(localStorage.getItem('unknot-settings') ?? '{}').theme
  } catch {
    return undefined
  }
})()
const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
document.documentElement.dataset.theme = kept === undefined || kept === 'system' ? system : kept
