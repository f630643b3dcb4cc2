/** The entry of a course (what trials hold, how it mostly goes), or of one of the six questions of its second week. */
import { courseTable } from '../../knowledge/courses.gen.ts'
import { Facts } from './facts.tsx'

const words = {
  sure: 'How sure each part is',
  part: (part: string, sure: string) => `${part}: ${sure.replace('-', ' ')} certainty`,
  trials: 'What trials hold, and what they do not',
  goes: 'How it mostly goes',
  page: 'What a yes opens',
}

export function CourseBody({ kind, id }: { readonly kind: string; readonly id: string }) {
  const course = courseTable.courses[id]
  const question = courseTable.questions[id]
  if (kind === 'course-question') return question ? <Facts title={words.page} points={question.points} /> : null
  if (!course) return null
  return (
    <>
      <p class="lead">{course.lead}</p>
      <Facts
        title={words.sure}
        points={Object.entries(course.certainty).map(([part, sure]) => words.part(part, sure))}
      />
      <Facts title={words.trials} points={course.evidence} />
      <Facts title={words.goes} points={course.outlook.map(({ text }) => text)} />
    </>
  )
}
