/** Shown when anything fails: never a remedy, always the way to help. */
const words = {
  title: 'Something failed here',
  help: 'If you may be in danger, call your emergency number now.',
  numbers: ['112', '911', '999', '000'],
  today:
    'Numb between the legs, weak legs, chest pain, or trouble with pee or poo need help now. Other new signs need a clinician today.',
  again: 'Load Unknot again',
}

export function Failed(_props: { readonly id: string }) {
  return (
    <main id="main" class="page stack" data-screen="failed" tabIndex={-1}>
      <h1>{words.title}</h1>
      <p class="lead">{words.help}</p>
      <p class="chips">
        {words.numbers.map(number => (
          <a key={number} class="chip" href={`tel:${number}`}>
            {number}
          </a>
        ))}
      </p>
      <p>{words.today}</p>
      <button type="button" class="btn big" onClick={() => location.assign('/')}>
        {words.again}
      </button>
    </main>
  )
}
