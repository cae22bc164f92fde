import { hasRole, isMember, type Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { allow, allowIf, deny, hide, type Verdict } from '../../policy';
import { impactStateOf, type ImpactStamps } from './impact';

export interface ImpactStanding extends ImpactStamps {
  recordedById: string;
}

export const maySeeImpact = (actor: Actor, record: ImpactStanding): Verdict =>
  record.releasedAt || readsPublished(actor) ? allow : hide;

const known = (actor: Actor, record: ImpactStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeImpact(actor, record);
  return seen.kind === 'allow' ? verdict() : seen;
};

/** Whoever recorded it, or a coordinator, takes it back. */
export const mayWithdrawImpact = (actor: Actor, record: ImpactStanding): Verdict =>
  known(actor, record, () => {
    const entitled =
      hasRole(actor, 'coordinator') ||
      (isMember(actor) && readsPublished(actor) && actor.id === record.recordedById);
    if (!entitled) return deny('Only the person who recorded this, or a coordinator, can withdraw it.');
    return allowIf(impactStateOf(record) !== 'withdrawn', 'This record is withdrawn already.');
  });

export const mayReleaseImpact = (actor: Actor, record: ImpactStanding): Verdict =>
  known(actor, record, () => {
    if (!hasRole(actor, 'coordinator'))
      return deny('Only a coordinator can release an impact record to the public.');
    return allowIf(impactStateOf(record) !== 'withdrawn', 'This record is withdrawn.');
  });
