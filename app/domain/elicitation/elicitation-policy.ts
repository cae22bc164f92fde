import { hasRole, isMember, isPerson, type Actor } from '../actor';
import { maySeeFinding, readsPublished, takesPart, type FindingStanding } from '../knowledge/finding-policy';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../policy';
import { isPublished } from '../questions/question';
import { knowsOf, mayRun, ownsQuestion, type QuestionForPolicy } from '../questions/question-policy';
import type { ElicitationStage } from './elicitation';

/** What an elicitation is about: one of the two. */
export interface Subject {
  question: QuestionForPolicy | null;
  finding: FindingStanding | null;
}

export interface ElicitationStanding extends Subject {
  stage: ElicitationStage;
  experts: { personId: string; leftAt: Date | null }[];
  /** Who gave a first estimate in time. */
  gaveFirst: string[];
}

/** The team that owns the question, or a coordinator. A finding belongs to no team, so coordinators alone. */
const runs = (actor: Actor, { question }: Subject): boolean =>
  hasRole(actor, 'coordinator') || (question !== null && isAllowed(mayRun(actor, question)));

export const mayOpenElicitation = (actor: Actor, subject: Subject): Verdict => {
  const { question, finding } = subject;
  if (question && !knowsOf(actor, question)) return hide;
  if (finding && !isAllowed(maySeeFinding(actor, finding))) return hide;
  if (question && !isPublished(question)) return deny('Experts are asked once the question is published.');
  if (finding && !finding.everPublished) return deny('Experts are asked once the finding is published.');
  return allowIf(
    runs(actor, subject),
    question
      ? 'Only the team that owns the question, or a coordinator, can ask experts to estimate.'
      : 'Only a coordinator can ask experts to estimate about a finding.',
  );
};

const invited = (actor: Actor, { experts }: ElicitationStanding) =>
  isMember(actor) ? experts.find(({ personId }) => personId === actor.id) : undefined;

const knowsSubject = (actor: Actor, { question, finding }: Subject): boolean =>
  (question !== null && knowsOf(actor, question)) ||
  (finding !== null && isAllowed(maySeeFinding(actor, finding)));

/** While it runs it is between those who ask and those who are asked; the result is for everybody inside. */
export function maySeeElicitation(actor: Actor, elicitation: ElicitationStanding): Verdict {
  const { question, stage } = elicitation;
  if (runs(actor, elicitation) || (question && ownsQuestion(actor, question))) return allow;
  if (invited(actor, elicitation)) return allow;
  return stage === 'closed' && readsPublished(actor) && knowsSubject(actor, elicitation) ? allow : hide;
}

const ifSeen = (actor: Actor, elicitation: ElicitationStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeElicitation(actor, elicitation);
  return isAllowed(seen) ? verdict() : seen;
};

const isRunning = ({ stage }: ElicitationStanding): boolean => stage === 'first' || stage === 'second';

const takesPartIn = (actor: Actor, elicitation: ElicitationStanding): boolean =>
  takesPart(actor) && invited(actor, elicitation)?.leftAt === null;

const gaveFirst = (actor: Actor, { gaveFirst }: ElicitationStanding): boolean =>
  isPerson(actor) && gaveFirst.includes(actor.id);

/** Whoever runs it may look on, and writes as such. */
export const mayRunElicitation = (actor: Actor, elicitation: ElicitationStanding): Verdict =>
  ifSeen(actor, elicitation, () =>
    allowIf(runs(actor, elicitation), 'Only the team that asks, or a coordinator, can do this.'),
  );

export const mayInviteExperts = (actor: Actor, elicitation: ElicitationStanding): Verdict => {
  const run = mayRunElicitation(actor, elicitation);
  if (!isAllowed(run)) return run;
  return allowIf(elicitation.stage === 'first', 'Experts are invited until first estimates close.');
};

export const mayWithdrawElicitation = (actor: Actor, elicitation: ElicitationStanding): Verdict => {
  const run = mayRunElicitation(actor, elicitation);
  if (!isAllowed(run)) return run;
  return allowIf(isRunning(elicitation), 'It has ended already.');
};

export const mayEstimate = (actor: Actor, elicitation: ElicitationStanding): Verdict =>
  ifSeen(actor, elicitation, () => {
    if (!takesPartIn(actor, elicitation)) return deny('Only invited experts estimate.');
    if (!isRunning(elicitation)) return deny('It has ended, so nothing more can be given.');
    return allowIf(
      elicitation.stage === 'first' || gaveFirst(actor, elicitation),
      'First estimates have closed. Only those who gave one in time give a second.',
    );
  });

/** First estimates are for those who gave one, and for whoever runs it, until the whole is closed. */
export const mayReadFirst = (actor: Actor, elicitation: ElicitationStanding): Verdict =>
  ifSeen(actor, elicitation, () => {
    if (elicitation.stage === 'closed') return allow;
    if (elicitation.stage !== 'second') return deny('First estimates are not shown.');
    return allowIf(
      runs(actor, elicitation) || (takesPartIn(actor, elicitation) && gaveFirst(actor, elicitation)),
      'First estimates are shown to those who gave one.',
    );
  });

/** Second estimates, and with them the result. */
export const mayReadResult = (actor: Actor, elicitation: ElicitationStanding): Verdict =>
  ifSeen(actor, elicitation, () =>
    allowIf(elicitation.stage === 'closed', 'Second estimates have not closed yet.'),
  );

export const mayComment = (actor: Actor, elicitation: ElicitationStanding): Verdict => {
  const read = mayReadFirst(actor, elicitation);
  if (!isAllowed(read)) return read;
  return allowIf(
    elicitation.stage === 'second' &&
      (runs(actor, elicitation) || (takesPartIn(actor, elicitation) && gaveFirst(actor, elicitation))),
    'Only those who take part discuss, until second estimates close.',
  );
};

export const mayLeaveElicitation = (actor: Actor, elicitation: ElicitationStanding): Verdict =>
  ifSeen(actor, elicitation, () => {
    if (!invited(actor, elicitation)) return deny('You were not invited to estimate.');
    if (!takesPartIn(actor, elicitation)) return deny('You have left already.');
    return allowIf(isRunning(elicitation), 'It has ended already.');
  });
