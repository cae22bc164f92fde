import { aggregate, standardise, type Standardised } from './aggregate';
import type { Quantity, Round } from './elicitation';
import type { Estimate } from './estimate-form';

export interface GivenEstimates {
  personId: string;
  round: Round;
  estimates: Estimate[];
}

/** One expert's two answers about one quantity, by the letter that stands for them. */
export interface ExpertAnswers {
  letter: string;
  isOwn: boolean;
  first: Estimate | null;
  second: Estimate | null;
  /** What counts: the second, or the first of somebody who gave no second; at the common confidence. */
  counts: Standardised;
  /** From the first best guess to the second; null without a second. */
  moved: number | null;
}

export interface QuantityResult {
  quantity: Quantity;
  answers: ExpertAnswers[];
  /** Of the first estimates alone. */
  first: Standardised | null;
  /** Of what counts, once second estimates have closed. */
  final: Standardised | null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A to Z, then AA, AB and on. */
const letterAt = (place: number): string =>
  (place >= ALPHABET.length ? letterAt(Math.floor(place / ALPHABET.length) - 1) : '') +
  ALPHABET.charAt(place % ALPHABET.length);

/** The letter of everybody who gave a first estimate, in the order that was drawn; leaving frees no letter. */
export function lettersOf(
  drawn: readonly { personId: string }[],
  gaveFirst: readonly string[],
): Map<string, string> {
  const gave = drawn.filter(({ personId }) => gaveFirst.includes(personId));
  return new Map(gave.map(({ personId }, place) => [personId, letterAt(place)]));
}

interface Told {
  quantities: readonly Quantity[];
  given: readonly GivenEstimates[];
  letters: ReadonlyMap<string, string>;
  ownId: string | null;
  /** Whether second estimates have closed. */
  closed: boolean;
}

/** What is shown of each quantity: every expert's answers without a name, and what they come to together. */
export function resultOf({ quantities, given, letters, ownId, closed }: Told): QuantityResult[] {
  const of = (personId: string, round: Round, position: number): Estimate | null =>
    given
      .find((one) => one.personId === personId && one.round === round)
      ?.estimates.find((estimate) => estimate.position === position) ?? null;
  return quantities.map((quantity) => {
    const answers = [...letters].flatMap(([personId, letter]): ExpertAnswers[] => {
      const first = of(personId, 1, quantity.position);
      const second = of(personId, 2, quantity.position);
      const last = second ?? first;
      if (!first || !last) return [];
      const counts = standardise(last, quantity);
      const moved = second ? second.best - first.best : null;
      return [{ letter, isOwn: personId === ownId, first, second, counts, moved }];
    });
    const firsts = answers.flatMap(({ first }) => (first ? [first] : []));
    const lasts = answers.flatMap(({ first, second }) => second ?? first ?? []);
    return {
      quantity,
      answers,
      first: aggregate(firsts, quantity),
      final: closed ? aggregate(lasts, quantity) : null,
    };
  });
}
