import { expect, test } from 'vitest'
import { newId } from '../../src/survey/draft/new-id.ts'
import { idShape } from '../../src/survey/draft/node.ts'

test.each([
  ['Hur är vården här?', 'hur-ar-varden-har'],
  ['Hvad synes du om lægehuset på Ærø?', 'hvad-synes-du-om'],
  ['Tillgänglighetsredogörelsen för vården', 'tillganglighetsredogorel'],
  ['ما رأيك؟', 'fraga'],
  ['', 'fraga'],
  ['Other', 'other-2'],
  ['constructor', 'constructor-2'],
  ['Till', 'till-3'],
])('%j becomes %s', (text, id) => {
  expect(newId(text, ['till', 'till-2'], 'fraga')).toBe(id)
  expect(id).toMatch(idShape)
})
