import { showMoney } from '../../money';

/** Standard rate of VAT, in percent. Budgets stand without it, thresholds with it. */
const VAT_PERCENT = 20;

/** Thresholds of the Procurement Act 2023 as data with dates, in pence with VAT and extensions. */
const THRESHOLDS = [{ from: '2026-01-01', central: 13_501_800, others: 20_772_000 }] as const;

/** From these totals a notice is due when an opportunity below the threshold is advertised. */
const NOTICES = [{ from: '2026-01-01', central: 1_200_000, others: 3_000_000 }] as const;

export type Buyer = 'central' | 'others';

export const buyerOf = (organisationKind: string): Buyer =>
  organisationKind === 'central-government-department' ? 'central' : 'others';

const inForce = <Row extends { from: string }>(rows: readonly Row[], day: Date): Row | undefined =>
  [...rows].reverse().find(({ from }) => new Date(from) <= day);

export const withVat = (pence: number): number => Math.round((pence * (100 + VAT_PERCENT)) / 100);

/** What a budget without VAT means for procurement on a day; nothing for no budget or an unknown time. */
export function thresholdWarnings(budgetWithoutVat: number | null, buyer: Buyer, day: Date): string[] {
  const [threshold, notice] = [inForce(THRESHOLDS, day), inForce(NOTICES, day)];
  if (budgetWithoutVat === null || !threshold || !notice) return [];
  const total = withVat(budgetWithoutVat);
  const shown = `${showMoney(total)} with VAT`;
  if (total >= threshold[buyer])
    return [
      `${shown} reaches the threshold of ${showMoney(threshold[buyer])}: the Procurement Act 2023 applies in full. Publish the tender notice on the central digital platform before this question. Soundings is not the statutory tender system.`,
    ];
  if (total >= notice[buyer])
    return [
      `${shown} is below the threshold of ${showMoney(threshold[buyer])}, but from ${showMoney(notice[buyer])} a below-threshold tender notice is due when the opportunity is advertised. Keep its number with your procurement file.`,
    ];
  return [];
}
