import type { Standardised } from './aggregate';
import type { Estimate } from './estimate-form';
import type { QuantityResult } from './result';

const HEAD = [
  ...['quantity', 'unit', 'least possible', 'most possible', 'who', 'round', 'lowest', 'highest', 'best'],
  ...['confidence', 'lowest at 80', 'highest at 80', 'reasons'],
];

/** A line an estimate as given, one with the standardised ends for what counts, and one for the joint figure. */
export function elicitationLines(results: readonly QuantityResult[]): (string | number)[][] {
  return [
    HEAD,
    ...results.flatMap(({ quantity: { asks, unit, lower, upper }, answers, final }) => {
      const of = (who: string, round: string, given: Omit<Estimate, 'position'>, at: Standardised | null) => [
        ...[asks, unit, lower, upper, who, round, given.lowest, given.highest, given.best, given.confidence],
        ...[at?.lowest ?? '', at?.highest ?? '', given.reasons],
      ];
      return [
        ...answers.flatMap(({ letter, first, second, counts }) => [
          ...(first ? [of(`Expert ${letter}`, 'first', first, second ? null : counts)] : []),
          ...(second ? [of(`Expert ${letter}`, 'second', second, counts)] : []),
        ]),
        ...(final ? [of('Together', '', { ...final, confidence: 80, reasons: '' }, final)] : []),
      ];
    }),
  ];
}
