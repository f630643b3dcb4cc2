/** The way on to the course that runs, for screens that do not load it. */
import { endedCourse, openCourse } from '../../course/from-diary.ts'
import { diary, today } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'

const words = {
  goOn: 'Go on with your course',
  about: 'After two days: the six-week course',
  flare: 'Your plan from the last course',
}

/** `isOffer`: also where none runs yet. */
export function CourseLink({ isOffer = false }: { readonly isOffer?: boolean }) {
  const isOpen = openCourse(diary.value.courses, today()) !== undefined
  if (!isOpen && !isOffer) return null
  const isFlare = !isOpen && endedCourse(diary.value.courses, today()) !== undefined
  return (
    <>
      {isFlare && <Way to="/course/flare" text={words.flare} />}
      <Way to="/course" text={isOpen ? words.goOn : words.about} />
    </>
  )
}

const Way = ({ to, text }: { readonly to: string; readonly text: string }) => (
  <a class="btn big" href={to}>
    {text}
    <Icon name="next" />
  </a>
)
