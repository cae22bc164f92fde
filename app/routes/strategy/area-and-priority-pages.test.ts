import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeAward } from '../../../tests/support/factories/awards';
import { makeFinding } from '../../../tests/support/factories/findings';
import { makeOrganisation, makePerson } from '../../../tests/support/factories/people';
import { makePriority } from '../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { termCalled } from '../../../tests/support/factories/terms';
import { visit } from '../../../tests/support/site';
import { deadLinks } from '../../../tests/support/site/links';

const database = useDatabase();
const AREA = 'illegal-drugs';
const STRAND = { scheme: 'strand' as const, slug: 'prevent' };
let member: string;
let unverified: string;
let author: string;
let priority: Awaited<ReturnType<typeof makePriority>>;
let ended: Awaited<ReturnType<typeof makePriority>>;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let award: Awaited<ReturnType<typeof makeAward>>;
let open: Awaited<ReturnType<typeof makeFinding>>;
let inner: Awaited<ReturnType<typeof makeFinding>>;

const rate = (personId: string, value: number) =>
  database.db.rating.create({
    data: {
      id: randomUUID(),
      findingId: inner.id,
      versionId: inner.versionId,
      priorityId: priority.id,
      personId,
      value,
      certainty: 2,
      raterRole: 'policy',
      ratedAt: new Date(),
      changedAt: new Date(),
    },
  });

const recordUse = async (decision: string, over: { releasedAt?: Date; withdrawnAt?: Date } = {}) =>
  database.db.impactRecord.create({
    data: {
      id: randomUUID(),
      reference: newReference(),
      findingId: open.id,
      findingNumber: 1,
      priorityId: priority.id,
      organisationId: (await makeOrganisation({ name: 'The Port Authority' })).id,
      recordedById: member,
      decision,
      decidedOn: new Date('2026-05-01'),
      effect: 'Patrols moved.',
      evidence: 'Minutes',
      recordedAt: new Date(),
      ...over,
      ...(over.withdrawnAt ? { withdrawnReason: 'A mistake' } : {}),
    },
  });

/** What a question is about is frozen once it is published: the scene is set below that rule. */
const tagFrozen = (questionId: string, termId: string) =>
  database.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.questionPriority.create({ data: { questionId, priorityId: priority.id } });
    await tx.questionTerm.create({ data: { questionId, termId } });
  });

beforeAll(async () => {
  member = (await makePerson({ name: 'Member One' })).id;
  unverified = (await makePerson({ verified: false })).id;
  priority = await makePriority({ name: 'Fewer drugs at ports' });
  ended = await makePriority({
    name: 'An older aim',
    startsOn: new Date('2010-01-01'),
    endsOn: new Date('2011-12-31'),
  });
  const area = await termCalled('threatArea', AREA);
  const about = {
    terms: [{ scheme: 'threatArea' as const, slug: AREA }, STRAND],
    priorityIds: [priority.id],
  };
  question = await makeQuestion({ title: 'Who recruits dock workers?', ...about });
  author = question.asking.authorId;
  await makeQuestion({ title: 'A released question', ...about, released: true });
  await makeQuestion({ title: 'A draft of somebody', ...about, state: 'draft' });
  await makeQuestion({ title: 'For a team alone', ...about, visibility: 'team' });
  award = await makeAward({ state: 'inDelivery' });
  await tagFrozen(award.question.id, area.id);
  open = await makeFinding({ title: 'Night shifts matter', termIds: [area.id], released: true, year: 2024 });
  inner = await makeFinding({ title: 'Known inside', termIds: [area.id] });
  await makeFinding({ title: 'A false finding', termIds: [area.id], state: 'retracted', released: true });
  for (const finding of [open, inner])
    await database.db.priorityCase.create({
      data: { findingId: finding.id, priorityId: priority.id, text: 'It is about ports.' },
    });
  await rate(member, 4);
  await recordUse('To patrol at night', { releasedAt: new Date() });
  await recordUse('To patrol inside');
  await recordUse('Taken back', { withdrawnAt: new Date() });
  for (const [set, verified] of [
    [priority, false],
    [ended, true],
  ] as const)
    await database.db.crosswalk.create({
      data: {
        id: randomUUID(),
        prioritySetId: set.prioritySetId,
        number: 1,
        verified,
        note: 'Read',
        holdsFrom: new Date('2026-01-01'),
        recordedAt: new Date(),
        entries: { create: [{ priorityId: set.id, termId: area.id }] },
      },
    });
});

const figure = (text: string, label: string) => Number(new RegExp(`(\\d+)\\s*${label}`).exec(text)?.[1]);

describe('a priority', () => {
  const address = () => paths.priority(priority.reference);

  test('shows the network what is asked, bought, known and used of it', async () => {
    const page = await visit(address(), { as: member });
    expect(page.heading).toBe('Fewer drugs at ports');
    expect(page.text).toContain('In force');
    expect(page.text).toContain('Who recruits dock workers?');
    expect(page.text).toContain('A released question');
    expect(page.text).not.toContain('A draft of somebody');
    expect(page.text).not.toContain('For a team alone');
    expect(page.text).toContain(award.question.title);
    expect(page.text).toContain('£60k known, 1 of 1 question costed');
    expect(page.text).toContain('Known inside');
    expect(page.text).not.toContain('A false finding');
    expect(page.text).toContain('To patrol inside');
    expect(page.text).not.toContain('Taken back');
  });

  test('counts what its lists show', async () => {
    const page = await visit(address(), { as: member });
    expect(figure(page.text, 'open questions')).toBe(2);
    expect(figure(page.text, 'live commission')).toBe(1);
    expect(figure(page.text, 'findings')).toBe(2);
    expect(page.links.map(({ text }) => text)).toContain('All 2 open questions');
    const list = page.links.find(({ text }) => text === 'All 2 open questions');
    const listed = await visit(list?.href ?? '', { as: member });
    expect(listed.text).toContain('Who recruits dock workers?');
    expect(listed.text).not.toContain('For a team alone');
  });

  test('shows a visitor only what was released, and no figure of the rest', async () => {
    for (const as of [undefined, unverified]) {
      const page = await visit(address(), { as });
      expect(page.text).toContain('A released question');
      expect(page.text).toContain('Night shifts matter');
      expect(page.text).toContain('To patrol at night');
      expect(page.text).not.toMatch(/Who recruits|Known inside|To patrol inside/);
      expect(page.text).not.toContain(award.question.title);
      expect(figure(page.text, 'open question')).toBe(1);
      expect(figure(page.text, 'finding')).toBe(1);
    }
  });

  test('never states a mean from fewer than three ratings', async () => {
    const few = await visit(address(), { as: member });
    expect(few.text).toContain('1 of 3 ratings needed for a mean: too few');
    for (const value of [5, 3]) await rate((await makePerson()).id, value);
    const enough = await visit(address(), { as: member });
    expect(enough.text).toMatch(/relevance \d\.\d of 5 from 3 ratings/);
  });

  test('says which threat areas it covers and that nobody checked it', async () => {
    const page = await visit(address());
    expect(page.text).toMatch(/Covers Illegal drugs ?\. Unverified/i);
    expect(page.links.map(({ href }) => href)).toContain(paths.threatArea(AREA));
    const unmapped = await makePriority();
    expect((await visit(paths.priority(unmapped.reference))).text).toContain(
      'Which threat areas this priority covers is not known',
    );
  });

  test('of a list that has ended says so and teaches what that means', async () => {
    const page = await visit(paths.priority(ended.reference));
    expect(page.text).toContain('List has ended');
    expect(page.text).toContain('ratings given before it ended ask to be reaffirmed');
    expect(page.text).toContain('Nothing is being asked at the moment.');
    expect(page.text).toContain('Nothing bought yet.');
    expect(page.text).toContain('The knowledge base holds nothing about this yet.');
    expect(page.text).toContain('No decision is recorded for this priority yet.');
  });

  test('offers to raise a question to those who write questions for a team', async () => {
    const raise = 'Raise a question for this priority';
    expect((await visit(address(), { as: author })).text).toContain(raise);
    for (const as of [undefined, unverified, member, question.asking.evaluatorId])
      expect((await visit(address(), { as })).text).not.toContain(raise);
  });

  test('raising one starts a question that is about it', async () => {
    const page = await visit(address(), { as: author });
    const link = page.links.find(({ text }) => text === 'Raise a question for this priority');
    const form = await visit(link?.href ?? '', { as: author });
    expect(form.status).toBe(200);
    expect(form.html).toContain(priority.reference);
  });

  test('stands in the chain, with what is below it', async () => {
    const page = await visit(address(), { as: member });
    const chain = page.$('nav, ol').filter((_, node) => page.$(node).text().includes('2 findings'));
    expect(chain.length).toBeGreaterThan(0);
    expect(page.links.some(({ href }) => href === '#used')).toBe(true);
  });

  test('that nobody recorded is not there', async () => {
    for (const reference of ['22222222', 'nonsense', '%20', "';DROP"])
      expect((await visit(`/priorities/${encodeURIComponent(reference)}`)).status).toBe(404);
  });

  test('every link leads somewhere, for whoever sees it', async () => {
    for (const as of [undefined, unverified, member, author])
      for (const one of [priority, ended]) {
        const page = await visit(paths.priority(one.reference), { as });
        expect(await deadLinks(page, { as })).toEqual([]);
      }
  });
});

describe('a threat area', () => {
  const address = paths.threatArea(AREA);

  test('says what it is and which priorities it serves, former ones apart', async () => {
    const page = await visit(address);
    expect(page.heading).toBe('Illegal drugs');
    expect(page.links.map(({ text }) => text)).toContain('Fewer drugs at ports');
    const [now, before] = page.text.split('In lists that have ended');
    expect(now).toContain('Fewer drugs at ports');
    expect(before).toContain('An older aim');
  });

  test('shows the network everything that is published, and strands where nothing is', async () => {
    const page = await visit(address, { as: member });
    expect(page.text).toContain('Who recruits dock workers?');
    expect(page.text).toContain('Known inside');
    expect(page.text).toContain('Gaps');
    const gaps = page.text.split('Gaps')[1] ?? '';
    expect(gaps).toContain('Protect');
    expect(gaps).not.toContain('Prevent');
  });

  test('tells the public neither gaps nor experts nor what was not released', async () => {
    for (const as of [undefined, unverified]) {
      const page = await visit(address, { as });
      expect(page.text).not.toMatch(/Gaps|Who recruits|Known inside/);
      expect(page.links.map(({ href }) => href).join(' ')).not.toContain('/experts');
      expect(page.text).toContain('Night shifts matter');
    }
  });

  test('offers to fill a gap to those who write questions for a team', async () => {
    const links = async (as: string) => (await visit(address, { as })).links.map(({ text }) => text);
    expect(await links(author)).toContain('raise a question on Protect');
    expect((await links(member)).join(' ')).not.toContain('raise a question');
  });

  test('one that was retired says so and why', async () => {
    const term = await database.db.term.create({
      data: {
        id: randomUUID(),
        reference: newReference(),
        scheme: 'threatArea',
        slug: 'piracy',
        name: 'Piracy',
        createdAt: new Date(),
        retiredAt: new Date(),
        retiredReason: 'It is part of maritime crime',
      },
    });
    const page = await visit(paths.threatArea(term.slug));
    expect(page.text).toContain('This threat area was retired: It is part of maritime crime');
    expect(page.text).toContain('No definition is recorded.');
    expect(page.text).toContain('No priority of a list that is in force today is known');
  });

  test('an address of none is not there', async () => {
    for (const slug of ['of-nobody', 'x'.repeat(150), '<script>'])
      expect((await visit(paths.threatArea(slug))).status).toBe(404);
  });

  test('every link leads somewhere, for whoever sees it', async () => {
    for (const as of [undefined, unverified, member, author])
      expect(await deadLinks(await visit(address, { as }), { as })).toEqual([]);
  });
});
