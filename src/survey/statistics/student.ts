import { Z } from './normal.ts'

/**
 * The share of Student's distribution below t: NIST Digital Library of Mathematical Functions,
 * 8.17, by the incomplete beta function at v / (v + t²).
 */
export function studentBelow(t: number, freedom: number): number {
  const outside = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
  return t > 0 ? 1 - outside : outside
}

/**
 * The t that leaves 2.5 % above it: 95 % lie between −t and t. By Newton's method from the normal
 * distribution's, which is never above it, so that every step comes nearer.
 */
export function studentQuantile(freedom: number): number {
  let t = Z
  for (let step = 0; step < 60; step += 1) {
    const next = t + (0.975 - studentBelow(t, freedom)) / density(t, freedom)
    if (Math.abs(next - t) < 1e-13 * t) break
    t = next
  }
  return t
}

function density(t: number, freedom: number): number {
  const rest = -((freedom + 1) / 2) * Math.log1p((t * t) / freedom)
  const front = logGamma((freedom + 1) / 2) - logGamma(freedom / 2) + rest
  return Math.exp(front) / Math.sqrt(freedom * Math.PI)
}

/** DLMF 8.17.22, the continued fraction, worked out by Lentz's method; it is quick below the mean. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  )
  return (front / a) * fraction(x, a, b)
}

const TINY = 1e-300

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const term of [even, odd]) {
      d = 1 / nonzero(1 + term * d)
      c = nonzero(1 + term / c)
      change = c * d
      value *= change
    }
    if (Math.abs(change - 1) < 1e-15) break
  }
  return value
}

const nonzero = (value: number) => (Math.abs(value) < TINY ? TINY : value)

/** C. Lanczos, SIAM Journal on Numerical Analysis 1 (1964), with g = 7 and nine terms. */
function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z)
  const base = z + 6.5
  const sum = terms.reduce((sum, term, index) => sum + term / (z + index), first)
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(base) - base + Math.log(sum)
}

const first = 0.999_999_999_999_809_93
const terms = [
  676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_6,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
]
