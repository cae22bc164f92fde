import { hasTeamRole, isMember, isWalledFromBid, type Actor } from '../../actor';
import { isOwner, runsCompetition } from '../../evaluation/evaluation-policy';
import { allow, deny, hide, type Verdict } from '../../policy';
import { isWinner, maySeeAward, maySeeDelivery, type AwardForPolicy } from '../award-policy';

type OwnAward = AwardForPolicy & { bidId: string };

/** In which part somebody takes a step of delivery. The team’s authors and owner are its monitoring officers. */
export type Part = 'lead' | 'winner' | 'team' | 'owner' | 'budgetHolder' | 'signatory';

export const PART_NAMES: Record<Part, string> = {
  lead: 'the lead of the winning bid',
  winner: 'the lead and the editors of the winning bid',
  team: 'the team’s authors and the senior responsible owner',
  owner: 'the senior responsible owner',
  budgetHolder: 'the budget holder',
  signatory: 'the signatory of the institution',
};

export type Side = 'team' | 'winner';

const worksOnIt = (actor: Actor, award: AwardForPolicy, ...roles: string[]): boolean =>
  isMember(actor) &&
  isWinner(actor, award) &&
  award.winners.some(({ personId, role }) => personId === actor.id && roles.includes(role));

/** Every part that an actor has in an award. Nobody stands on both sides: who wins asks for nothing as the team. */
export function partsOf(actor: Actor, award: OwnAward, signatoryId: string | null = null): Part[] {
  if (!isMember(actor)) return [];
  const signs = actor.id === signatoryId && isWinner(actor, award);
  const won: (Part | false)[] = [
    worksOnIt(actor, award, 'lead') && 'lead',
    worksOnIt(actor, award, 'lead', 'editor') && 'winner',
    signs && 'signatory',
  ];
  const { question } = award;
  const asks = !isWinner(actor, award) && !isWalledFromBid(actor, question.id, award.bidId);
  const holdsBudget =
    actor.id === question.budgetHolderId || hasTeamRole(actor, question.teamId, 'budgetHolder');
  const asked: (Part | false)[] = [
    asks && runsCompetition(actor, question) && 'team',
    asks && isOwner(actor, question) && 'owner',
    asks && holdsBudget && 'budgetHolder',
  ];
  return [...won, ...asked].filter((part): part is Part => part !== false);
}

export const sideOf = (parts: readonly Part[]): Side | null =>
  parts.includes('winner') ? 'winner' : parts.includes('team') ? 'team' : null;

/** What is between the two sides exists for nobody else; of those who read it, some parts may act. */
export function mayAct(
  actor: Actor,
  award: AwardForPolicy,
  parts: readonly Part[],
  by: readonly Part[],
): Verdict {
  if (maySeeAward(actor, award).kind !== 'allow' || !maySeeDelivery(actor, award)) return hide;
  return by.some((part) => parts.includes(part))
    ? allow
    : deny(`Only ${by.map((part) => PART_NAMES[part]).join(' or ')} can do this.`);
}
