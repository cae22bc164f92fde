import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import {
  joinTeam,
  makeFinished,
  makeOutsiders,
  type Outsiders,
} from '../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { visitData } from '../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let observer: string;
let study: string;
let request: string;
let draft: string;

/** Each private thing of these questions carries a word that stands nowhere else. */
const WORDS = {
  returned: 'canaryreturned',
  nearReason: 'canarynearreason',
  asked: 'canaryasked',
  declined: 'canarydeclined',
  partner: 'canarypartner',
  inviting: 'canaryinviting',
  draft: 'canarydraft',
  ownAnswer: 'canaryownanswer',
  sentAnswer: 'canarysentanswer',
} as const;
type Word = keyof typeof WORDS;

beforeAll(async () => {
  asking = await makeAskingTeam();
  outsiders = await makeOutsiders();
  observer = (await joinTeam(asking.teamId, ['observer'])).id;
  const now = new Date();
  const before = new Date(now.getTime() - 41.5 * 86_400_000);
  const open = await makeQuestion({
    asking,
    data: { returnedAt: before, returnedReason: WORDS.returned, nearDuplicateReason: WORDS.nearReason },
  });
  const advice = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
  [study, request] = [open.reference, advice.reference];
  draft = (await makeFinished({ asking, title: WORDS.draft })).reference;
  const asker = { questionId: open.id, askerId: outsiders.expert, askedAt: now };
  await database.db.clarification.createMany({
    data: [
      { id: randomUUID(), reference: '22222239', asked: WORDS.asked, ...asker },
      {
        id: randomUUID(),
        reference: '2222224G',
        asked: 'Declined one',
        declinedAt: now,
        declinedReason: WORDS.declined,
        ...asker,
      },
    ],
  });
  await database.db.questionInterest.create({
    data: {
      questionId: open.id,
      personId: outsiders.rival,
      watchingSince: now,
      seekingPartnersSince: now,
      partnerNote: WORDS.partner,
    },
  });
  await database.db.questionInvitation.create({
    data: {
      id: randomUUID(),
      questionId: open.id,
      personId: outsiders.rival,
      invitedById: asking.authorId,
      invitedAt: now,
      reason: WORDS.inviting,
    },
  });
  const answer = { questionId: advice.id, createdAt: now, limits: 'Few' };
  await database.db.adviceAnswer.createMany({
    data: [
      {
        id: randomUUID(),
        reference: '2222225Q',
        personId: outsiders.expert,
        body: WORDS.ownAnswer,
        ...answer,
      },
      {
        id: randomUUID(),
        reference: '2222226Y',
        personId: outsiders.rival,
        body: WORDS.sentAnswer,
        submittedAt: now,
        ...answer,
      },
    ],
  });
});

const addresses = () => [
  paths.questions(),
  ...[study, request, draft].flatMap((reference) => [
    paths.question(reference),
    paths.questionDraft(reference),
    paths.questionTask(reference, 'need'),
    paths.questionCheck(reference),
    paths.questionApproval(reference),
    paths.clarifications(reference),
    paths.questionInvitations(reference),
    paths.questionPartners(reference),
    paths.adviceAnswers(reference),
    paths.ownAdviceAnswer(reference),
    paths.copyQuestion(reference),
  ]),
  '/clarifications/22222239',
  '/clarifications/2222224G',
  '/advice-answers/2222225Q',
  '/advice-answers/2222226Y',
];

/** Every private word that somebody can read anywhere, also where a script would fetch it. */
async function readBy(as: string | undefined): Promise<Word[]> {
  const found = new Set<Word>();
  for (const address of addresses()) {
    const { status, body } = await visitData(address, { as });
    expect([address, status < 500]).toEqual([address, true]);
    for (const [word, text] of Object.entries(WORDS)) if (body.includes(text)) found.add(word as Word);
  }
  return [...found].sort();
}

describe('private words of questions', () => {
  test('a visitor, the unverified and those who check read none', async () => {
    for (const as of [undefined, outsiders.unverified, outsiders.auditor, outsiders.committeeReader])
      expect(await readBy(as)).toEqual([]);
  }, 60_000);

  test('members and coordinators read none', async () => {
    for (const as of [outsiders.member, outsiders.coordinator, outsiders.administrator])
      expect(await readBy(as)).toEqual([]);
  }, 60_000);

  test('an expert reads what they wrote, what they were told, and who looks for partners', async () => {
    expect(await readBy(outsiders.expert)).toEqual(['asked', 'declined', 'ownAnswer', 'partner']);
    expect(await readBy(outsiders.rival)).toEqual(['partner', 'sentAnswer']);
  }, 60_000);

  test('the team reads what it was sent, never a draft answer nor who looks for whom', async () => {
    const running = ['asked', 'declined', 'draft', 'inviting', 'returned', 'sentAnswer'];
    expect(await readBy(asking.authorId)).toEqual(running);
    expect(await readBy(asking.ownerId)).toEqual(running);
    expect(await readBy(observer)).toEqual(['draft', 'returned', 'sentAnswer']);
  }, 60_000);
});
