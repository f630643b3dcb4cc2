/** A claim drawn as a picture on the device, to be passed on: the same words and colours as its card, in light. */
import { answerOf } from '../../evidence/answer-of.ts'
import { isAgreed, reviewerOf } from '../../evidence/review-verdict.ts'
import { cite, verdictNames } from '../../evidence/share.ts'
import type { Claim } from '../../knowledge/claim-schema.ts'
import type { Source } from '../../knowledge/schema.ts'
import { certainties, type Verdict } from '../../knowledge/vocabulary.ts'

const words = {
  instead: 'Instead: ',
  matters: 'Why it matters: ',
  certainty: ['Very low certainty', 'Low certainty', 'Moderate certainty', 'High certainty'],
  past: (day: string) => `Needs review since ${day}`,
  foot: (reviewer: string) => `Unknot · ${reviewer} · not medical advice`,
  unreviewed: 'not reviewed by a clinician',
  reviewed: (by: string) => `reviewed by ${by}`,
}

const width = 1080
const edge = 72
const room = width - 2 * edge

/** What is drawn, from the top down: a text with its look. */
interface Line {
  readonly text: string
  readonly font: string
  readonly leading: number
  readonly colour: string
  /** Space above. */
  readonly gap: number
}

type Cited = Readonly<Record<string, Pick<Source, 'title' | 'citation'>>>

/** A PNG 1080 pixels wide, as high as its words need. `day` is YYYY-MM-DD. */
export async function drawClaim(claim: Claim, sources: Cited, day: string): Promise<Blob> {
  await Promise.all(['400', '700'].map(weight => document.fonts.load(`${weight} 40px ${family}`)))
  const colour = lightColours()
  const canvas = document.createElement('canvas')
  canvas.width = width
  const measured = canvas.getContext('2d')
  if (!measured) throw new Error('this browser draws no pictures')
  const lines = linesOf(claim, sources, day, colour).flatMap(line =>
    wrapped(measured, line).map((text, index) => ({ ...line, text, gap: index === 0 ? line.gap : 0 })),
  )
  canvas.height = lines.reduce((sum, { gap, leading }) => sum + gap + leading, 2 * edge)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws no pictures')
  context.fillStyle = colour('--paper')
  context.fillRect(0, 0, canvas.width, canvas.height)
  let y = edge
  for (const { text, font, leading, gap, colour: fill } of lines) {
    y += gap + leading
    Object.assign(context, { font, fillStyle: fill })
    context.fillText(text, edge, y - leading * 0.25)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png'),
  )
}

const family = '"Atkinson Hyperlegible Next", Verdana, sans-serif'

const tones: Readonly<Record<Verdict, readonly [sign: string, colour: string]>> = {
  wrong: ['✕', '--pain-ink'],
  unsupported: ['–', '--pain-ink'],
  contested: ['◐', '--soon-ink'],
  partly: ['◐', '--soon-ink'],
  supported: ['✓', '--ease-ink'],
}

function linesOf(claim: Claim, sources: Cited, day: string, colour: (name: string) => string): readonly Line[] {
  const [sign, tone] = tones[claim.verdict]
  const level = certainties.indexOf(claim.certainty)
  const isPast = claim.nextReview < day
  const text = (size: number, weight: number, name: string, gap: number) => ({
    font: `${weight} ${size}px ${family}`,
    leading: Math.round(size * 1.32),
    colour: colour(name),
    gap,
  })
  const cited = claim.sources.map(id => sources[id]).filter(source => source !== undefined)
  return [
    { text: answerOf(claim), ...text(56, 700, '--ink', 0) },
    {
      text: claim.answer ? `${sign}  ${verdictNames[claim.verdict]}: “${claim.says}”` : sign,
      ...text(38, 700, tone, 36),
    },
    {
      text: isPast
        ? words.past(claim.nextReview)
        : `${'▮'.repeat(level + 1)}${'▯'.repeat(3 - level)}  ${words.certainty[level]}`,
      ...text(32, 700, '--ink', 28),
    },
    { text: claim.correction, ...text(42, 400, '--ink', 28) },
    ...(claim.instead ? [{ text: words.instead + claim.instead, ...text(36, 400, '--ink', 28) }] : []),
    ...(claim.matters ? [{ text: words.matters + claim.matters, ...text(36, 400, '--ink-2', 28) }] : []),
    ...cited.map((source, index) => ({
      text: cite(source),
      ...text(26, 400, '--ink-2', index === 0 ? 48 : 8),
    })),
    {
      text: words.foot(isAgreed(claim) ? words.reviewed(reviewerOf(claim)) : words.unreviewed),
      ...text(26, 700, '--ease-ink', 48),
    },
  ]
}

/** Breaks a text at spaces so that each line has room. */
function wrapped(context: CanvasRenderingContext2D, { text, font }: Line): readonly string[] {
  context.font = font
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** The tokens as they are in light, whatever the theme on screen. */
function lightColours(): (name: string) => string {
  const probe = document.createElement('div')
  probe.dataset.theme = 'light'
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const names = ['--paper', '--ink', '--ink-2', '--ease-ink', '--pain-ink', '--soon-ink']
  const values = new Map(names.map(name => [name, style.getPropertyValue(name).trim()]))
  probe.remove()
  return name => values.get(name) ?? 'black'
}
