/** Passes something on: by the device's own sheet where it has one, else to the clipboard or the downloads. */
import { download } from './download.ts'

const hasSheet: boolean = 'share' in navigator

export type Shared = 'shared' | 'copied' | 'saved' | 'failed'

export async function shareWords(text: string): Promise<Shared> {
  if (hasSheet) return offer({ text })
  return navigator.clipboard.writeText(text).then(
    () => 'copied',
    () => 'failed',
  )
}

export async function sharePicture(name: string, picture: Blob): Promise<Shared> {
  const files = [new File([picture], name, { type: picture.type })]
  if (hasSheet && navigator.canShare({ files })) return offer({ files })
  download(name, picture, picture.type)
  return 'saved'
}

/** A sheet that was closed again is no failure. */
const offer = (what: ShareData): Promise<Shared> =>
  navigator.share(what).then(
    () => 'shared',
    (problem: Error) => (problem.name === 'AbortError' ? 'shared' : 'failed'),
  )
