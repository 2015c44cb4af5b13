/** A longer text of a survey, with its own breaks between paragraphs. */
export const Paragraphs = ({ text }: { text: string }) =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => <p>{part.trim()}</p>)
