/** Texts of one field that may be read, of one group of responses. */
export interface TextGroup {
  /** a site's id, 'none' or 'others' */
  group: string
  texts: string[]
  /** how many more the group has */
  more: number
}
