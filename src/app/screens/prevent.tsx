/** Prevent: says honestly what is not here yet. */
import { Top } from '../parts/top.tsx'

const words = {
  title: 'Prevent',
  text: 'Here you will find why you may cramp, and if a medicine adds to it. Then food that closes gaps, and trials of what helps you.',
  honest: 'Trials are ready. The rest is not built yet.',
  trials: 'What helps you? Try it fairly',
  now: 'For pain or a cramp today, go to Now.',
  go: 'To Now',
}

export function Screen(_props: { readonly id: string }) {
  return (
    <main id="main" class="page stack gap-5" data-screen="prevent" tabIndex={-1}>
      <Top />
      <h1>{words.title}</h1>
      <div class="empty stack">
        <p>{words.text}</p>
        <p>
          <b>{words.honest}</b>
        </p>
        <a class="btn big" href="/trials">
          {words.trials}
        </a>
        <p>{words.now}</p>
        <a class="btn big" href="/">
          {words.go}
        </a>
      </div>
    </main>
  )
}
