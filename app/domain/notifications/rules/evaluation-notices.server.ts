import type { Db } from '~/platform/db.server';
import { pages } from '../addresses';
import { biddersOf, coordinators, panelOf, teamOf, unwalled } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const question = (db: Db, { nounId }: { nounId: string }) =>
  db.question.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      title: true,
      authorId: true,
      seniorResponsibleOwnerId: true,
      budgetHolderId: true,
    },
  });
type Asked = NonNullable<Awaited<ReturnType<typeof question>>>;

const about = rulesAbout(question);
const words = (asked: Asked, subject: string, body: string) => ({
  subject: `${subject}: ${asked.title}`,
  body,
  path: pages.evaluation(asked.reference),
});
const deciders = (db: Db, asked: Asked) =>
  unwalled(db, asked.id, [asked.authorId, asked.seniorResponsibleOwnerId, asked.budgetHolderId]);

/** Whoever may have a conflict themselves learns of no suspicion. */
async function withoutConflict(db: Db, questionId: string, personIds: (string | null)[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM conflict WHERE question_id = ${questionId}::uuid
      AND (confirmed_at IS NOT NULL OR dismissed_at IS NULL OR declared_at > dismissed_at OR suspected_at > dismissed_at)`;
  const concerned = new Set(rows.map(({ id }) => id));
  return unwalled(
    db,
    questionId,
    personIds.filter((id) => id === null || !concerned.has(id)),
  );
}

/** While a question hides its bidders, its panel does not look after conflicts. */
async function withoutHiddenFrom(
  db: Db,
  questionId: string,
  people: (string | null)[],
): Promise<(string | null)[]> {
  const [row] = await db.$queryRaw<{ hides: boolean }[]>`
    SELECT soundings.hides_bidders(${questionId}::uuid) AS hides`;
  if (!row?.hides) return people;
  const panel = await panelOf(db, questionId);
  return people.filter((id) => id === null || !panel.includes(id));
}

/** Numbers of bids, bidders and scores stand on the pages alone, where walls hold; never in a notice. */
export const evaluationNotices = [
  about('PanelMemberWasAppointed', async ({ fact, db, thing }) => ({
    personIds: await unwalled(db, thing.id, [textOf(fact, 'personId')]),
    ...words(thing, 'You are on the panel', 'Declare your interests before you read anything.'),
  })),
  about('EvaluatorWasLimitedToLots', async ({ fact, db, thing }) => ({
    personIds: await unwalled(db, thing.id, [textOf(fact, 'personId')]),
    ...words(thing, 'Your lots have changed', 'See on the page of the evaluation which bids you judge.'),
  })),
  about('PanelMembershipWasEnded', async ({ fact, thing }) => ({
    personIds: [textOf(fact, 'personId')].filter((id) => id !== null),
    ...words(thing, 'You have left the panel', 'You no longer take part in this evaluation.'),
    path: pages.question(thing.reference),
  })),
  about('OpenerDeputyWasNamed', async ({ fact, db, thing }) => ({
    personIds: await unwalled(db, thing.id, [textOf(fact, 'personId') ?? textOf(fact, 'deputyId')]),
    ...words(thing, 'You may open bids', 'You were named as a deputy for the opening of bids.'),
    path: pages.opening(thing.reference),
  })),
  about('QuestionHasClosed', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, [
      ...(await panelOf(db, thing.id, 'moderator')),
      thing.budgetHolderId,
    ]),
    ...words(thing, 'The deadline has passed', 'Bids can be opened now.'),
    path: pages.opening(thing.reference),
  })),
  about('ExpressionsHaveClosed', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, await panelOf(db, thing.id)),
    ...words(
      thing,
      'Expressions of interest have closed',
      'Declare your interests, then judge each of them.',
    ),
    path: pages.expressions(thing.reference),
  })),
  about(
    'OpeningWasConfirmed',
    async ({ db, thing }) => ({
      personIds: await unwalled(db, thing.id, [
        ...(await panelOf(db, thing.id, 'moderator')),
        thing.budgetHolderId,
      ]),
      ...words(thing, 'The opening was confirmed', 'One of the two openers has confirmed the opening.'),
      path: pages.opening(thing.reference),
    }),
    'other-opener',
  ),
  about('BidsWereOpened', async ({ db, thing }) => ({
    personIds: [...(await panelOf(db, thing.id)), ...(await deciders(db, thing))],
    actorToo: true,
    ...words(
      thing,
      'Bids are open: declare your interests',
      'Look at the list of people and organisations and declare, before anybody reads a bid.',
    ),
    path: pages.declaration(thing.reference),
  })),
  about(
    'BidsWereOpened',
    async ({ db, thing }) => ({
      personIds: await biddersOf(db, thing.id),
      ...words(thing, 'Bids were opened', 'Your bid was opened and goes to the panel.'),
      path: pages.question(thing.reference),
    }),
    'bidders',
  ),
  about('InterestWasDeclared', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, [thing.seniorResponsibleOwnerId, ...(await coordinators(db))]),
    ...words(
      thing,
      'An interest was declared',
      'Decide whether it is a conflict before the evaluation goes on.',
    ),
  })),
  about('ConflictWasConfirmed', async ({ fact, thing }) => ({
    personIds: [textOf(fact, 'personId')].filter((id) => id !== null),
    ...words(
      thing,
      'A conflict was confirmed',
      'What it covers is now closed to you. The reason stands in your register of interests.',
    ),
    path: pages.ownInterests(),
  })),
  about('ConflictWasLifted', async ({ fact, thing }) => ({
    personIds: [textOf(fact, 'personId')].filter((id) => id !== null),
    ...words(
      thing,
      'A conflict was lifted',
      'What it covered is open to you again, as far as you have a part in it.',
    ),
    path: pages.ownInterests(),
  })),
  about('ConflictsWereSuspected', async ({ db, thing }) => ({
    personIds: await withoutConflict(
      db,
      thing.id,
      await withoutHiddenFrom(db, thing.id, [
        thing.seniorResponsibleOwnerId,
        ...(await panelOf(db, thing.id, 'moderator')),
        ...(await coordinators(db)),
      ]),
    ),
    ...words(thing, 'Look at possible conflicts', 'Soundings found what may be conflicts of interest.'),
    path: pages.conflicts(thing.reference),
  })),
  about('InterestWasDismissed', async ({ fact, thing }) => ({
    personIds: [textOf(fact, 'personId')].filter((id) => id !== null),
    ...words(thing, 'Your declaration was considered', 'It is not a conflict; you can take part.'),
  })),
  about('EvaluationWasStarted', async ({ db, thing }) => ({
    personIds: await panelOf(db, thing.id, 'evaluator'),
    ...words(thing, 'Score the bids', 'Everybody has declared. Read and score independently.'),
  })),
  about(
    'EvaluationWasStarted',
    async ({ db, thing }) => ({
      personIds: await panelOf(db, thing.id, 'moderator'),
      actorToo: true,
      ...words(
        thing,
        'Scoring has started',
        'The evaluators score on their own now. You are told when all scores are in; then you lead their meeting.',
      ),
    }),
    'moderator',
  ),
  about('ModerationMeetingWasMinuted', async ({ db, thing }) => ({
    personIds: await panelOf(db, thing.id),
    ...words(thing, 'The moderation meeting was minuted', 'Read the minutes of the panel.'),
  })),
  about('QualityWasAgreed', async ({ db, thing }) => ({
    personIds: await panelOf(db, thing.id),
    ...words(thing, 'Quality is agreed', 'The consensus scores are final; the ranking can be seen.'),
  })),
  ...['CompetitionWasPutOnHold', 'CompetitionHoldWasLifted'].flatMap((fact) => {
    const subject = fact === 'CompetitionWasPutOnHold' ? 'On hold' : 'No longer on hold';
    const body =
      fact === 'CompetitionWasPutOnHold'
        ? 'The competition is on hold: nothing is decided or signed until it goes on.'
        : 'The competition goes on where it stood.';
    return [
      about(fact, async ({ db, thing }) => ({
        personIds: await unwalled(db, thing.id, [
          ...(await panelOf(db, thing.id)),
          ...(await teamOf(db, thing.id)),
        ]),
        ...words(thing, subject, body),
      })),
      about(
        fact,
        async ({ db, thing }) => ({
          personIds: await biddersOf(db, thing.id),
          ...words(thing, subject, body),
          path: pages.question(thing.reference),
        }),
        'bidders',
      ),
    ];
  }),
  about('RecommendationWasMade', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, [thing.seniorResponsibleOwnerId]),
    ...words(
      thing,
      'For your decision',
      'The panel has made its recommendation. Declare your interests, then approve or return it.',
    ),
    path: pages.decision(thing.reference),
  })),
  about(
    'RecommendationWasMade',
    async ({ db, thing }) => ({
      personIds: await unwalled(
        db,
        thing.id,
        [...(await panelOf(db, thing.id)), thing.authorId, thing.budgetHolderId].filter(
          (id) => id !== thing.seniorResponsibleOwnerId,
        ),
        true,
      ),
      actorToo: true,
      ...words(
        thing,
        'Declare your interests before the award',
        'The panel has made its recommendation. It can be decided once everybody who can influence it has declared again.',
      ),
      path: pages.declaration(thing.reference),
    }),
    'declare',
  ),
  about('RecommendationWasReturned', async ({ db, thing }) => ({
    personIds: await panelOf(db, thing.id, 'moderator'),
    ...words(thing, 'The recommendation was returned', 'The senior responsible owner asks for another look.'),
  })),
  about('RecommendationWasApproved', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, [
      ...(await panelOf(db, thing.id)),
      ...(await teamOf(db, thing.id)),
    ]),
    ...words(thing, 'The recommendation was approved', 'Next, the assessment summaries go to every bidder.'),
  })),
];
