/** All that a course is composed from. */
import type { CourseTable } from '../knowledge/course-schema.ts'
import type { PlanKnowledge } from '../plan/knowledge.ts'

export interface CourseKnowledge extends PlanKnowledge {
  readonly courses: CourseTable
}
