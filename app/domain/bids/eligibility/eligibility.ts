import { showKind } from '../../people/organisations/organisation';

/** What a question asks of whoever bids. */
export interface Eligibility {
  /** Kinds of organisation that may bid; any, and people for themselves, where empty. */
  organisations: string[];
  conditions: string[];
}

export interface SaidOfEligibility {
  /** The kind of the organisation bid for; null for nobody but oneself. */
  kind: string | null;
  /** By the place of each condition. */
  holds: boolean[];
}

export const isAsked = ({ organisations, conditions }: Eligibility): boolean =>
  organisations.length > 0 || conditions.length > 0;

/** Why somebody may not bid, in plain words; nothing where they may. */
export function whyNotEligible(asked: Eligibility, said: SaidOfEligibility): string[] {
  const kinds = asked.organisations.map(showKind).join(', ');
  const unfit = asked.conditions.filter((_, index) => said.holds[index] !== true);
  const whose =
    asked.organisations.length === 0 || (said.kind !== null && asked.organisations.includes(said.kind))
      ? []
      : [
          said.kind === null
            ? `Only organisations of these kinds may bid: ${kinds}. You would bid for yourself.`
            : `Only organisations of these kinds may bid: ${kinds}. Yours is of another: ${showKind(said.kind)}.`,
        ];
  return [...whose, ...unfit.map((text) => `You said that this does not hold: ${text}`)];
}

export type EligibilityStanding = 'notAsked' | 'toConfirm' | 'eligible' | 'ineligible';

export const standingOf = (asked: Eligibility, last: { eligible: boolean } | null): EligibilityStanding => {
  if (!isAsked(asked)) return 'notAsked';
  if (!last) return 'toConfirm';
  return last.eligible ? 'eligible' : 'ineligible';
};
