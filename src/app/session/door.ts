/** What other capabilities may use of this one. */
export { Clock } from './clock.tsx'
export { Body, Still, useMoment } from './player.tsx'
export { scriptOf } from './script-of.ts'
export { startInCourse } from './started-as.ts'
