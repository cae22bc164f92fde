import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { newId } from '~/platform/ids.server';
import { newReference } from '../../new-reference.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { elicitationNotices } from './elicitation-notices.server';

const data = useDatabase();
const DAY_MS = 86_400_000;
const now = Date.now();
const days = (count: number) => new Date(now + count * DAY_MS);

const ids: Record<string, string> = {};
const idOf = (name: string): string => ids[name] ?? '';
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;

async function makeElicitation(about: { questionId?: string; findingId?: string }, openedBy: string) {
  const made = await data.db.elicitation.create({
    data: {
      ...{ id: newId(), reference: newReference(), title: 'Boats of the north', ...about },
      ...{ openedById: idOf(openedBy), openedAt: days(-1), firstClosesAt: days(10) },
      ...{ secondClosesAt: days(20), wrappedKey: new Uint8Array([1]), keyId: 'key' },
      quantities: {
        create: { position: 1, kind: 'quantity', asks: 'How many?', unit: 'boats', lower: 0, upper: 9 },
      },
      experts: {
        create: ['ada', 'ben', 'cat', 'dan'].map((name) => ({ personId: idOf(name), invitedAt: days(-1) })),
      },
    },
  });
  for (const name of ['ada', 'ben', 'dan'])
    await data.db.sealedEstimate.create({
      data: {
        ...{ elicitationId: made.id, personId: idOf(name), round: 1 },
        ...{ sealed: new Uint8Array([7]), givenAt: days(0) },
      },
    });
  await data.db.elicitationExpert.update({
    where: { elicitationId_personId: { elicitationId: made.id, personId: idOf('dan') } },
    data: { leftAt: days(0) },
  });
  return made;
}

type Made = Awaited<ReturnType<typeof makeElicitation>>;
let ofQuestion: Made;
let ofFinding: Made;
let withdrawn: Made;

beforeAll(async () => {
  const question = await makeQuestion();
  const { teamId: _team, ...people } = question.asking;
  Object.assign(ids, { author: people.authorId, owner: people.ownerId, holder: people.budgetHolderId });
  Object.assign(ids, { moderator: people.moderatorId, evaluator: people.evaluatorId });
  for (const name of ['ada', 'ben', 'cat', 'dan'])
    ids[name] = (await makePerson({ name: `Expert ${name}`, expert: true })).id;
  ids['coordinator'] = (await makePerson({ roles: ['coordinator'] })).id;
  ids['other coordinator'] = (await makePerson({ roles: ['coordinator'] })).id;
  ofQuestion = await makeElicitation({ questionId: question.id }, 'coordinator');
  ofFinding = await makeElicitation({ findingId: (await makeFinding()).id }, 'coordinator');
  withdrawn = await makeElicitation({ questionId: question.id }, 'author');
  await data.db.elicitation.update({
    where: { id: withdrawn.id },
    data: { withdrawnAt: days(0), withdrawnReason: 'The decision is made.' },
  });
});

/** What each rule about a fact says, by its kind; people by the names of this file, each once. */
async function told(name: string, { id, questionId, findingId }: Made, more: Record<string, unknown> = {}) {
  const noun = questionId ? 'question' : 'finding';
  const fact = {
    ...{ id: newId(), position: '1', name, actorId: null, noun, nounId: questionId ?? findingId ?? '' },
    ...{ at: days(0), data: { elicitationId: id, ...more } },
  };
  const all = elicitationNotices
    .filter((rule) => rule.fact === name)
    .map(async (rule) => {
      const said = await rule.tell({ db: data.db, fact });
      return [
        rule.kind,
        said && { ...said, people: [...new Set(said.personIds.map(nameOf))].sort() },
      ] as const;
    });
  return Object.fromEntries(await Promise.all(all));
}

const TEAM = ['author', 'evaluator', 'holder', 'moderator', 'owner'];

describe('about a question', () => {
  test('its opening is told to the team and to whoever opened it, not to the experts', async () => {
    const { ElicitationWasOpened: notice } = await told('ElicitationWasOpened', ofQuestion);
    expect(notice).toMatchObject({
      people: [...TEAM.slice(0, 1), 'coordinator', ...TEAM.slice(1)],
      subject: 'Experts are asked to estimate: Boats of the north',
      path: pages.elicitation(ofQuestion.reference),
    });
  });

  test('an expert is asked by name, with the day by which and that no name is shown', async () => {
    const { ExpertWasAskedToEstimate: notice } = await told('ExpertWasAskedToEstimate', ofQuestion, {
      personId: idOf('cat'),
    });
    expect(notice).toMatchObject({ people: ['cat'], subject: 'Would you estimate it? Boats of the north' });
    expect(notice?.body).toContain(`by ${showInstant(ofQuestion.firstClosesAt)}`);
    expect(notice?.body).toContain('without your name');
  });

  test('when the first round closes, those who gave one and stayed go on; the team looks on', async () => {
    const notices = await told('FirstRoundHasClosed', ofQuestion);
    expect(notices['FirstRoundHasClosed']).toMatchObject({
      people: ['ada', 'ben'],
      subject: 'Read, discuss, estimate again: Boats of the north',
    });
    expect(notices['FirstRoundHasClosed']?.body).toContain(showInstant(ofQuestion.secondClosesAt));
    expect(notices['FirstRoundHasClosed:asking']?.people).toEqual(expect.arrayContaining(TEAM));
    expect(notices['FirstRoundHasClosed:asking']?.body).toContain('facilitator');
  });

  test('the result is told to everybody still invited, whether or not they gave one', async () => {
    const notices = await told('SecondRoundHasClosed', ofQuestion);
    expect(notices['SecondRoundHasClosed']?.people).toEqual(['ada', 'ben', 'cat']);
    expect(notices['SecondRoundHasClosed:asking']?.people).toEqual(expect.arrayContaining(TEAM));
  });

  test('a withdrawal is told to the experts with its reason', async () => {
    const { ElicitationWasWithdrawn: notice } = await told('ElicitationWasWithdrawn', withdrawn);
    expect(notice).toMatchObject({
      people: ['ada', 'ben', 'cat'],
      subject: 'Withdrawn: Boats of the north',
      body: 'The decision is made.',
    });
  });

  test('no notice names an expert, or says who gave one', async () => {
    for (const { fact } of elicitationNotices)
      for (const said of Object.values(await told(fact, ofQuestion, { personId: idOf('ada') })))
        expect(`${said?.subject} ${said?.body}`).not.toMatch(/Expert (ada|ben|cat|dan)/);
  });
});

describe('about a finding', () => {
  test.each(['ElicitationWasOpened', 'FirstRoundHasClosed:asking', 'SecondRoundHasClosed:asking'])(
    '%s is told to coordinators',
    async (kind) => {
      const notices = await told(kind.split(':')[0] ?? '', ofFinding);
      expect(notices[kind]?.people).toEqual(['coordinator', 'other coordinator']);
    },
  );

  test('what is not there is told to nobody', async () => {
    const gone = { ...ofFinding, id: newId() };
    for (const { fact } of elicitationNotices)
      expect(Object.values(await told(fact, gone)).filter((said) => said !== null)).toEqual([]);
  });
});
