import { evaluatorsOf, type Competition, type PanelMember } from '../competition';

/** Whether a bid is an evaluator's to score: of their lots every bid, or what was assigned to them of it. */
export const isTheirs = (competition: Competition, personId: string, bidId: string): boolean =>
  !isOutsideLots(competition, personId, bidId) && isAssigned(competition, personId, bidId);

const isOutsideLots = ({ outsideLots = [] }: Competition, personId: string, bidId: string): boolean =>
  outsideLots.some((one) => one.bidId === bidId && one.personId === personId);

const isAssigned = ({ assigning }: Competition, personId: string, bidId: string): boolean =>
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
