import { hasRole, isMember, type Actor } from '../../actor';
import { maySeeDataset, type DatasetStanding } from '../../knowledge/datasets/dataset-policy';
import { readsPublished, takesPart } from '../../knowledge/finding-policy';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../../policy';
import type { DataKind, DataState } from './data-request';

export interface DataRequestStanding {
  state: DataState;
  askedById: string;
  /** Keeps the entry of the dataset. */
  ownerId: string;
  holderId: string;
  /** Who has a place on the panel now. */
  seats: readonly string[];
  /** Of these, who declared a conflict. */
  conflicted: readonly string[];
  closing: string | null;
  confirmed: boolean;
  /** A later request follows it that was not withdrawn. */
  followed: boolean;
}

const isAsker = (actor: Actor, { askedById }: DataRequestStanding): boolean =>
  isMember(actor) && actor.id === askedById;
const isOwner = (actor: Actor, { ownerId }: DataRequestStanding): boolean =>
  isMember(actor) && actor.id === ownerId;
const sits = (actor: Actor, { seats }: DataRequestStanding): boolean =>
  isMember(actor) && seats.includes(actor.id);
const isConflicted = (actor: Actor, { conflicted }: DataRequestStanding): boolean =>
  isMember(actor) && conflicted.includes(actor.id);
const isHolder = (actor: Actor, { holderId }: DataRequestStanding): boolean =>
  isMember(actor) && actor.teams.some(({ organisationId }) => organisationId === holderId);

export const mayAskForData = (actor: Actor, dataset: DatasetStanding): Verdict => {
  const seen = maySeeDataset(actor, dataset);
  if (!isAllowed(seen)) return seen;
  if (!takesPart(actor)) return deny('Only verified members of the network can ask for data.');
  return allowIf(dataset.confirmed, 'A coordinator has not confirmed this dataset yet.');
};

/** Between who asks, the holder and the panel, and those who look after the whole; to others it does not exist. */
export const maySeeDataRequest = (actor: Actor, request: DataRequestStanding): Verdict =>
  isAsker(actor, request) ||
  isOwner(actor, request) ||
  sits(actor, request) ||
  isHolder(actor, request) ||
  hasRole(actor, 'coordinator') ||
  hasRole(actor, 'auditor')
    ? allow
    : hide;

/** What the panel says among itself: never to who asks, nor to whoever declared a conflict. */
export const seesPanel = (actor: Actor, request: DataRequestStanding): boolean =>
  !isAsker(actor, request) &&
  !isConflicted(actor, request) &&
  (sits(actor, request) || hasRole(actor, 'coordinator') || hasRole(actor, 'auditor'));

const seen = (actor: Actor, request: DataRequestStanding, verdict: () => Verdict): Verdict => {
  const known = maySeeDataRequest(actor, request);
  return isAllowed(known) ? verdict() : known;
};

const onPanel = (actor: Actor, request: DataRequestStanding, verdict: () => Verdict): Verdict =>
  seen(actor, request, () => {
    if (!sits(actor, request)) return deny('Only the panel of this dataset decides.');
    if (isAsker(actor, request)) return deny('Others of the panel decide about what you ask.');
    return request.state === 'asked' ? verdict() : deny('This request has ended.');
  });

export const mayGiveOpinion = (actor: Actor, request: DataRequestStanding): Verdict =>
  onPanel(actor, request, () => allow);

export const mayDecideData = (actor: Actor, request: DataRequestStanding): Verdict =>
  onPanel(actor, request, () =>
    allowIf(!isConflicted(actor, request), 'You declared a conflict, so others decide.'),
  );

export const mayNoteOnData = (actor: Actor, request: DataRequestStanding): Verdict =>
  seen(actor, request, () => {
    if (hasRole(actor, 'auditor') && !isAsker(actor, request) && !sits(actor, request))
      return deny('The auditor only reads.');
    return allowIf(request.state === 'asked' || request.state === 'approved', 'This request has ended.');
  });

export const mayWithdrawData = (actor: Actor, request: DataRequestStanding): Verdict =>
  seen(actor, request, () =>
    allowIf(isAsker(actor, request) && request.state === 'asked', 'Only an open request of your own.'),
  );

export const mayCloseData = (actor: Actor, request: DataRequestStanding): Verdict =>
  seen(actor, request, () =>
    allowIf(
      isAsker(actor, request) && request.state === 'approved' && request.closing === null,
      'Only who was given the data says what became of them, once.',
    ),
  );

export const mayConfirmReturn = (actor: Actor, request: DataRequestStanding): Verdict =>
  seen(actor, request, () =>
    allowIf(
      !isAsker(actor, request) &&
        (isOwner(actor, request) || sits(actor, request)) &&
        request.closing !== null &&
        !request.confirmed,
      'The holder confirms what became of the data, once it is said.',
    ),
  );

/** Which requests may follow this one: a refusal is appealed or asked again, an access renewed. */
export function followsOf(actor: Actor, request: DataRequestStanding): DataKind[] {
  if (!isAsker(actor, request) || request.followed) return [];
  if (request.state === 'refused') return ['again', 'appeal'];
  return request.state === 'approved' && request.closing === null ? ['renewal'] : [];
}

/** Why data were refused helps whoever asks next; who asked is not told. */
export const mayReadRefusals = (actor: Actor): Verdict =>
  allowIf(readsPublished(actor), 'Only verified members and the auditor read why data were refused.');
