/** Says why the foods could not be loaded: no network, or a newer version on the server. */
import { isNewerThere, loadNewer } from '../state/newer-version.ts'

const words = {
  newer: 'A newer Unknot has come. The foods of this one are gone. Load the newer one to go on; your diary stays.',
  load: 'Load it',
}

/** `text` is shown unless a newer version is the reason. */
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
