import { hasRole, isMember, type Actor } from '../../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../../policy';
import { readsPublished, takesPart } from '../finding-policy';

export interface DatasetStanding {
  ownerId: string;
  createdById: string;
  confirmed: boolean;
}

const isCoordinator = (actor: Actor): boolean => hasRole(actor, 'coordinator');
const isTheirs = (actor: Actor, { ownerId, createdById }: DatasetStanding): boolean =>
  isMember(actor) && [ownerId, createdById].includes(actor.id);

/** Until it is confirmed it is between whoever entered it and the coordinators. */
export function maySeeDataset(actor: Actor, dataset: DatasetStanding): Verdict {
  if (dataset.confirmed) return readsPublished(actor) ? allow : hide;
  return isCoordinator(actor) || isTheirs(actor, dataset) ? allow : hide;
}

const known = (actor: Actor, dataset: DatasetStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeDataset(actor, dataset);
  return isAllowed(seen) ? verdict() : seen;
};

export const mayReadDatasets = (actor: Actor): Verdict =>
  allowIf(readsPublished(actor), 'Only verified members and the auditor read the register of datasets.');

export const mayAddDataset = (actor: Actor): Verdict =>
  allowIf(takesPart(actor), 'Only verified members of the network can enter a dataset.');

export const mayKeepDataset = (actor: Actor, dataset: DatasetStanding): Verdict =>
  known(actor, dataset, () =>
    allowIf(
      takesPart(actor) && (isCoordinator(actor) || isTheirs(actor, dataset)),
      'Only its owner, whoever entered it, or a coordinator can do this.',
    ),
  );

export const mayConfirmDataset = (actor: Actor, dataset: DatasetStanding): Verdict =>
  known(actor, dataset, () => {
    if (!isCoordinator(actor)) return deny('Only a coordinator can confirm a dataset.');
    return allowIf(
      isMember(actor) && actor.id !== dataset.createdById,
      'Another coordinator has to confirm what you entered yourself.',
    );
  });
