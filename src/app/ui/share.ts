/** Shares something: with the device's own dialog if there is one, else by the clipboard or a download. */
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

/** Closing the dialog without sharing is not an error. */
const offer = (what: ShareData): Promise<Shared> =>
  navigator.share(what).then(
    () => 'shared',
    (problem: Error) => (problem.name === 'AbortError' ? 'shared' : 'failed'),
  )
