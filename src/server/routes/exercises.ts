/** `GET /api/exercises/:id`: how an exercise is done, for whom it is not, and its drawn frames. */
import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import * as v from 'valibot'
import { exercises } from '../../knowledge/exercises.gen.ts'
import { frames } from '../../knowledge/frames.gen.ts'
import { ErrorBody } from '../body.ts'

const ExerciseBody = v.looseObject({
  id: v.string(),
  name: v.string(),
  steps: v.array(v.string()),
  drawing: v.looseObject({}),
})

export const exerciseRoutes = () =>
  new Hono().get(
    '/:id',
    describeRoute({
      summary: 'One exercise with its frames',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'The exercise', content: { 'application/json': { schema: resolver(ExerciseBody) } } },
        404: { description: 'No such exercise', content: { 'application/json': { schema: resolver(ErrorBody) } } },
      },
    }),
    c => {
      const id = c.req.param('id')
      const exercise = Object.hasOwn(exercises, id) ? exercises[id] : undefined
      if (exercise === undefined)
        return c.json({ error: `there is no exercise "${id.slice(0, 60)}": unknot session --list names them` }, 404)
      return c.json({ id, ...exercise, drawing: frames[id] })
    },
  )
