/** Shown on a screen of sharing while sync is off: why it is needed, and where to turn it on. */
const turnOn = 'More devices'

export const NeedsSync = ({ why }: { readonly why: string }) => (
  <section class="card stack gap-3">
    <p>{why}</p>
    <a class="btn big" href="/sync">
      {turnOn}
    </a>
  </section>
)
