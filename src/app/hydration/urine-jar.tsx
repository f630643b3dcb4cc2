/** A glass in one colour of the chart, with its name below. */
export const Jar = ({ colour, isChosen }: { readonly colour: string; readonly isChosen: boolean }) => (
  <svg class="jar-glass" viewBox="0 0 48 64" aria-hidden="true">
    <path class="jar-fill" d="M9 16h30l-3.500 41a3 3 0 0 1-3 2.700H15.500a3 3 0 0 1-3-2.700z" fill={colour} />
    <path class="jar-shine" d="M14.500 20l2.400 32" />
    <path class="jar-edge" d="M7 5h34l-4.500 52.500A4 4 0 0 1 32.500 61h-17a4 4 0 0 1-4-3.500z" />
    {isChosen && <path class="jar-tick" d="m15 36 6.500 7L34 28" />}
  </svg>
)
