import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { bidderOf } from '../../../../tests/support/factories/competitions';
import { makeBid } from '../../../../tests/support/factories/bids';
import { makePanel, makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { newId } from '~/platform/ids.server';
import { pages } from '../addresses';
import { assessorNotices } from './assessor-notices.server';

const data = useDatabase();
const AT = new Date('2026-11-21T09:00:00Z');

let question: Awaited<ReturnType<typeof makeQuestion>>;
let bid: Awaited<ReturnType<typeof makeBid>>;
const ids: Record<string, string> = {};
const idOf = (name: string): string => ids[name] ?? '';
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;

/** What the rule about a fact says, and whom it tells, by the names of this file. */
async function told(name: string, nounId: string, more: Record<string, unknown> = {}) {
  const rules = assessorNotices.filter((rule) => rule.fact === name);
  expect(rules).toHaveLength(1);
  const fact = {
    ...{ id: newId(), position: '1', name, actorId: null, noun: 'question', nounId, at: AT },
    data: more,
  };
  const said = await rules[0]?.tell({ db: data.db, fact });
  return said && { ...said, people: said.personIds.map(nameOf).sort() };
}
const aboutQuestion = (name: string, more?: Record<string, unknown>) => told(name, question.id, more);

beforeAll(async () => {
  question = await makeQuestion({ state: 'inEvaluation' });
  bid = await makeBid({ question, mark: 'lighthouse' });
  const panel = await makePanel(question, { evaluators: 3 });
  ids['author'] = panel.author.id;
  ids['owner'] = panel.owner.id;
  ids['holder'] = panel.budgetHolder.id;
  ids['moderator'] = panel.moderator.id;
  ['one', 'two', 'walled'].forEach((name, place) => {
    ids[name] = panel.evaluators[place]?.id ?? '';
  });
  ids['left'] = (await makePerson()).id;
  ids['asked'] = (await makePerson()).id;
  ids['lead'] = bid.leadId;
  await data.db.panelMembership.create({
    data: {
      ...{ questionId: question.id, personId: idOf('left'), role: 'evaluator' },
      ...{ appointedById: idOf('author'), appointedAt: AT, endedAt: AT },
    },
  });
  await makeWall(question.id, idOf('walled'));
});

describe('who is told', () => {
  test.each<[string, string[]]>([
    ['AssessorInvitationWasAccepted', ['author', 'owner']],
    ['AssessorInvitationWasDeclined', ['author', 'owner']],
    ['AssignmentWasPlanned', ['moderator', 'one', 'two']],
    ['AssignmentWasConfirmed', ['one', 'two']],
  ])('of %s: %s, and never who left or is behind a wall', async (name, people) => {
    expect((await aboutQuestion(name))?.people).toEqual(people);
  });

  test.each(['AssessorWasInvited', 'AssessorWasReminded'])(
    'of %s: the person alone, unless a wall has come up',
    async (name) => {
      expect((await aboutQuestion(name, { personId: idOf('asked') }))?.people).toEqual(['asked']);
      expect((await aboutQuestion(name, { personId: idOf('walled') }))?.people).toEqual([]);
      expect((await aboutQuestion(name))?.people).toEqual([]);
    },
  );

  test('of a bid given back: the moderator, who finds another assessor', async () => {
    expect((await told('AssessmentWasRefused', bid.id, { personId: idOf('one') }))?.people).toEqual([
      'moderator',
    ]);
  });

  test('of a conflict that was flagged: the moderator and who decides, not the bidders', async () => {
    const notice = await told('ConflictWasFlagged', bid.id, { personId: idOf('one') });
    expect(notice?.people).toEqual(['moderator', 'owner']);
  });

  test('nobody of what is gone', async () => {
    const everything = assessorNotices.map(({ fact }) => told(fact, newId(), { personId: idOf('asked') }));
    expect(await Promise.all(everything)).toEqual(assessorNotices.map(() => null));
  });
});

describe('what is said', () => {
  test.each<[string, (reference: string) => string]>([
    ['AssessorWasInvited', pages.assessing],
    ['AssessorInvitationWasAccepted', pages.assessors],
    ['AssessorInvitationWasDeclined', pages.assessors],
    ['AssignmentWasPlanned', pages.evaluation],
    ['AssignmentWasConfirmed', pages.evaluation],
    ['AssessorWasReminded', pages.evaluation],
  ])('%s names the question and leads to a page of its reader', async (name, page) => {
    const notice = await aboutQuestion(name, { personId: idOf('asked') });
    expect(notice?.subject).toContain(question.title);
    expect(notice?.path).toBe(page(question.reference));
  });

  test('no notice names a bid, a bidder, who assesses or how many there are', async () => {
    const bidder = await bidderOf(bid);
    const { name: assessor } = await data.db.person.findUniqueOrThrow({ where: { id: idOf('one') } });
    for (const { fact } of assessorNotices) {
      const about = ['AssessmentWasRefused', 'ConflictWasFlagged'].includes(fact) ? bid.id : question.id;
      const notice = await told(fact, about, { personId: idOf('one'), words: 'My sister works there.' });
      const said = `${notice?.subject} ${notice?.body} ${notice?.path}`;
      for (const secret of [bidder, bid.reference, assessor, 'lighthouse', 'sister'])
        expect(said).not.toContain(secret);
    }
  });

  test('scores are due on a day only where one is planned', async () => {
    const personId = idOf('one');
    for (const name of ['AssignmentWasConfirmed', 'AssessorWasReminded'])
      expect((await aboutQuestion(name, { personId }))?.body).not.toContain('due');
    await data.db.assignmentPlan.create({
      data: {
        ...{ questionId: question.id, perBid: 2, mostBids: 3, anonymous: false },
        ...{ scoresDueOn: new Date('2027-01-15'), setById: idOf('author'), setAt: AT },
      },
    });
    for (const name of ['AssignmentWasConfirmed', 'AssessorWasReminded'])
      expect((await aboutQuestion(name, { personId }))?.body).toContain('Scores are due on 15 January 2027.');
    expect((await aboutQuestion('AssignmentWasPlanned'))?.body).not.toContain('due');
  });
});
