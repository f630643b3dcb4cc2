/** Five bars against target and limit, each with its sentence; what a menu would add is hatched. */
import { type Nutrient, nutrients } from '../../knowledge/vocabulary.ts'
import type { Intake } from '../../nutrition/intake.ts'
import type { Targets } from '../../nutrition/targets.ts'

const words = {
  title: 'Five nutrients',
  names: { potassium: 'Potassium', magnesium: 'Magnesium', calcium: 'Calcium', 'vitamin-d': 'Vitamin D', zinc: 'Zinc' },
  atLeast: 'at least',
  of: (target: string, unit: string) => `of ${target} ${unit}`,
  noTarget: (unit: string) => `${unit}, no target known`,
  unknown: (count: number, foods: number) => `${count} of ${foods} foods unknown`,
  over: (upper: string, unit: string) => `Over the limit of ${upper} ${unit}`,
  spoken: (name: string, amount: string, target: string, unit: string) =>
    `At least ${amount} of ${target} ${unit} of ${name}`,
  rich: 'Foods rich in it',
  after: (amount: string) => `${amount} with this menu`,
}
export const units = { potassium: 'mg', magnesium: 'mg', calcium: 'mg', 'vitamin-d': 'µg', zinc: 'mg' } as const

export const nutrientNames: Readonly<Record<Nutrient, string>> = words.names

export interface BarsProps {
  readonly targets: Targets
  readonly intakes: Readonly<Record<Nutrient, Intake>>
  readonly foods: number
  /** What it would be with the menu. */
  readonly after?: Readonly<Record<Nutrient, { readonly amount: number }>>
}

export const NutrientBars = ({ targets, intakes, foods, after }: BarsProps) => (
  <>
    <h2 class="hide">{words.title}</h2>
    {nutrients.map(nutrient => {
      const { target, unit, upper, upperScope } = targets.nutrients[nutrient]
      const { amount, unknown } = intakes[nutrient]
      const then = after?.[nutrient].amount ?? amount
      const share = (value: number) => (target ? Math.min(100, (100 * value) / target) : 0)
      const isOver = upper !== null && upperScope === 'all' && Math.max(amount, then) > upper
      const spoken = target === null ? '' : words.spoken(words.names[nutrient], figure(amount), figure(target), unit)
      return (
        <div class="nutrient" key={nutrient}>
          <h3>{words.names[nutrient]}</h3>
          <p class="got">
            <span class="quiet">{words.atLeast}</span> <b class="num">{figure(amount)}</b>{' '}
            <span class="quiet num">{target === null ? words.noTarget(unit) : words.of(figure(target), unit)}</span>
          </p>
          {target !== null && (
            // biome-ignore lint/a11y/useSemanticElements: a <meter> cannot show what a menu would add
            <div
              class="meter"
              role="meter"
              aria-label={words.names[nutrient]}
              aria-valuemin={0}
              aria-valuemax={target}
              aria-valuenow={Math.min(amount, target)}
              aria-valuetext={after ? `${spoken}; ${words.after(figure(then))}` : spoken}
            >
              <i ref={element => width(element, '--have', share(amount))} />
              {after && (
                <i
                  class="plus"
                  ref={element => {
                    width(element, '--have', share(amount))
                    width(element, '--add', share(then) - share(amount))
                  }}
                />
              )}
            </div>
          )}
          {!after && target !== null && amount < target && (
            <a class="short" href={`/rich/${nutrient}`} aria-label={`${words.rich}: ${words.names[nutrient]}`}>
              {words.rich}
            </a>
          )}
          {unknown > 0 && <p class="note">{words.unknown(unknown, foods)}</p>}
          {isOver && <p class="caution">{words.over(figure(upper), unit)}</p>}
        </div>
      )
    })}
  </>
)

/** The content security policy forbids style attributes, but a script may set the property. */
const width = (element: HTMLElement | null, name: string, value: number) => {
  element?.style.setProperty(name, String(Math.max(0, value)))
}

export const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : String(Math.round(value * 10) / 10)
