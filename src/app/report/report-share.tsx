/** Shares the report without a server: as text, as a QR code, as a locked file. */
import type { ComponentChildren } from 'preact'
import { type PageOptions, reportHtml } from '../../report/page.ts'
import type { Paper } from '../../report/paper.ts'
import type { Report } from '../../report/report.ts'
import { reportSummary, reportText } from '../../report/text.ts'
import { LockForm, sealText, useLock } from '../backup/door.ts'
import { isSyncOn } from '../state/sync-on.ts'
import { download } from '../ui/download.ts'
import { Icon } from '../ui/icon.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { shareWords } from '../ui/share.ts'
import { toast } from '../ui/toast.tsx'

const words = {
  title: 'Pass it on',
  lead: 'No account is used. It goes only where you send it.',
  clinic: 'As a link for the clinic',
  text: 'As text',
  copied: 'The text is copied.',
  failed: 'It could not be passed on. Print it, or save the file.',
  shared: '',
  saved: '',
  code: 'As a code to scan',
  codeLead: 'A phone’s camera reads these lines from your screen. Whoever scans it can read it.',
  codeName: (text: string) => `Code to scan. It says: ${text}`,
  file: 'As a locked file',
  fileLead: 'A file in the age format. Whoever gets it needs the age program and your words.',
  save: 'Save the locked file',
  done: 'The file is saved. Tell the words by phone, not in the same message.',
}

interface ShareProps extends PageOptions {
  readonly report: Report
  readonly paper: Paper
}

export function ReportShare({ report, paper, isDetailed }: ShareProps) {
  const share = async () => {
    const outcome = await shareWords(reportText(report, { isDetailed }))
    if (words[outcome] !== '') toast.value = { text: words[outcome] }
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      <button type="button" class="btn big" onClick={() => void share()}>
        <Icon name="share" />
        {words.text}
      </button>
      <Fold title={words.code}>
        <Code text={reportSummary(report)} />
      </Fold>
      {isSyncOn.value && (
        <a class="btn big" href="/clinic">
          {words.clinic}
        </a>
      )}
      <Fold title={words.file}>
        <Locked html={reportHtml(report, { paper, isDetailed })} name={`unknot-report-${report.made}.html.age`} />
      </Fold>
    </section>
  )
}

interface FoldProps {
  readonly title: string
  readonly children: ComponentChildren
}

const Fold = ({ title, children }: FoldProps) => (
  <details class="fold">
    <summary>
      <h3>{title}</h3>
      <Icon name="next" />
    </summary>
    <div class="stack gap-3">{children}</div>
  </details>
)

const Code = ({ text }: { readonly text: string }) => (
  <>
    <p class="quiet">{words.codeLead}</p>
    <QrCode text={text} name={words.codeName(text)} />
    <p class="note">{text}</p>
  </>
)

function Locked({ html, name }: { readonly html: string; readonly name: string }) {
  const lock = useLock()
  const save = async () => {
    const sealed = await sealText(html, lock.passphrase)
    download(name, sealed as Uint8Array<ArrayBuffer>, 'application/octet-stream')
    toast.value = { text: words.done }
  }
  return (
    <>
      <p class="quiet">{words.fileLead}</p>
      <LockForm lock={lock} button="big" save={words.save} onSave={save} />
    </>
  )
}
