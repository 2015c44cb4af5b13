interface Framing {
  /** the page shows pages of ours in a frame */
  frames?: boolean
  /** the page stands in a frame of ours, and sends nothing */
  framed?: boolean
}

/**
 * The headers of every HTML page. `style` is a source expression for the page's styles, `more`
 * are directives of its own.
 */
export const pageHeaders = (
  style: string,
  more: string[] = [],
  { frames, framed }: Framing = {},
) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' data:",
    ...(frames ? ["frame-src 'self'"] : []),
    `connect-src ${framed ? "'none'" : "'self'"}`,
    `form-action ${framed ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
    ...more,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
})
