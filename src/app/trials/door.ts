/** What other capabilities may use of this one. */
export { openCourse } from './courses.ts'
