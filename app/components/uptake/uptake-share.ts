/** `3 of 120 (2.5%)`; of nothing there is no share. */
export function showShare(count: number, of: number): string {
  if (of === 0) return `${count} of 0`;
  const percent = (100 * count) / of;
  const shown = percent > 0 && percent < 10 ? percent.toFixed(1) : percent.toFixed(0);
  return `${count.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} (${shown}%)`;
}
