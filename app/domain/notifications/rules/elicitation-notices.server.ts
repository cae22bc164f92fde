import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { coordinators, teamOf } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const elicitation = (db: Db, fact: SealedFact) =>
  db.elicitation.findUnique({
    where: { id: textOf(fact, 'elicitationId') ?? '' },
    select: {
      ...{ reference: true, title: true, questionId: true, openedById: true, withdrawnReason: true },
      ...{ firstClosesAt: true, secondClosesAt: true },
      experts: { where: { leftAt: null }, select: { personId: true } },
      estimates: { where: { round: 1 }, select: { personId: true } },
    },
  });

const about = rulesAbout(elicitation);
type Tell = Parameters<typeof about>[1];
type Thing = NonNullable<Awaited<ReturnType<typeof elicitation>>>;

const invited = ({ experts }: Thing): string[] => experts.map(({ personId }) => personId);
const gaveFirst = (thing: Thing): string[] => {
  const gave = new Set(thing.estimates.map(({ personId }) => personId));
  return invited(thing).filter((id) => gave.has(id));
};

/** Nothing in a notice says what anybody gave, nor who did. */
const to =
  (personIds: (thing: Thing) => string[], subject: string, body: (thing: Thing) => string): Tell =>
  ({ thing }) =>
    Promise.resolve({
      personIds: personIds(thing),
      subject: `${subject}: ${thing.title}`,
      body: body(thing),
      path: pages.elicitation(thing.reference),
    });

const toThoseWhoAsk =
  (subject: string, body: string): Tell =>
  async ({ db, thing }) => ({
    personIds: thing.questionId
      ? [thing.openedById, ...(await teamOf(db, thing.questionId))]
      : [thing.openedById, ...(await coordinators(db))],
    subject: `${subject}: ${thing.title}`,
    body,
    path: pages.elicitation(thing.reference),
  });

export const elicitationNotices = [
  about(
    'ElicitationWasOpened',
    toThoseWhoAsk('Experts are asked to estimate', 'First estimates are sealed until they close.'),
  ),
  about('ExpertWasAskedToEstimate', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [textOf(fact, 'personId') ?? ''],
      subject: `Would you estimate it? ${thing.title}`,
      body: `You are asked for a lowest, a highest, a best guess and how sure you are, by ${showInstant(thing.firstClosesAt)}. Nobody reads it before then, and then without your name.`,
      path: pages.elicitation(thing.reference),
    }),
  ),
  about(
    'FirstRoundHasClosed',
    to(
      gaveFirst,
      'Read, discuss, estimate again',
      ({ secondClosesAt }) =>
        `First estimates are closed. Read the others’ without names, discuss, and give your second by ${showInstant(secondClosesAt)}.`,
    ),
  ),
  about(
    'FirstRoundHasClosed',
    toThoseWhoAsk(
      'First estimates are closed',
      'Those who gave one can now read all and discuss. You can write as facilitator.',
    ),
    'asking',
  ),
  about(
    'SecondRoundHasClosed',
    to(invited, 'The result is there', () => 'Second estimates are closed.'),
  ),
  about(
    'SecondRoundHasClosed',
    toThoseWhoAsk(
      'The result is there',
      'Second estimates are closed. The page shows what they come to, and how.',
    ),
    'asking',
  ),
  about(
    'ElicitationWasWithdrawn',
    to(invited, 'Withdrawn', ({ withdrawnReason }) => withdrawnReason ?? ''),
  ),
];
