/** 95 % intervals that stay sensible for small numbers. */

type Interval = readonly [low: number, high: number];

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/** Of a share, in per cent (Wilson 1927; Newcombe, Statistics in Medicine 17, 1998, method 3). */
export function wilson(count: number, of: number): Interval {
  const share = count / of;
  const centre = share + (Z * Z) / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 100 / (1 + (Z * Z) / of);
  return [Math.max(0, (centre - half) * scale), Math.min(100, (centre + half) * scale)];
}

/** 97.5 % quantile of Student's t (Abramowitz and Stegun 26.7.5), from four degrees of freedom on. */
export function studentT(degrees: number): number {
  const terms = [Z, (Z ** 3 + Z) / 4, (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96, (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384, (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92160];
  return terms.reduce((all, term, power) => all + term / degrees ** power, 0);
}

/** Of a mean, by Student's t, no wider than the scale. `variance`: with n - 1. */
export function ofMean(mean: number, variance: number, n: number, [least, most]: Interval): Interval {
  const half = studentT(n - 1) * Math.sqrt(variance / n);
  return [Math.max(least, mean - half), Math.min(most, mean + half)];
}

/** The largest variance, with n - 1, that values of the scale with this mean can have (Bhatia and Davis 2000). */
export const largestVariance = (mean: number, n: number, [least, most]: Interval): number => (Math.max(0, (mean - least) * (most - mean)) * n) / (n - 1);

/**
 * Of a net promoter score, -100 to 100: adjusted Wald with three observations more, a
 * quarter of them promoters, a quarter detractors (Rocks, The American Statistician 70,
 * 2016).
 */
export function ofNps(promoters: number, detractors: number, n: number): Interval {
  const [up, down] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const half = Z * Math.sqrt((up + down - (up - down) ** 2) / (n + 3));
  return [Math.max(-100, (up - down - half) * 100), Math.min(100, (up - down + half) * 100)];
}
