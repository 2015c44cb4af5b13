import { expect, test } from 'vitest'
import { journeys } from './browser.ts'
import { enrolled, onward, openSurveys } from './tablet.ts'
import { shoot } from './screenshots.ts'

const here = journeys({ prepare: openSurveys() })

test('first', async () => {
  const { page } = await enrolled(here)
  await shoot(page, 'k-start')
  await page.getByRole('button', { name: 'Dansk' }).tap()
  await page.getByText('Spørgsmål 1 af').waitFor()
  await shoot(page, 'k-q1')
  await onward(page)
  await shoot(page, 'k-q1-fault')
})
