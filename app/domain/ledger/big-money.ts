const digits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const SIZES = [
  [1e11, 'bn', 1e11],
  [1e8, 'm', 1e8],
  [1e6, 'k', 1e5],
] as const;

/** Pence as `£2.4bn`, `£12m`, `£120k`, `£950`: short, for totals. */
export function showBig(pence: number): string {
  const size = SIZES.find(([from]) => pence >= from);
  return size ? `£${digits.format(pence / size[2])}${size[1]}` : `£${digits.format(pence / 100)}`;
}
