/** The form, drawn by Smart Forms of CSIRO; the page under test hands it a questionnaire and reads the answers. */
import {
  BaseRenderer,
  buildForm,
  getResponse,
  RendererThemeProvider,
  useRendererQueryClient,
} from '@aehrc/smart-forms-renderer'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'

function Form() {
  const client = useRendererQueryClient()
  return (
    <RendererThemeProvider>
      <QueryClientProvider client={client}>
        <BaseRenderer />
      </QueryClientProvider>
    </RendererThemeProvider>
  )
}

window.draw = async questionnaire => {
  await buildForm({ questionnaire })
  createRoot(document.body.appendChild(document.createElement('main'))).render(<Form />)
}
window.answers = getResponse
