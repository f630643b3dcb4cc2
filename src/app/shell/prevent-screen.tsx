/** Prevent: why you cramp, your medicines, food, drinks, and trials of what helps. */
import { Heading } from '../ui/heading.tsx'
import './prevent.css'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'

const words = {
  title: 'Prevent',
  lead: 'Find out what adds to your cramps.',
  ways: [
    ['/course', 'play', 'The six-week course', 'Walks, three exercises, and the way back to what you do.'],
    ['/causes', 'person', 'Why do I cramp?', 'A few questions, then what may be part of it.'],
    ['/medicines', 'pill', 'My medicines', 'See if one of them is listed, and what to ask.'],
    ['/food', 'plus', 'Food', 'How much you get of five nutrients, and foods that fill the gap.'],
    ['/rich', 'list', 'Rich in what?', 'Foods ranked by how much a portion has of five nutrients.'],
    ['/hydration', 'drop', 'Drinks and pee colour', 'How much to drink, and when the colour helps.'],
    ['/trials', 'calendar', 'What helps you? Try it fairly', 'A trial on yourself, a few weeks long.'],
  ] as readonly (readonly [string, IconName, string, string])[],
  now: 'For pain or a cramp today, go to Now.',
}

export function Screen(_props: { readonly id: string }) {
  return (
    <main id="main" class="page stack gap-5" data-screen="prevent" tabIndex={-1}>
      <Top />
      <Heading title={words.title} lead={words.lead} />
      <ul class="ways">
        {words.ways.map(([path, icon, name, text]) => (
          <li key={path}>
            <a class="card way" href={path}>
              <span class="way-mark">
                <Icon name={icon} />
              </span>
              <span class="stack gap-2">
                <b>{name}</b>
                <span class="quiet">{text}</span>
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
      <p class="note">
        <a href="/">{words.now}</a>
      </p>
    </main>
  )
}
