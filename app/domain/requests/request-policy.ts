import { hasRole, isMember, type Actor } from '../actor';
import {
  keepsCollection,
  mayProposeFor,
  type CollectionStanding,
} from '../knowledge/collections/collection-policy';
import { keepsFiles, mayAskForFiles, type FilesStanding } from '../knowledge/file-access/file-policy';
import { maySeeFinding, takesPart, type FindingStanding } from '../knowledge/finding-policy';
import { stands } from '../knowledge/finding';
import { allow, allowIf, deny, hide, type Verdict } from '../policy';
import { isOpenState, type RequestState } from './request';

/** What a request is about, as its policies see it. */
export type Topic =
  | { kind: 'access' | 'deletion'; files: FilesStanding }
  | { kind: 'merge'; files: FilesStanding; into: FindingStanding }
  | { kind: 'inclusion'; files: FilesStanding; collection: CollectionStanding }
  | { kind: 'annex'; seesStub: boolean; reads: boolean; keeps: boolean };

export interface RequestStanding {
  state: RequestState;
  askedById: string;
  topic: Topic;
}

const publishedAnd = (actor: Actor, finding: FindingStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeFinding(actor, finding);
  if (seen.kind !== 'allow') return seen;
  if (!takesPart(actor)) return deny('Only verified members of the network can ask for this.');
  return finding.everPublished ? verdict() : deny('This finding is not published.');
};

/** Before it is said for which collection, or into what: whether a member may ask at all. */
export const mayAskAbout = (actor: Actor, finding: FindingStanding): Verdict =>
  publishedAnd(actor, finding, () => allowIf(finding.state !== 'retracted', 'This finding is retracted.'));

/** Who may ask for what: one line a kind. */
export function mayAsk(actor: Actor, topic: Topic): Verdict {
  switch (topic.kind) {
    case 'access':
      return mayAskForFiles(actor, topic.files);
    case 'annex':
      if (!isMember(actor) || !topic.seesStub) return hide;
      return allowIf(!topic.reads, 'You can read this annex already.');
    case 'inclusion':
      return publishedAnd(actor, topic.files.finding, () => mayProposeFor(actor, topic.collection));
    case 'deletion':
      return publishedAnd(actor, topic.files.finding, () => {
        if (topic.files.finding.state === 'retracted') return deny('This finding is retracted already.');
        return allowIf(
          keepsFiles(actor, topic.files),
          'Only those who wrote or shared a finding can ask for its deletion.',
        );
      });
    case 'merge':
      return publishedAnd(actor, topic.files.finding, () => {
        const into = maySeeFinding(actor, topic.into);
        if (into.kind !== 'allow') return into;
        return allowIf(
          stands(topic.files.finding.state) && stands(topic.into.state),
          'Only findings that are published and stand can be merged.',
        );
      });
  }
}

/** Who answers: one line a kind. Nobody answers what they ask themselves. */
function answers(actor: Actor, topic: Topic): boolean {
  switch (topic.kind) {
    case 'access':
      return keepsFiles(actor, topic.files);
    case 'annex':
      return topic.keeps;
    case 'inclusion':
      return keepsCollection(actor, topic.collection);
    case 'deletion':
    case 'merge':
      return hasRole(actor, 'coordinator');
  }
}

const isAsker = (actor: Actor, { askedById }: RequestStanding): boolean =>
  isMember(actor) && actor.id === askedById;

/** A request is between the one who asks and those who answer; to everybody else it does not exist. */
export const maySeeRequest = (actor: Actor, request: RequestStanding): Verdict =>
  isAsker(actor, request) || answers(actor, request.topic) ? allow : hide;

const whileOpen = (actor: Actor, request: RequestStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeRequest(actor, request);
  if (seen.kind !== 'allow') return seen;
  return isOpenState(request.state) ? verdict() : deny('This request has ended.');
};

export const mayAnswer = (actor: Actor, request: RequestStanding): Verdict =>
  whileOpen(actor, request, () =>
    isAsker(actor, request) ? deny('Somebody else has to answer what you ask.') : allow,
  );

export const mayCommentOn = (actor: Actor, request: RequestStanding): Verdict =>
  whileOpen(actor, request, () => allow);

export const mayCancel = (actor: Actor, request: RequestStanding): Verdict =>
  whileOpen(actor, request, () =>
    allowIf(isAsker(actor, request), 'Only the person who asked can cancel a request.'),
  );
