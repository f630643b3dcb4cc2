/** A place that does not exist. */
import { Top } from './top.tsx'

const words = { title: 'There is nothing here', text: 'The address may be old or mistyped.', go: 'To Now' }

export function Screen(_props: { readonly id: string }) {
  return (
    <main id="main" class="page stack" data-screen="missing" tabIndex={-1}>
      <Top />
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <a class="btn next" href="/">
        {words.go}
      </a>
    </main>
  )
}
