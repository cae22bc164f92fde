/** Money is integer pence, without VAT unless said. */
const whole = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const exact = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** The most that fits: £20m in one amount. */
export const MOST_PENCE = 2_000_000_000;

/** `£120,000`, or `£120,000.50` where there are pence. */
export const showMoney = (pence: number): string => (pence % 100 === 0 ? whole : exact).format(pence / 100);

/** `£120,000`, `120000`, `120,000.50` as pence; null when it is no amount of money. */
export function parseMoney(text: string): number | null {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match?.[1]) return null;
  const pence = Number(match[1].replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return pence <= MOST_PENCE ? pence : null;
}
