/** Lists have no field of their own: what adds to them is where one begins. */
const beginnings: Record<string, string> = { 'f-questions': 'new-question', 'f-sites': 'add-site' }

/** Brings a field into view, or what is around it where it has none of its own. */
export function reach(id: string) {
  const steps = id.split('.')
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const near = steps.slice(0, depth).join('.')
    const field = document.getElementById(near) ?? document.getElementById(beginnings[near] ?? '')
    if (!field) continue
    const part = field.closest('details')
    if (part) part.open = true
    field.focus()
    field.scrollIntoView({ block: 'center' })
    return
  }
}
