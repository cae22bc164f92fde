import { evaluatorsOf, type Competition, type PanelMember } from '../competition';

/** Whether a bid is an evaluator's to score: every bid where none are assigned, else what was assigned to them. */
export const isTheirs = ({ assigning }: Competition, personId: string, bidId: string): boolean =>
  !assigning || assigning.places.some((place) => place.bidId === bidId && place.personId === personId);

const isWalled = ({ bidWalls }: Competition, personId: string, bidId: string): boolean =>
  bidWalls.some((wall) => wall.bidId === bidId && wall.personId === personId);

/** The evaluators who have to score a bid: on the panel, with the bid theirs, and no wall between. */
export const scorersOf = (competition: Competition, bidId: string): PanelMember[] =>
  evaluatorsOf(competition).filter(
    ({ person }) => isTheirs(competition, person.id, bidId) && !isWalled(competition, person.id, bidId),
  );

export const mustScore = (competition: Competition, personId: string, bidId: string): boolean =>
  scorersOf(competition, bidId).some(({ person }) => person.id === personId);
