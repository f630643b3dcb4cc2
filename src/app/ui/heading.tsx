/** The title of a screen, and its purpose. */
export interface HeadingProps {
  readonly title: string
  readonly lead: string
}

export const Heading = ({ title, lead }: HeadingProps) => (
  <div class="stack gap-2">
    <h1>{title}</h1>
    <p class="lead">{lead}</p>
  </div>
)
