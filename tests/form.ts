/** A form as a browser encodes it; several values repeat the field. */
export function formOf(fields: Record<string, string | string[]>): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return form.toString()
}
