import { expect } from 'vitest'
import { makeInterface } from '../../src/i18n.ts'
import type { OfficeFrame } from '../../src/pages/office/frame.tsx'
import { expectSoundHtml, strict } from '../html.ts'

const face = makeInterface()

/** A visitor's frame, whose words must all be there. */
export function visitor(language: string, path = '/office/sign-in'): OfficeFrame {
  return {
    language,
    languages: face.officeLanguages,
    surveyLanguages: face.languages,
    words: strict(face.words(language)),
    assets: {
      officeStyle: '/assets/office.css',
      dashboardScript: '/assets/dashboard.js',
      editorScript: '/assets/editor.js',
      passkeyScript: '/assets/passkey.js',
      textRoomScript: '/assets/text-room.js',
    },
    csrf: 'token',
    path,
  }
}

export const planner = (language: string, path = '/office'): OfficeFrame => ({
  ...visitor(language, path),
  organisation: { id: 'region', name: 'Region <Prov>', accent: '#0b5f66', demo: true },
  user: { name: 'Åsa <Öberg>', role: 'administrator' },
})

/** Sound, and with the styles of the one sheet alone. */
export async function expectSound(html: string) {
  await expectSoundHtml(html)
  expect(html).not.toContain('<style')
}

/** The words of a piece of HTML, one space between. */
export const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
