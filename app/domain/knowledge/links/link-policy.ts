import { hasRole, isMember, type Actor } from '../../actor';
import { allowIf, deny, type Verdict } from '../../policy';
import { maySeeFinding, takesPart, type FindingStanding } from '../finding-policy';

/** A link between two findings, as its policies see it. */
export interface LinkStanding {
  from: FindingStanding;
  to: FindingStanding;
  proposedById: string;
  confirmed: boolean;
}

const ifSeen = (actor: Actor, findings: FindingStanding[], verdict: () => Verdict): Verdict =>
  findings.map((finding) => maySeeFinding(actor, finding)).find(({ kind }) => kind !== 'allow') ?? verdict();

/** Any member may say that a published finding bears on another, whichever of the two is retracted or replaced. */
export const mayProposeLink = (actor: Actor, from: FindingStanding): Verdict =>
  ifSeen(actor, [from], () => {
    if (!takesPart(actor)) return deny('Only verified members of the network can link findings.');
    return allowIf(from.everPublished, 'This finding is not published.');
  });

export const mayConfirmLink = (actor: Actor, { from, to, confirmed }: LinkStanding): Verdict =>
  ifSeen(actor, [from, to], () => {
    if (!hasRole(actor, 'coordinator')) return deny('Only a coordinator can confirm a link.');
    return allowIf(!confirmed, 'This link is confirmed already.');
  });

/** Its proposer takes it back until it is confirmed; a coordinator removes any. */
export const mayRemoveLink = (actor: Actor, { from, to, proposedById, confirmed }: LinkStanding): Verdict =>
  ifSeen(actor, [from, to], () =>
    allowIf(
      hasRole(actor, 'coordinator') || (isMember(actor) && proposedById === actor.id && !confirmed),
      'Only a coordinator can remove a link, or whoever proposed it as long as it is not confirmed.',
    ),
  );
