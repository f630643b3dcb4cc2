/** The recovery code, shown once: 24 words, a code to scan, and a page to print. Sync begins when it is safe. */
import { recoveryCode } from '../../sync/recovery-code.ts'
import { QrCode } from '../ui/qr-code.tsx'
import { Top } from '../ui/top.tsx'
import { useSecret } from './live.ts'

const words = {
  title: 'Your recovery code',
  lead: 'These 24 words are the only key to your diary on other devices.',
  once: 'They are shown once. Write them down, in this order, or print this page.',
  keep: 'Keep them with papers that matter. Whoever has them can read your diary.',
  lost: 'If they are lost, nobody can give you new ones.',
  list: 'The 24 words, in order',
  scan: 'Or scan them with the camera of your other device.',
  code: 'Code to scan. It holds the same 24 words.',
  print: 'Print this page',
  safe: 'I have them safe',
  back: 'Settings',
  paper: 'Unknot recovery code',
}

export interface NewCode {
  readonly secret: Uint8Array
  readonly serverKey: string
}

interface CodeProps {
  readonly code: NewCode
  readonly onSafe: () => void
}

export function RecoveryCode({ code: { secret, serverKey }, onSafe }: CodeProps) {
  const code = recoveryCode(secret)
  const begin = async () => {
    await useSecret(secret, { epoch: 0, serverKey })
    onSafe()
  }
  return (
    <main id="main" class="page stack gap-5 recovery" data-screen="sync" tabIndex={-1}>
      <Top back={['/settings', words.back]} />
      <div class="stack gap-2">
        <p class="paper-only">{words.paper}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>
          <b>{words.once}</b>
        </p>
      </div>
      <ol class="code-words" aria-label={words.list}>
        {code.split(' ').map((word, place) => (
          <li key={`${place}-${word}`}>{word}</li>
        ))}
      </ol>
      <div class="stack gap-2">
        <p>{words.keep}</p>
        <p>{words.lost}</p>
      </div>
      <div class="stack gap-2">
        <p class="quiet">{words.scan}</p>
        <QrCode text={code} name={words.code} />
      </div>
      <button type="button" class="btn big screen-only" onClick={() => print()}>
        {words.print}
      </button>
      <div class="dock">
        <button type="button" class="btn next" onClick={() => void begin()}>
          {words.safe}
        </button>
      </div>
    </main>
  )
}
