/** The part of an entry whose data comes only once it is opened. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface BodyProps {
  readonly kind: string
  readonly id: string
}

/** `from` is one and the same function for one part, so that it is loaded once. */
export function Later({ from, ...props }: BodyProps & { readonly from: () => Promise<FunctionComponent<BodyProps>> }) {
  const [Loaded, setLoaded] = useState<FunctionComponent<BodyProps>>()
  useEffect(() => {
    let isWanted = true
    void from().then(part => {
      if (isWanted) setLoaded(() => part)
    })
    return () => {
      isWanted = false
    }
  }, [from])
  return Loaded ? <Loaded {...props} /> : null
}
