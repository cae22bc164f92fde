import { beforeAll, describe, expect, test as check } from 'vitest';
import { exportTrail } from '~/domain/audit/export-trail.server';
import { verifyTrail } from '../../scripts/verify-audit.mjs';
import { readTaxonomyData } from '../../prisma/seed/taxonomy-data';
import { loadDemonstration } from '../../prisma/seed/demonstration';
import { demonstratedQuestions, type DemonstratedQuestion } from '../../prisma/seed/demonstration/listing';
import { useDatabase } from '../support/database';

const test = useDatabase();
// Under a minute on a quiet machine; a busy one may take ten times as long.
const SLOWEST_MS = 600_000;
let questions: DemonstratedQuestion[] = [];

beforeAll(async () => {
  expect(await loadDemonstration()).toBe(true);
  questions = await demonstratedQuestions();
}, SLOWEST_MS);

const statesOf = () => new Set(questions.map(({ state }) => state));

describe('the demonstration', () => {
  check('holds all terms, frameworks, priority sets and publications of the given data', async () => {
    const given = readTaxonomyData();
    expect(await test.db.term.count({ where: { scheme: 'threatArea' } })).toBe(given.threat_areas.length);
    expect(await test.db.framework.count()).toBe(given.frameworks.length);
    expect(await test.db.prioritySet.count({ where: { interim: false } })).toBe(given.priority_sets.length);
    expect(await test.db.finding.count({ where: { bibliographic: true, invented: false } })).toBe(108);
  });

  check('has experts with expertise and teams with every role', async () => {
    const experts = await test.db.person.findMany({
      where: { expertProfile: { isNot: null } },
      include: { expertTerms: true },
    });
    expect(experts.length).toBeGreaterThanOrEqual(24);
    expect(experts.filter(({ expertTerms }) => expertTerms.length < 3)).toEqual([]);
    const teams = await test.db.team.findMany({ include: { memberships: true } });
    expect(teams.length).toBeGreaterThanOrEqual(6);
    for (const { memberships } of teams)
      expect(new Set(memberships.flatMap(({ roles }) => roles)).size).toBe(6);
  });

  check('keeps files apart from a record, and has what is asked of that', async () => {
    const levels = await test.db.fileAccess.findMany({ where: { replacedAt: null } });
    expect(levels.map(({ level }) => level).sort()).toEqual(['embargoed', 'restricted']);
    const kinds = await test.db.request.findMany({ where: { state: 'asked' }, orderBy: { id: 'asc' } });
    expect(kinds.map(({ kind }) => kind)).toEqual(['access', 'inclusion']);
    expect(await test.db.collectionEntry.count()).toBe(3);
    expect(await test.db.fileGrant.count({ where: { endedAt: null } })).toBe(1);
  });

  check('has nobody who is not invented', async () => {
    expect(
      await test.db.person.count({ where: { OR: [{ invented: false }, { demonstration: false }] } }),
    ).toBe(0);
    expect(await test.db.person.count({ where: { orcid: { not: null } } })).toBe(0);
    const real = await test.db.personEmail.count({ where: { NOT: { address: { endsWith: '.example' } } } });
    expect(real).toBe(0);
  });

  check('asks questions on every route, in every state', () => {
    expect(questions.length).toBeGreaterThanOrEqual(16);
    expect(new Set(questions.map(({ route }) => route)).size).toBe(6);
    expect([...statesOf()].sort()).toEqual(
      [
        'Answered',
        'Awaiting approval',
        'Awarded, before its notice',
        'Awarded, in standstill',
        'Bids opened',
        'Cancelled',
        'Closed',
        'Draft',
        'In delivery',
        'In evaluation',
        'None suitable',
        'Open',
        'Open, clarifications closed',
        'Returned to its author',
        'Set aside',
        'Withdrawn',
      ].sort(),
    );
  });

  check('touches every enabler and leaves cells of the map empty', async () => {
    const untouched = await test.db.term.findMany({
      where: { scheme: 'enabler', questionTerms: { none: {} } },
      select: { slug: true },
    });
    expect(untouched).toEqual([]);
    const cells = await test.db.$queryRaw<{ n: number }[]>`
      SELECT count(DISTINCT (a.id, s.id))::int AS n
      FROM question_term qa JOIN term a ON a.id = qa.term_id AND a.scheme = 'threatArea'
      JOIN question_term qs ON qs.question_id = qa.question_id JOIN term s ON s.id = qs.term_id AND s.scheme = 'strand'`;
    expect(cells[0]?.n).toBeGreaterThan(12);
    expect(cells[0]?.n).toBeLessThan(34);
  });

  check('has bids, findings of questions, ratings by three sides and impact records', async () => {
    expect(await test.db.bid.count()).toBeGreaterThanOrEqual(20);
    expect(
      await test.db.finding.count({ where: { questionId: { not: null }, publishedAt: { not: null } } }),
    ).toBeGreaterThanOrEqual(10);
    expect(await test.db.rating.count()).toBeGreaterThanOrEqual(300);
    const values = await test.db.rating.groupBy({ by: ['raterRole', 'value'], _count: true });
    for (const role of ['policy', 'operational', 'academic'])
      expect(
        new Set(values.filter((one) => one.raterRole === role).map(({ value }) => value)).size,
      ).toBeGreaterThanOrEqual(5);
    expect(
      await test.db.impactRecord.count({ where: { statementSignature: { not: null } } }),
    ).toBeGreaterThanOrEqual(8);
  });

  check('follows a question in between: clarifications, addenda, interest, walls, releases', async () => {
    expect(
      await test.db.clarification.count({ where: { answeredAt: { not: null } } }),
    ).toBeGreaterThanOrEqual(12);
    expect(
      await test.db.clarification.count({ where: { answeredAt: null, declinedAt: null } }),
    ).toBeGreaterThanOrEqual(1);
    expect(await test.db.addendum.count()).toBeGreaterThanOrEqual(3);
    expect(await test.db.questionInterest.count()).toBeGreaterThanOrEqual(20);
    expect(await test.db.wall.count()).toBe(2);
    expect(await test.db.release.count({ where: { noun: 'question' } })).toBeGreaterThanOrEqual(2);
    expect(await test.db.adviceAnswer.count({ where: { submittedAt: { not: null } } })).toBe(5);
  });

  check('knows experts by their works, some of them written together', async () => {
    const taken = await test.db.expertWork.groupBy({
      by: ['personId'],
      where: { state: 'taken' },
      _count: true,
    });
    expect(taken.map(({ _count: works }) => works).filter((works) => works < 3 || works > 6)).toEqual([]);
    expect(taken).toHaveLength(12);
    const [together] = await test.db.$queryRaw<{ works: number }[]>`SELECT count(*)::int AS works FROM (
      SELECT FROM work_author WHERE person_id IS NOT NULL GROUP BY work_id HAVING count(*) > 1) shared`;
    expect(together?.works).toBeGreaterThanOrEqual(10);
  });

  check('watches signals, registers data, talks, votes and explains', async () => {
    const signals = await test.db.signal.findMany({
      where: { publishedAt: { not: null } },
      include: { judgements: true, evidence: true, questions: true },
    });
    expect(signals).toHaveLength(5);
    for (const { judgements, evidence, questions } of signals) {
      expect(judgements.length).toBeGreaterThanOrEqual(2);
      expect([evidence.length, questions.length]).not.toContain(0);
    }
    expect(await test.db.dataset.count({ where: { confirmedAt: { not: null } } })).toBe(5);
    expect(await test.db.dataset.count({ where: { confirmedAt: null } })).toBe(1);
    const closedByData = { answeredAt: { not: null }, terms: { some: { term: { slug: 'data-gap' } } } };
    expect(await test.db.question.count({ where: { ...closedByData, datasetLinks: { some: {} } } })).toBe(1);
    const levels = await test.db.comment.groupBy({ by: ['level'] });
    expect(levels.map(({ level }) => level).sort()).toEqual([
      'coordinators',
      'everybody',
      'government',
      'team',
    ]);
    expect(await test.db.comment.count({ where: { hiddenAt: { not: null } } })).toBe(1);
    const voters = await test.db.findingVote.groupBy({ by: ['personId'] });
    expect(voters).toHaveLength(8);
    const apart = await test.db.ratingOutlier.findMany({ where: { note: { not: null } } });
    expect(apart.map(({ value }) => value)).toEqual([1]);
  });

  check('says who meets about what, who does what and what organisations can do', async () => {
    const open = { endings: { none: { reopenedOn: null } } };
    const kinds = await test.db.governanceGroup.groupBy({ by: ['kind'], where: open, _count: true });
    expect(kinds.map(({ kind, _count: groups }) => [kind, groups]).toSorted()).toEqual([
      ['discusses', 6],
      ['governs', 4],
    ]);
    const names = await test.db.governanceGroup.findMany({ select: { name: true } });
    expect(names.filter(({ name }) => !name.endsWith('(invented)'))).toEqual([]);
    expect(await test.db.groupMember.count({ where: { cameFromId: { not: null } } })).toBe(1);
    expect(await test.db.responsibility.count({ where: { role: 'accountable' } })).toBe(3);
    expect(await test.db.capability.count({ where: { kind: 'wanted' } })).toBe(1);
  });

  check('shows a newcomer each part of a competition, some of them under way', async () => {
    const waiting = { decidedAt: null };
    expect(await test.db.challenge.count({ where: waiting })).toBe(1);
    expect(await test.db.reservePlace.count({ where: { releasedAt: null, awardedAt: null } })).toBe(1);
    expect(await test.db.interview.count({ where: { recordedAt: { not: null } } })).toBe(2);
    expect(await test.db.decisionLetter.count({ where: { sentAt: { not: null } } })).toBe(2);
    expect(await test.db.bidSignOff.count({ where: { signedAt: { not: null } } })).toBe(1);
    expect(await test.db.referenceLead.count({ where: { takenUpAt: null } })).toBe(2);
    expect(await test.db.requirementCheck.count({ where: { agreedAt: null } })).toBe(0);
    expect(await test.db.requirementCheck.count()).toBe(4);
    const judged = await test.db.expression.groupBy({
      by: ['invited'],
      _count: true,
      orderBy: { invited: 'asc' },
    });
    expect(judged.map(({ _count: sent }) => sent).sort()).toEqual([1, 2]);
    expect(await test.db.bidderSession.count({ where: { cancelledAt: null, recordedAt: null } })).toBe(1);
    expect(await test.db.deadlineExtension.count({ where: { confirmedAt: null, declinedAt: null } })).toBe(1);
    expect(await test.db.approval.count()).toBe(1);
    expect(await test.db.enquiry.count()).toBe(2);
    expect(await test.db.question.count({ where: { bidsAnonymous: true } })).toBe(1);
  });

  check('gives way to questions and findings of others, and merges what is there twice', async () => {
    const asked = await test.db.sponsorship.findMany({ where: { endedAt: null } });
    expect(asked.map(({ acceptedAt }) => acceptedAt !== null).sort()).toEqual([false, true]);
    expect(await test.db.question.count({ where: { reusedFindingId: { not: null } } })).toBe(1);
    const merges = await test.db.recordMerge.findMany({ select: { noun: true } });
    expect(merges.map(({ noun }) => noun).sort()).toEqual(['finding', 'term']);
    expect(await test.db.privateTag.count()).toBe(2);
    expect(await test.db.savedSearch.count({ where: { feedHash: { not: null } } })).toBe(1);
  });

  check('ends with the clock of the machine and nothing to catch up on', async () => {
    const [clock] = await test.db.$queryRaw<
      { still: boolean }[]
    >`SELECT shift = interval '0' AS still FROM soundings.clock`;
    expect(clock?.still).toBe(true);
    expect(await test.db.fact.count({ where: { position: null } })).toBe(0);
    expect(await test.db.mail.count({ where: { keptAt: null, notice: { isNot: null } } })).toBe(0);
  });

  check('loads nothing where people are', async () => {
    expect(await loadDemonstration()).toBe(false);
  });

  check('leaves an audit trail that verifies', async () => {
    let facts = 0;
    async function* lines() {
      for await (const line of exportTrail()) {
        facts += 1;
        yield JSON.parse(line) as Record<string, unknown>;
      }
    }
    const trail = lines();
    await trail.next();
    expect((await verifyTrail(trail, new Map())).findings).toEqual([]);
    expect(facts).toBeGreaterThan(1000);
  });
});
