/** The courses and the six questions of their second week, for a reviewer. */
import type { Knowledge } from '../read.ts'
import { named, parts, type Reviewable, topic } from './topic.ts'

export const reviewOfCourses = ({ courses, courseQuestions }: Knowledge): readonly Reviewable[] => [
  ...topic('course', courses, {
    title: ({ name }) => name,
    harm: () => 'medium',
    specialties: () => ['physiotherapy'],
    rule: ({ care, variants }) =>
      parts(
        ...care.map(({ at, when, tier }) => named(at, `${when.join(' or ')}: ${tier}`)),
        ...Object.entries(variants).map(([id, { mostWalkMinutes, mostSets }]) =>
          named(
            id,
            [mostWalkMinutes && `${mostWalkMinutes} min`, mostSets && `${mostSets} sets`].filter(Boolean).join(', '),
          ),
        ),
      ),
    action: ({ lead, easy, weeks, slots, avoid, evidence }) =>
      parts(
        lead,
        ...[easy, ...weeks].map(({ walk, sets }, at) =>
          named(
            at === 0 ? 'Easy' : `Week ${at}`,
            `walk ${walk.minutes} min on ${walk.days} days, sets ${sets.join(', ')}`,
          ),
        ),
        ...slots.map(({ name, choices }) =>
          named(name, [...new Set(choices.flatMap(each => each.exercises))].join(', ')),
        ),
        ...avoid.map(({ what, untilWeek }) => named(`Avoid until week ${untilWeek}`, what)),
        ...evidence,
      ),
  }),
  ...topic('course-question', courseQuestions, {
    title: ({ asks }) => asks,
    harm: ({ thenAsk }) => (thenAsk ? 'high' : 'low'),
    specialties: () => ['physiotherapy'],
    action: ({ title, points, tier }) => parts(title, ...points, named('How soon', tier)),
  }),
]
