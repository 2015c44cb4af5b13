import type { ComponentChildren } from 'preact'

/** A wide table scrolls by itself, also by keyboard, so that the page need not. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
