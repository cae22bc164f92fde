import { beforeAll, describe, expect, test as check } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../tests/support/database';
import { actorFor, makePerson } from '../../../tests/support/factories/people';
import { makeOutsiders, type Outsiders } from '../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { visitorNow } from '../../../tests/support/factories/visitor';
import { newReference } from '../new-reference.server';
import { consentedAdvice } from './advice/consented-advice.server';
import { loadHolidays } from './calendar.server';
import { exchangeOf, withoutCounts } from './exchange.server';
import { stateOf } from './question';
import {
  lockedQuestion,
  lockedQuestionById,
  questionForPolicy,
  questionForPolicyById,
  questionForShare,
  questionForShareById,
  recordStage,
} from './question-stage.server';
import { chosenTerms, memberIdOf, unknownChoice } from './drafting/chosen.server';
import { replaceCriteria, replacePriorities, replaceTerms } from './drafting/draft-parts.server';

const test = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
});

describe('a question for whatever changes it', () => {
  check('is the same by reference and by id, with or without a lock; none is null', async () => {
    const { id, reference } = await makeQuestion({ asking, invited: [{ personId: outsiders.expert }] });
    const found = await test.db.$transaction(async (tx) => [
      await lockedQuestion(tx, reference),
      await lockedQuestionById(tx, id),
      await questionForShare(tx, reference),
      await questionForShareById(tx, id),
      await questionForPolicy(tx, reference),
      await questionForPolicyById(tx, id),
    ]);
    for (const question of found) expect(question).toEqual(found[0]);
    expect(found[0]?.invitations).toEqual([{ personId: outsiders.expert, organisationId: null }]);
    await test.db.$transaction(async (tx) => {
      expect(await lockedQuestion(tx, '22222222')).toBeNull();
      expect(await questionForShareById(tx, newId())).toBeNull();
    });
  });

  check('waits for whoever changes it, and many may read it at once', async () => {
    const { reference } = await makeQuestion({ asking });
    const order: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let locked: () => void = () => undefined;
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const first = test.db.$transaction(async (tx) => {
      await lockedQuestion(tx, reference);
      locked();
      await held;
      order.push('changed');
    });
    await isLocked;
    const second = test.db.$transaction(async (tx) => {
      await questionForShare(tx, reference);
      order.push('read');
    });
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['changed', 'read']);
    await test.db.$transaction(async (one) => {
      await questionForShare(one, reference);
      await test.db.$transaction((other) => questionForShare(other, reference));
    });
  });

  check('moves on by its stages alone; the database refuses what cannot be', async () => {
    const { id } = await makeQuestion({ asking, state: 'closed' });
    const now = (await actorFor(asking.authorId)).asOf;
    await recordStage(test.db, id, { openedAt: now, evaluationStartedAt: now });
    const row = await test.db.question.findUniqueOrThrow({ where: { id } });
    expect(stateOf(row, now)).toBe('inEvaluation');
    await expect(recordStage(test.db, id, { decidedAt: now })).rejects.toThrow(/outcome/i);
    const early = await makeQuestion({ asking });
    await expect(recordStage(test.db, early.id, { openedAt: now })).rejects.toThrow(/open/i);
  });
});

describe('where one person stands with a question', () => {
  check('is theirs alone, and a visitor stands nowhere', async () => {
    const question = await makeQuestion({ asking, invited: [{ personId: outsiders.expert }] });
    await test.db.questionInterest.create({
      data: {
        questionId: question.id,
        personId: outsiders.expert,
        interestedAt: new Date(),
        watchingSince: new Date(),
        seekingPartnersSince: new Date(),
        partnerNote: 'Us',
      },
    });
    const standing = { invited: true, interested: true, watching: true, seekingPartners: true };
    expect(await exchangeOf(test.db, question, await actorFor(outsiders.expert))).toMatchObject(standing);
    const none = {
      invited: false,
      interested: false,
      watching: false,
      seekingPartners: false,
      ownAnswer: null,
    };
    expect(await exchangeOf(test.db, question, await actorFor(outsiders.rival))).toMatchObject(none);
    expect(await exchangeOf(test.db, question, await visitorNow())).toMatchObject(none);
    expect(
      JSON.stringify(await exchangeOf(test.db, question, await actorFor(asking.authorId))),
    ).not.toContain('Us');
  });

  check('what waits and who answered can be left out, and only that', async () => {
    const question = await makeQuestion({ asking });
    await test.db.clarification.create({
      data: {
        id: newId(),
        reference: newReference(),
        questionId: question.id,
        askerId: outsiders.expert,
        asked: 'Waiting?',
        askedAt: new Date(),
      },
    });
    const whole = await exchangeOf(test.db, question, await actorFor(asking.authorId));
    expect(whole.waitingClarifications).toBe(1);
    expect(withoutCounts(whole)).toEqual({ ...whole, waitingClarifications: 0, answersReceived: 0 });
  });
});

describe('what was ticked', () => {
  check('is looked up by its list: another list’s word and a retired one are unknown', async () => {
    const term = await test.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', retiredAt: null } });
    const strand = await test.db.term.findFirstOrThrow({ where: { scheme: 'strand', retiredAt: null } });
    const priority = await test.db.priority.findFirstOrThrow({ where: { retiredAt: null } });
    const picked = (slugs: string[]) => [{ field: 'threats', scheme: 'threatArea' as const, slugs }];
    const good = await chosenTerms(test.db, picked([term.slug, term.slug]), [priority.reference]);
    expect(good).toEqual({ termIds: [term.id], priorityIds: [priority.id], unknown: [] });
    expect(unknownChoice(good)).toBeUndefined();
    const wrong = await chosenTerms(test.db, picked([term.slug, strand.slug]), ['22222222']);
    expect(wrong.unknown).toEqual(['threats', 'priorities']);
    expect(unknownChoice(wrong)?.fields).toHaveProperty('threats');
  });

  check('replaces what was ticked before, of the same lists alone', async () => {
    const { id } = await makeQuestion({ asking, state: 'draft' });
    const terms = await test.db.term.findMany({
      where: { scheme: { in: ['threatArea', 'strand'] }, retiredAt: null },
      orderBy: { position: 'asc' },
    });
    const of = (scheme: string) => terms.filter((term) => term.scheme === scheme).map((term) => term.id);
    const [first = '', second = ''] = of('threatArea');
    const [strand = ''] = of('strand');
    await replaceTerms(test.db, id, { schemes: ['threatArea', 'strand'], ids: [first, strand] });
    await replaceTerms(test.db, id, { schemes: ['threatArea'], ids: [second] });
    const linked = await test.db.questionTerm.findMany({ where: { questionId: id } });
    expect(linked.map(({ termId }) => termId).sort()).toEqual([second, strand].sort());
    const priorities = await test.db.priority.findMany({ take: 2 });
    const ids = priorities.map((one) => one.id);
    await replacePriorities(test.db, id, ids);
    await replacePriorities(test.db, id, ids.slice(1));
    expect(await test.db.questionPriority.count({ where: { questionId: id } })).toBe(1);
  });

  check('criteria are numbered as they stand', async () => {
    const { id } = await makeQuestion({ asking, state: 'draft' });
    const criterion = (name: string, weight: number) => ({ name, weight, guidance: '', minimum: null });
    await replaceCriteria(test.db, id, [criterion('Method', 60), criterion('Team', 40)], newId);
    await replaceCriteria(test.db, id, [criterion('Team', 40), criterion('Method', 60)], newId);
    const rows = await test.db.criterion.findMany({
      where: { questionId: id },
      orderBy: { position: 'asc' },
    });
    expect(rows.map(({ position, name }) => [position, name])).toEqual([
      [1, 'Team'],
      [2, 'Method'],
    ]);
  });

  check('a person is of the team, in that role, now', async () => {
    const referenceOf = async (id: string) =>
      (await test.db.person.findUniqueOrThrow({ where: { id } })).reference;
    const owner = await referenceOf(asking.ownerId);
    const find = (reference: string | undefined, role: 'seniorResponsibleOwner' | 'budgetHolder') =>
      memberIdOf(test.db, asking.teamId, role, reference);
    expect(await find(owner, 'seniorResponsibleOwner')).toBe(asking.ownerId);
    expect(await find(owner, 'budgetHolder')).toBeUndefined();
    expect(await find(undefined, 'budgetHolder')).toBeNull();
    expect(await find((await makePerson()).reference, 'seniorResponsibleOwner')).toBeUndefined();
  });
});

describe('an answer that may become a finding', () => {
  check('carries its author only where the author said so', async () => {
    const { id } = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
    const now = new Date();
    const made = async (over: object) =>
      test.db.adviceAnswer.create({
        data: {
          id: newId(),
          reference: newReference(),
          questionId: id,
          personId: (await makePerson({ expert: true, name: 'Named Author' })).id,
          body: 'Yes',
          limits: 'Few',
          createdAt: now,
          submittedAt: now,
          acknowledgedAt: now,
          publishAskedAt: now,
          ...over,
        },
      });
    const named = await made({ consentedAt: now, consentNamed: true });
    const unnamed = await made({ consentedAt: now, consentNamed: false });
    const undecided = await made({});
    const refused = await made({ refusedAt: now });
    expect((await consentedAdvice(test.db, named.reference))?.author?.name).toBe('Named Author');
    const hidden = await consentedAdvice(test.db, unnamed.reference);
    expect(hidden?.author).toBeNull();
    expect(JSON.stringify(hidden)).not.toContain('Named Author');
    for (const { reference } of [undecided, refused])
      expect(await consentedAdvice(test.db, reference)).toBeNull();
  });
});

check('the bank holidays of a nation are there, and of an unknown one none', async () => {
  const holidays = await loadHolidays(test.db);
  expect(holidays.has('2026-12-25')).toBe(true);
  expect(holidays.has('2026-12-24')).toBe(false);
  expect(await loadHolidays(test.db, 'atlantis')).toEqual(new Set());
});
