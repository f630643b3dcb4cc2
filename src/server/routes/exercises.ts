/** `GET /api/exercises/:id`: how to do an exercise, who should not do it, and its drawn frames. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { exercises } from '../../knowledge/exercises.gen.ts'
import { frameTexts } from '../../knowledge/frame-texts.gen.ts'
import { frames } from '../../knowledge/frames.gen.ts'
import { answers, refuses } from '../body.ts'

export const ExerciseBody = v.looseObject({
  id: v.string(),
  name: v.string(),
  regions: v.array(v.string()),
  steps: v.array(v.string()),
  notFor: v.array(v.looseObject({ fact: v.string(), action: v.string(), text: v.string() })),
  sources: v.array(v.string()),
  nextReview: v.string(),
  drawing: v.looseObject({ view: v.string(), frames: v.array(v.looseObject({ label: v.string(), cue: v.string() })) }),
})

export const exerciseRoutes = () =>
  new Hono().get(
    '/:id',
    describeRoute({
      summary: 'One exercise with its frames',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { 200: answers('The exercise', ExerciseBody), 404: refuses('No such exercise') },
    }),
    c => {
      const id = c.req.param('id')
      const exercise = Object.hasOwn(exercises, id) ? exercises[id] : undefined
      if (exercise === undefined)
        return c.json(
          { error: `there is no exercise ${JSON.stringify(id.slice(0, 60))}: unknot session --list names them` },
          404,
        )
      const drawing = frames[id]
      const described = drawing?.frames.map((frame, index) => ({ ...frameTexts[id]?.[index], ...frame }))
      return c.json({ id, ...exercise, drawing: { ...drawing, frames: described } })
    },
  )
