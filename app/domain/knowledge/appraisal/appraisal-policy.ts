import { hasRole, isPerson, type Actor } from '../../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../../policy';
import { maySeeFinding, readsPublished, takesPart, type FindingStanding } from '../finding-policy';
import { stands } from '../finding';
import { APPRAISERS, bothIn, type AppraisalStage } from './appraisal';

/** What the policies need to know of the running appraisal of a finding's current version. */
export interface AppraisalStanding {
  finding: FindingStanding;
  stage: AppraisalStage;
  /** Why the actor is no judge of this finding, if so. */
  interest: 'author' | 'asked' | null;
  judgements: { personId: string; submittedAt: Date | null }[];
  proposedById: string | null;
}

const known = ({ finding }: AppraisalStanding, actor: Actor, verdict: () => Verdict): Verdict => {
  const seen = maySeeFinding(actor, finding);
  return seen.kind === 'allow' ? verdict() : seen;
};

const isAppraiser = (actor: Actor, { judgements }: AppraisalStanding): boolean =>
  isPerson(actor) && judgements.some(({ personId }) => personId === actor.id);

/** How far it has come is for those who read inside; the public sees what was agreed, on the finding's page. */
export const maySeeAppraisal = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  known(appraisal, actor, () => (readsPublished(actor) && appraisal.finding.everPublished ? allow : hide));

const ifSeen = (actor: Actor, appraisal: AppraisalStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeAppraisal(actor, appraisal);
  return seen.kind === 'allow' ? verdict() : seen;
};

const INTEREST = {
  author: 'You wrote this or bid for it, so others have to appraise it.',
  asked: 'Your team asked for this, so others have to appraise it.',
};

export const mayOfferToAppraise = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  ifSeen(actor, appraisal, () => {
    if (!takesPart(actor)) return deny('Only verified members of the network can appraise a finding.');
    if (!stands(appraisal.finding.state)) return deny('This finding is no longer current.');
    if (appraisal.interest) return deny(INTEREST[appraisal.interest]);
    if (isAppraiser(actor, appraisal)) return deny('You already appraise this finding.');
    return allowIf(appraisal.judgements.length < APPRAISERS, 'Two people already appraise this finding.');
  });

const asAppraiser = (actor: Actor, appraisal: AppraisalStanding, verdict: () => Verdict): Verdict =>
  ifSeen(actor, appraisal, () =>
    isAppraiser(actor, appraisal) && takesPart(actor)
      ? verdict()
      : deny('Only the two people who appraise this finding can do this.'),
  );

export const mayJudge = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  asAppraiser(actor, appraisal, () =>
    allowIf(!bothIn(appraisal.judgements), 'Both judgements are in, so neither can be changed.'),
  );

/** Giving the place back, before anything can be read. */
export const mayLeaveAppraisal = mayJudge;

/** Between the second judgement and the agreement. */
const toBeAgreed = ({ judgements, stage }: AppraisalStanding): Verdict => {
  if (!bothIn(judgements)) return deny('Not both judgements are in yet.');
  return allowIf(stage !== 'agreed', 'It is agreed already, and cannot be changed.');
};

/** What each thinks is hidden until both are in; then the two see it, and whoever keeps house or checks. */
export const mayCompare = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  ifSeen(actor, appraisal, () => {
    if (!bothIn(appraisal.judgements)) return deny('Not both judgements are in yet.');
    return allowIf(
      isAppraiser(actor, appraisal) || hasRole(actor, 'coordinator') || hasRole(actor, 'auditor'),
      'Only the two appraisers and coordinators compare the judgements.',
    );
  });

export const mayPropose = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  asAppraiser(actor, appraisal, () => toBeAgreed(appraisal));

export const mayConfirm = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  asAppraiser(actor, appraisal, () => {
    if (appraisal.stage !== 'proposed') return deny('Nothing is proposed yet.');
    return allowIf(
      isPerson(actor) && appraisal.proposedById !== actor.id,
      'The other appraiser has to confirm what you proposed.',
    );
  });

const asCoordinator = (actor: Actor, appraisal: AppraisalStanding, verdict: () => Verdict): Verdict =>
  ifSeen(actor, appraisal, () => {
    if (!hasRole(actor, 'coordinator')) return deny('Only a coordinator can do this.');
    if (isAppraiser(actor, appraisal)) return deny('You appraise this finding yourself.');
    return appraisal.interest ? deny(INTEREST[appraisal.interest]) : verdict();
  });

/** For two who cannot agree. */
export const maySettle = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  asCoordinator(actor, appraisal, () => toBeAgreed(appraisal));

export const mayCloseAppraisal = (actor: Actor, appraisal: AppraisalStanding): Verdict =>
  asCoordinator(actor, appraisal, () =>
    allowIf(appraisal.stage !== 'none' && appraisal.stage !== 'agreed', 'No appraisal is under way.'),
  );
