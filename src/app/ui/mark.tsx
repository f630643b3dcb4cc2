/** The name and logo, which lead home. */
const words = { name: 'Unknot' }

export const Mark = () => (
  <a class="mark" href="/">
    <svg viewBox="0 0 36 24" aria-hidden="true">
      <path d="M2 17c6 0 8-2.5 10-6.5s6.5-5 8-1.5c1.6 3.6-2.6 6.7-6 4.5S12 4.5 17 4.5C23 4.5 25 17 34 17" />
    </svg>
    {words.name}
  </a>
)
