/** A small drawing for each gate: strokes on a grid of 48, like the icons. */

/** By the id of the gate. A gate without a drawing of its own gets a question mark. */
const paths: Readonly<Record<string, string>> = {
  'gate-pelvis': 'M10 12c4 3 24 3 28 0M10 12c0 10 4 18 10 26h8c6-8 10-16 10-26M24 27v11M18 20c3 3 9 3 12 0',
  'gate-limbs': 'M17 6v14l-3 11 2 11h6M31 6v14l3 11-2 11h-6M17 20c4 2 10 2 14 0',
  'gate-muscle': 'M19 5c-6 9-7 17-2 24l2 13h9M28 5c5 8 7 15 1 24l-1 6M8 18l3 3-3 3M40 16l-3 3 3 3',
  'gate-pain': 'M26 5 13 27h10l-2 16 14-23H25z',
  'gate-chest': 'M24 41C10 31 7 25 7 18a8 8 0 0 1 15-4l2 3 2-3a8 8 0 0 1 15 4c0 7-3 13-17 23zM9 25h8l3-6 5 12 4-6h10',
  'gate-belly': 'M14 6c-2 9-3 13-3 19 0 9 5 17 13 17s13-8 13-17c0-6-1-10-3-19M24 24.5v.01M18 30c4 4 8 4 12 0',
  'gate-ill': 'M21 7a4 4 0 0 1 8 0v20a8 8 0 1 1-8 0zM25 16v17M33 10h5M33 16h5M33 22h5',
  'gate-head': 'M15 42v-8c-4-3-6-8-6-12C9 12 16 6 25 6s15 7 15 15l4 7h-4v6h-7v8M27 20.5v.01',
  'gate-fits': 'M17 6h14M19 6v9L9 36a4 4 0 0 0 4 6h22a4 4 0 0 0 4-6L29 15V6M14 29h20',
  'gate-illnesses': 'M12 8h24v34H12zM19 5h10v6H19zM24 19v12M18 25h12',
  'gate-takes': 'M17 41a9 9 0 0 1-6-16l14-14a9 9 0 0 1 13 13L24 38a9 9 0 0 1-7 3zM18 18l12 12',
  'gate-pregnancy': 'M22 5a4 4 0 1 0 0 .01M19 14c-2 8-2 16 1 28M23 14c2 3 9 7 9 14 0 6-4 8-8 8M24 36v6',
  'gate-ease': 'M5 33h38M9 33v-5h10l6-6 8 3 6 3v5M12 21a4 4 0 1 0 0 .01M33 14c2-2 4-2 6 0M31 9c3-3 7-3 10 0',
}

const unknown = 'M17 17a7 7 0 1 1 10 6c-2 1-3 3-3 6M24 37v.01'

export const GateIcon = ({ gate }: { readonly gate: string }) => (
  <svg class="gate-icon" viewBox="0 0 48 48" aria-hidden="true">
    <path d={paths[gate] ?? unknown} />
  </svg>
)
