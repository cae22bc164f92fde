import type { Assignment } from '../assignment/solve-assignment';
import { solveAssignment } from '../assignment/solve-assignment';
import { figuresOf, type AssignmentProblem, type Pair } from '../assignment/assignment-problem';
import { EXPERT_FROM, expertiseOf, ranksOf, similarityOf, type Stated } from './similarity';

export interface ProposedAssessor {
  id: string;
  mostBids: number;
}

export interface AssigningState {
  perBid: number;
  /** In the order of their references. */
  bidIds: string[];
  assessors: ProposedAssessor[];
  stated: ReadonlyMap<string, Stated>;
  /** How well works match, 0 to 1, by the same key. */
  matched: ReadonlyMap<string, number>;
  /** Walls, declared conflicts, flags, refusals and bars by hand. */
  barred: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
  /** Assessments in force, and of them those with a score. */
  placed: ReadonlySet<string>;
  begun: ReadonlySet<string>;
  apart: readonly (readonly [string, string])[];
}

export const pairKey = (bidId: string, personId: string): string => `${bidId} ${personId}`;

export interface ProposedPlace {
  bidId: string;
  personId: string;
  similarity: number;
  expertise: number;
  kind: 'kept' | 'new';
}

export interface Proposal {
  places: ProposedPlace[];
  /** Places in force that this would take away. */
  moved: { bidId: string; personId: string }[];
  solution: Assignment;
}

/**
 * Who should assess what. Begun work stays; `moving` says whether places not begun may be moved, else all that is in
 * force stays and only empty places are filled.
 */
export function proposalFor(state: AssigningState, moving: boolean): Proposal {
  const { problem, expertise } = problemOf(state, moving);
  const solution = solveAssignment(problem);
  const places = solution.pairs.map(([bid, who]): ProposedPlace => {
    const [bidId, personId] = [state.bidIds[bid] ?? '', state.assessors[who]?.id ?? ''];
    return {
      bidId,
      personId,
      similarity: problem.similarity[bid]?.[who] ?? 0,
      expertise: expertise[bid]?.[who] ?? 0,
      kind: state.placed.has(pairKey(bidId, personId)) ? 'kept' : 'new',
    };
  });
  const proposed = new Set(places.map(({ bidId, personId }) => pairKey(bidId, personId)));
  const moved = [...state.placed]
    .filter((key) => !proposed.has(key) && !state.begun.has(key))
    .map((key) => {
      const [bidId = '', personId = ''] = key.split(' ');
      return { bidId, personId };
    });
  return { places, moved, solution };
}

export function problemOf(state: AssigningState, moving: boolean) {
  const { bidIds, assessors, stated, matched, barred } = state;
  const ranks = assessors.map(({ id }) =>
    ranksOf(bidIds.map((bidId) => stated.get(pairKey(bidId, id))?.wish ?? 0)),
  );
  const expertise = bidIds.map((bidId) =>
    assessors.map(({ id }) => {
      const key = pairKey(bidId, id);
      return expertiseOf(stated.get(key)?.expertise ?? null, matched.get(key) ?? 0);
    }),
  );
  const similarity = bidIds.map((bidId, bid) =>
    assessors.map(({ id }, who) =>
      barred.has(pairKey(bidId, id))
        ? null
        : similarityOf(expertise[bid]?.[who] ?? 0, ranks[who]?.[bid] ?? 0),
    ),
  );
  const problem: AssignmentProblem = {
    similarity,
    places: state.perBid,
    capacities: assessors.map(({ mostBids }) => mostBids),
    experts: expertise.map((row) => row.flatMap((value, who) => (value >= EXPERT_FROM ? [who] : []))),
    kept: keptPairs(state, moving),
    apart: apartPairs(state),
  };
  return { problem, expertise };
}

function keptPairs(
  { bidIds, assessors, begun, pinned, placed, barred }: AssigningState,
  moving: boolean,
): Pair[] {
  const keeps = (key: string) =>
    !barred.has(key) && (begun.has(key) || pinned.has(key) || (!moving && placed.has(key)));
  return bidIds.flatMap((bidId, bid) =>
    assessors.flatMap(({ id }, who): Pair[] => (keeps(pairKey(bidId, id)) ? [[bid, who]] : [])),
  );
}

function apartPairs({ assessors, apart }: AssigningState): [number, number][] {
  const place = new Map(assessors.map(({ id }, who) => [id, who]));
  return apart.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [place.get(one), place.get(other)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}

/** What is in force now, by the same measure. */
export function figuresInForce(state: AssigningState) {
  const { problem } = problemOf(state, false);
  const pairs = state.bidIds.flatMap((bidId, bid) =>
    state.assessors.flatMap(({ id }, who): Pair[] =>
      state.placed.has(pairKey(bidId, id)) ? [[bid, who]] : [],
    ),
  );
  return figuresOf(problem, pairs);
}
