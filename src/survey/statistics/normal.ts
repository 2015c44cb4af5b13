/** The standard normal quantile that leaves 2.5 % above it: 95 % lie between −Z and Z. */
export const Z = 1.959963984540054

/**
 * The share of a standard normal distribution below z, to about 15 digits. J. F. Hart et al.,
 * Computer Approximations (1968), as given by G. West, Better approximations to cumulative normal
 * functions, Wilmott Magazine, May 2005.
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z)
  const above = x > 37 ? 0 : Math.exp((-x * x) / 2) * tail(x)
  return z > 0 ? 1 - above : above
}

const tail = (x: number) =>
  x < 7.071_067_811_865_47
    ? horner(upper, x) / horner(lower, x)
    : 1 / (2.506_628_274_631 * (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))))

const horner = (coefficients: number[], x: number) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

const upper = [
  0.035_262_496_599_891_1, 0.700_383_064_443_688, 6.373_962_203_531_65, 33.912_866_078_383,
  112.079_291_497_871, 221.213_596_169_931, 220.206_867_912_376,
]
const lower = [
  0.088_388_347_648_318_4, 1.755_667_163_182_64, 16.064_177_579_207, 86.780_732_202_946_1,
  296.564_248_779_674, 637.333_633_378_831, 793.826_512_519_948, 440.413_735_824_752,
]
