/** After everything was deleted: restores it, until the page is closed. */
import { putBack } from '../state/log.ts'

const words = {
  deleted: 'Everything was deleted. Until this page is closed, it can come back.',
  putBack: 'Put it back',
}

export function PutBack() {
  if (!putBack.value) return null
  return (
    <div class="card stack gap-3">
      <p>{words.deleted}</p>
      <button type="button" class="btn big" onClick={() => void putBack.value?.()}>
        {words.putBack}
      </button>
    </div>
  )
}
