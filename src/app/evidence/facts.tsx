/** A title over a list of sentences, as the pages of entries are made of. */
export const Facts = ({ title, points }: { readonly title: string; readonly points: readonly string[] }) => (
  <section class="stack gap-2">
    <h2 class="group">{title}</h2>
    <ul class="ticks">
      {points.map(point => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </section>
)
