import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { authoriseTeam } from '~/domain/understanding/commands/authorise-team.server';
import { gapOf, weakOn } from '~/domain/understanding/understanding';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeCoordinator } from '../../../../tests/support/factories/strategy-cast';
import { done, ending } from '../../../../tests/support/outcome';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
const who = { coordinator: '', member: '', author: '', auditor: '', committee: '' };
let team = '';
const soon = addDays(ukDay(new Date()), 90);
const review = {
  'reviewBy.day': String(soon.getUTCDate()),
  'reviewBy.month': String(soon.getUTCMonth() + 1),
  'reviewBy.year': String(soon.getUTCFullYear()),
};
/** Invented for the test: no source says which four they were. */
const FOUR = ['fraud', 'illegal-drugs', 'illegal-firearms', 'money-laundering'];

const rate = (slug: string, over: Record<string, string> = {}, as = who.coordinator) =>
  send(
    paths.rateUnderstanding(slug),
    { dimension: 'scale', level: 'weak', basis: 'Example of a test', ...review, ...over },
    { as },
  );

beforeAll(async () => {
  who.coordinator = (await makeCoordinator()).id;
  who.member = (await makePerson({ name: 'Mia Member' })).id;
  who.author = (await makePerson({ name: 'Ada Author' })).id;
  who.auditor = (await makePerson({ roles: ['auditor'] })).id;
  who.committee = (await makePerson({ roles: ['committeeReader'] })).id;
  team = (await makeTeam({ members: [{ personId: who.author, roles: ['author'] }] })).reference;
});

test('a gap is a fifth for each weak side and a tenth for each partial one; unknown is no gap', () => {
  expect(gapOf({})).toBeNull();
  expect(gapOf({ scale: 'good' })).toBe(0);
  expect(gapOf({ scale: 'weak', nature: 'partial', harm: null })).toBe(0.3);
  expect(gapOf({ scale: 'weak', nature: 'weak', drivers: 'weak', harm: 'weak', response: 'weak' })).toBe(1);
  expect(weakOn({ response: 'weak', scale: 'weak', harm: 'partial' })).toEqual(['scale', 'response']);
});

describe('how well a threat area is understood', () => {
  test('is unknown where nobody judged, on every side of every threat area', async () => {
    const page = await visit(paths.understanding(), { as: who.member });
    expect(page.heading).toBe('No threat area is judged weak on scale');
    const sides = page.rows.filter(([, first]) => first !== 'Scale').flatMap((row) => row.slice(1));
    expect(sides).toEqual(Array(50).fill('Unknown'));
    expect((await visit('/', { as: who.member })).text).not.toContain('Scale weakly understood');
  });

  test('four weak areas are exactly those on the page, and on the home page of members alone', async () => {
    for (const slug of FOUR) expect((await rate(slug)).location).toBe(paths.rateUnderstanding(slug));
    expect((await rate('cyber-crime', { level: 'good' })).status).toBe(303);
    expect((await rate('child-sexual-abuse', { dimension: 'harm' })).status).toBe(303);
    const page = await visit(paths.understanding(), { as: who.auditor });
    expect(page.heading).toBe('The scale of 4 of 10 threat areas is weakly understood');
    const names = page.rows.filter((row) => row[1] === 'Weak').map(([name]) => name);
    const home = await visit('/', { as: who.member });
    const panel = home
      .$('aside, .side-panel')
      .filter((_, node) => home.$(node).text().includes('Scale weakly'));
    const shown = panel
      .last()
      .find('li')
      .map((_, node) => home.$(node).text())
      .get();
    expect(shown).toHaveLength(4);
    expect(shown.toSorted()).toEqual(names.toSorted());
    expect((await visit('/', { as: who.committee })).text).not.toContain('Scale weakly understood');
    expect(await deadLinks(page, { as: who.auditor })).toEqual([]);
  });

  test('a judgement says by whom, on what, and stays when another follows', async () => {
    const finding = await makeFinding({ title: 'Counting fraud' });
    const again = await rate('fraud', {
      level: 'partial',
      basis: 'A better count',
      findings: finding.reference,
    });
    expect(again.status).toBe(303);
    const page = await visit(paths.rateUnderstanding('fraud'), { as: who.member });
    expect(page.text).toContain('Scale (before)');
    expect(page.links).toContainEqual({ text: 'Counting fraud', href: paths.finding(finding.reference) });
    expect(page.buttons).not.toContain('Record the judgement');
    await expect(store.db.understandingRating.deleteMany()).rejects.toThrow(/VersionIsKept/);
    await expect(store.db.understandingRating.updateMany({ data: { basis: 'x' } })).rejects.toThrow(
      /VersionIsKept/,
    );
  });

  test('is taken back to unknown, which asks for no day', async () => {
    const none = { 'reviewBy.day': '', 'reviewBy.month': '', 'reviewBy.year': '' };
    expect((await rate('fraud', { level: 'unknown', ...none })).status).toBe(303);
    const again = await rate('fraud', { level: 'unknown', ...none });
    expect(again.messageBeside('level')).toBe('This is unknown already. Nothing has to be recorded');
    const page = await visit(paths.understanding(), { as: who.member });
    expect(page.rows.find(([name]) => name?.startsWith('Fraud'))?.[1]).toBe('Unknown');
  });

  test.each([
    [{ basis: ' ' }, 'basis', 'Say on what you base this'],
    [{ findings: 'H7K4-QXMF' }, 'findings', 'No published finding has the reference “H7K4-QXMF”'],
    [{ 'reviewBy.year': '2020' }, 'reviewBy', 'Enter a day after today'],
    [{ level: '' }, 'level', 'Choose how well it is understood'],
  ])('with %j the form says so', async (over, field, message) => {
    const page = await rate('illegal-drugs', over);
    expect(page.status).toBe(422);
    expect(page.errors).toContain(message);
    if (field !== 'reviewBy') expect(page.messageBeside(field)).toBe(message);
  });

  test('is judged by coordinators and authorised teams alone', async () => {
    for (const as of [who.member, who.author, who.auditor])
      expect((await rate('fraud', {}, as)).status).toBe(403);
    const keeper = await actorFor(who.coordinator);
    done(await run(authoriseTeam, keeper, { team }));
    expect(ending(await run(authoriseTeam, keeper, { team }))).toBe('TeamRatesAlready');
    expect((await rate('fraud', {}, who.author)).status).toBe(303);
    const ended = await send(paths.understandingTeams(), { does: 'end', team }, { as: who.coordinator });
    expect(ended.status).toBe(303);
    expect((await rate('fraud', {}, who.author)).status).toBe(403);
    expect((await visit(paths.understandingTeams(), { as: who.author })).status).toBe(403);
  });

  test('is nobody’s business outside: the committee reader is told so', async () => {
    for (const address of [paths.understanding(), paths.indicators(), paths.rateUnderstanding('fraud')])
      expect((await visit(address, { as: who.committee })).status).toBe(403);
  });

  test('holds for threat areas only, in the database too', async () => {
    const level = await store.db.term.findFirstOrThrow({ where: { scheme: 'level' } });
    const row = {
      id: crypto.randomUUID(),
      termId: level.id,
      dimension: 'scale' as const,
      number: 1,
      level: 'weak' as const,
    };
    const said = { basis: 'x', reviewBy: soon, ratedById: who.coordinator, ratedAt: new Date() };
    await expect(store.db.understandingRating.create({ data: { ...row, ...said } })).rejects.toThrow(
      /TermIsNoThreatArea/,
    );
    expect((await rate('nothing')).status).toBe(404);
    expect(isoDay(soon)).toMatch(/^\d{4}/);
  });
});
