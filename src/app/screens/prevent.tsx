/** Prevent: food, and honestly what is not here yet. */
import { Icon } from '../parts/icon.tsx'
import { Top } from '../parts/top.tsx'

const words = {
  title: 'Prevent',
  food: 'Food',
  foodText: 'What you eat of five nutrients, and foods that close the gap.',
  text: 'Here you will find why you may cramp, and if a medicine adds to it. Then trials of what helps you.',
  honest: 'That is not built yet.',
  now: 'For pain or a cramp today, go to Now.',
  go: 'To Now',
}

export function Screen(_props: { readonly id: string }) {
  return (
    <main id="main" class="page stack gap-5" data-screen="prevent" tabIndex={-1}>
      <Top />
      <h1>{words.title}</h1>
      <a class="btn big tall" href="/food">
        <span>
          {words.food}
          <small>{words.foodText}</small>
        </span>
        <Icon name="next" />
      </a>
      <div class="empty stack">
        <p>{words.text}</p>
        <p>
          <b>{words.honest}</b>
        </p>
        <p>{words.now}</p>
        <a class="btn big" href="/">
          {words.go}
        </a>
      </div>
    </main>
  )
}
