/** An exact rational number; `d` is positive and shares no factor with `n`. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function divisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left < 0n ? -left : left;
}

export function fraction(n: bigint | number, d: bigint | number = 1): Fraction {
  const [above, below] = [BigInt(n), BigInt(d)];
  if (below === 0n) throw new RangeError('a fraction of nothing');
  const shared = divisor(above, below) * (below < 0n ? -1n : 1n);
  return { n: above / shared, d: below / shared };
}

export const zero = fraction(0);
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const sum = (all: Fraction[]): Fraction => all.reduce(plus, zero);

/** Negative, zero or positive, as for sorting upwards. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const equals = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;

/** In decimals for people, half rounded away from zero: `96.8`, `100`, `84.5`. Only ever for showing. */
export function inDecimals(value: Fraction, places = 1): string {
  const scale = 10n ** BigInt(places);
  const size = value.n < 0n ? -value.n : value.n;
  const rounded = (size * scale * 2n + value.d) / (value.d * 2n);
  const whole = (rounded / scale).toString();
  const rest = (rounded % scale).toString().padStart(places, '0').replace(/0+$/, '');
  return `${value.n < 0n && rounded > 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** For weighing up alone, never for deciding. */
export const inFloat = ({ n, d }: Fraction): number => Number((n * 1_000_000_000_000n) / d) / 1e12;
