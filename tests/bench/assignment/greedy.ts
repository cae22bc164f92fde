import type { AssignmentProblem, Pair } from '~/domain/evaluation/assignment/assignment-problem';

/** The best pair that is left, again and again: what a careful person does with a spreadsheet. */
export function greedyPairs({ similarity, places, capacities }: AssignmentProblem): Pair[] {
  const every = similarity.flatMap((row, bid) =>
    row.flatMap((worth, assessor) => (worth === null ? [] : [{ worth, bid, assessor }])),
  );
  every.sort((a, b) => b.worth - a.worth || a.bid - b.bid || a.assessor - b.assessor);
  const left = [...capacities];
  const open = similarity.map(() => places);
  return every.flatMap(({ bid, assessor }): Pair[] => {
    if ((left[assessor] ?? 0) <= 0 || (open[bid] ?? 0) <= 0) return [];
    left[assessor] = (left[assessor] ?? 0) - 1;
    open[bid] = (open[bid] ?? 0) - 1;
    return [[bid, assessor]];
  });
}
