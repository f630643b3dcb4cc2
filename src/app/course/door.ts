/** What other capabilities may use of this one. */
export { CourseLink } from './course-link.tsx'
