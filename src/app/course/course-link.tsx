/** The way on to the course that runs, for screens that do not load it. */
import { openCourse } from '../../course/from-diary.ts'
import { diary, today } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'

const words = { goOn: 'Go on with your course', about: 'After two days: the six-week course' }

/** `isOffer`: also where none runs yet. */
export function CourseLink({ isOffer = false }: { readonly isOffer?: boolean }) {
  const isOpen = openCourse(diary.value.courses, today()) !== undefined
  if (!isOpen && !isOffer) return null
  return (
    <a class="btn big" href="/course">
      {isOpen ? words.goOn : words.about}
      <Icon name="next" />
    </a>
  )
}
