/** Money known for some of several questions. A question without a figure is unknown, never zero. */
export interface Coverage {
  knownPence: number;
  costed: number;
  all: number;
}

/** `£2.4m`, `£120k`, `£950`: short, for totals. */
export function showShort(pence: number): string {
  const pounds = pence / 100;
  const short = (value: number) => value.toFixed(1).replace(/\.0$/, '');
  if (pounds >= 999_500) return `£${short(pounds / 1_000_000)}m`;
  if (pounds >= 999.5) return `£${Math.round(pounds / 1_000)}k`;
  return `£${Math.round(pounds)}`;
}

/** `£2.4m known, 7 of 9 questions costed`: a total always says what it covers. */
export function showCoverage({ knownPence, costed, all }: Coverage): string {
  if (all === 0) return 'Nothing bought yet';
  const noun = all === 1 ? 'question' : 'questions';
  if (costed === 0) return `Cost unknown, 0 of ${all} ${noun} costed`;
  return `${showShort(knownPence)} known, ${costed} of ${all} ${noun} costed`;
}
