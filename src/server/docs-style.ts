/** The styles of `/docs`. They are self-contained, so that the API is documented even if the app is not built. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: #16282b; --quiet: #51666a; --page: #f3f7f8; --card: #fff; --line: #cbd8da; --link: #006164 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eff0; --quiet: #a5b8bb; --page: #0e1a1c; --card: #16282b; --line: #35494d; --link: #6fd0d2 }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.5 Verdana, "DejaVu Sans", system-ui, sans-serif }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.75rem; line-height: 1.2 }
h2 { font-size: 1.125rem; margin: 0; overflow-wrap: anywhere }
h2 b, nav b { color: var(--quiet); font-weight: 700 }
a { color: var(--link) }
nav ul { list-style: none; padding: 0; columns: 18rem }
nav a { display: inline-block; padding: .375rem 0; overflow-wrap: anywhere }
section { background: var(--card); border: 1px solid var(--line); border-radius: .875rem; padding: 1rem; margin: 1rem 0 }
section p { margin: .5rem 0 }
summary { cursor: pointer; padding: .5rem 0 }
code, pre { font: .875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace }
pre { overflow-x: auto; background: var(--page); border-radius: .5rem; padding: .75rem; margin: 0 }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
`
