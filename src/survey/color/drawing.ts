export type Matrix = [number, number, number, number, number, number]

export interface Paint {
  color: string
  opacity: number
}

/** One shape of a logo, with everything that it inherits. */
export interface Shape {
  transforms: Matrix[]
  /** as in SVG */
  path: string
  fill?: Paint
  stroke?: Paint
  strokeWidth: number
  evenOdd: boolean
}

/** A logo drawn in shapes. */
export interface Drawing {
  x: number
  y: number
  width: number
  height: number
  shapes: Shape[]
}
