/** Why the foods do not open, and the way on: the network, or the newer Unknot that took this one's place. */
import { isNewerThere, loadNewer } from '../state/newer-version.ts'

const words = {
  newer: 'A newer Unknot has come. The foods of this one are gone. Load the newer one to go on; your diary stays.',
  load: 'Load it',
}

/** `text` is said where it is no newer version. */
export const FoodFailed = ({ text }: { readonly text: string }) =>
  isNewerThere.value ? (
    <div class="stack gap-2">
      <p class="caution">{words.newer}</p>
      <p>
        <button type="button" class="btn" onClick={() => void loadNewer()}>
          {words.load}
        </button>
      </p>
    </div>
  ) : (
    <p class="caution">{text}</p>
  )
