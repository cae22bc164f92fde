import { optionalTextInput } from '../../form-inputs';
import { MOST_LOTS } from '../../questions/lots/lot';
import type { LotUnawarded } from './lots-chosen';

const NUMBERS = Array.from({ length: MOST_LOTS }, (_, index) => index + 1);

export const noAwardField = (lot: number): `noAward${number}` => `noAward${lot}`;

/** Why a lot is left without an award, a field for each. */
export const noAwardFields = Object.fromEntries(
  NUMBERS.map((lot) => [noAwardField(lot), optionalTextInput(1000, `Why lot ${lot} is not awarded`)]),
) as Record<`noAward${number}`, ReturnType<typeof optionalTextInput>>;

/** The reasons given, without those of lots from which a bid is chosen. */
export function unawardedFrom(
  input: Partial<Record<`noAward${number}`, string>>,
  rows: { reference: string; lot?: number }[],
  chosen: string[],
): LotUnawarded[] {
  const awarded = new Set(rows.filter(({ reference }) => chosen.includes(reference)).map(({ lot }) => lot));
  return NUMBERS.flatMap((lot) => {
    const reason = input[noAwardField(lot)] ?? '';
    return reason === '' || awarded.has(lot) ? [] : { lot, reason };
  });
}
