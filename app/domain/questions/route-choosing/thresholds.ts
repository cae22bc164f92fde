import { showMoney } from '../../money';

/** Standard rate of VAT, in percent. Budgets stand without it, thresholds with it. */
const VAT_PERCENT = 20;

export type Buyer = 'central' | 'others';
/** `full`: the law applies in full. `notice`: from here on a notice is due when an opportunity is advertised. */
export type ThresholdKind = 'full' | 'notice';

/** In pence, with VAT and extensions; in force from its day until a later one of its kind. */
export interface Threshold {
  buyer: string;
  kind: string;
  amount: number;
  validFrom: Date;
}

export const BUYERS: Record<Buyer, string> = {
  central: 'Central government',
  others: 'Everybody else: police, local and other bodies',
};
export const THRESHOLD_KINDS: Record<ThresholdKind, string> = {
  full: 'The Procurement Act 2023 applies in full',
  notice: 'A below-threshold tender notice is due',
};

export const buyerOf = (organisationKind: string): Buyer =>
  organisationKind === 'central-government-department' ? 'central' : 'others';

export const withVat = (pence: number): number => Math.round((pence * (100 + VAT_PERCENT)) / 100);

/** The latest of a kind that had begun on a day. */
export const inForce = <Row extends Threshold>(
  rows: readonly Row[],
  { buyer, kind }: { buyer: string; kind: string },
  day: Date,
): Row | undefined =>
  rows
    .filter((row) => row.buyer === buyer && row.kind === kind && row.validFrom <= day)
    .sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime())[0];

/** What a budget without VAT means for procurement on a day; nothing for no budget or an unknown time. */
export function thresholdWarnings(
  budgetWithoutVat: number | null,
  buyer: Buyer,
  day: Date,
  rows: readonly Threshold[],
): string[] {
  const threshold = inForce(rows, { buyer, kind: 'full' }, day);
  const notice = inForce(rows, { buyer, kind: 'notice' }, day);
  if (budgetWithoutVat === null || !threshold) return [];
  const total = withVat(budgetWithoutVat);
  const shown = `${showMoney(total)} with VAT`;
  if (total >= threshold.amount)
    return [
      `${shown} reaches the threshold of ${showMoney(threshold.amount)}: the Procurement Act 2023 applies in full. Publish the tender notice on the central digital platform before this question, and link it here. Soundings is not the statutory tender system.`,
    ];
  if (notice && total >= notice.amount)
    return [
      `${shown} is below the threshold of ${showMoney(threshold.amount)}, but from ${showMoney(notice.amount)} a below-threshold tender notice is due when the opportunity is advertised. Link it here, and keep its number with your procurement file.`,
    ];
  return [];
}
