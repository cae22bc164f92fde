/** Activity and money on what a list names, beside all of it. */
export interface Alignment {
  onPriorities: number;
  elsewhere: number;
  /** With no threat area: counted in the whole, on neither side. */
  untagged: number;
}

const ratio = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** On priorities ÷ all, from 0 to 1; null of nothing. */
export function ratioOf({ onPriorities, elsewhere, untagged }: Alignment): number | null {
  const all = onPriorities + elsewhere + untagged;
  return all === 0 ? null : onPriorities / all;
}

/** `0.40`; never 1.00 of less than all nor 0.00 of something. */
export function showRatio(alignment: Alignment): string {
  const exact = ratioOf(alignment);
  if (exact === null) return 'Nothing to compare';
  if (exact > 0 && exact < 0.005) return 'less than 0.01';
  if (exact < 1 && exact >= 0.995) return 'more than 0.99';
  return ratio.format(exact);
}

/** Two ways to the share overseas: by the mark of each line, and by adding up the types of action. */
export function overseasTwice(
  totals: { overseas: number; all: number },
  types: readonly { overseas: number; amount: number }[],
): { byMark: number | null; byType: number | null; agree: boolean } {
  const sum = (of: (one: { overseas: number; amount: number }) => number) =>
    types.reduce((all, one) => all + of(one), 0);
  const share = (part: number, whole: number) => (whole === 0 ? null : (100 * part) / whole);
  const byMark = share(totals.overseas, totals.all);
  const byType = share(
    sum(({ overseas }) => overseas),
    sum(({ amount }) => amount),
  );
  return { byMark, byType, agree: byMark === byType };
}
