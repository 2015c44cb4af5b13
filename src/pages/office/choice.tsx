import type { ComponentChildren } from 'preact'
import { Labelled } from './labelled.tsx'

interface ChoiceProps {
  name: string
  label: string
  /** what stands for no choice */
  all?: string
  fault?: string | undefined
  children: ComponentChildren
}

/** One of a list that folds. */
export const Choice = ({ all, children, ...asked }: ChoiceProps) => (
  <Labelled {...asked}>
    {(tied) => (
      <select {...tied}>
        {all && <option value="">{all}</option>}
        {children}
      </select>
    )}
  </Labelled>
)

interface OptionProps {
  value: string
  chosen: string | undefined
  children: ComponentChildren
}

export const Option = ({ value, chosen, children }: OptionProps) => (
  <option value={value} selected={value === chosen}>
    {children}
  </option>
)
