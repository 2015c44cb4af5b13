import type { ComponentChildren } from 'preact'

/** Where the script draws the figure's table. Its message is its name; the table has the rest. */
export function Plot({ message, children }: { message: string; children?: ComponentChildren }) {
  return (
    <div class="plot" hidden>
      <div class="canvas">
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <canvas role="img" aria-label={message} />
      </div>
      {children}
    </div>
  )
}
