import { codingKeys } from './parts/coding-keys.ts'
import { passageSelection } from './parts/passage-selection.ts'

passageSelection(document)
codingKeys(document)
