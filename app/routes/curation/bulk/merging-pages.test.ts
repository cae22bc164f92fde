import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const preview = (kind: string, action: string, items: string[]) =>
  visit(
    `${paths.deskPreview(kind)}?${new URLSearchParams([['action', action], ...items.map((item) => ['item', item])])}`,
    {
      as: who.coordinator,
    },
  );
const apply = (kind: string, action: string, items: string[], more: Record<string, string> = {}) =>
  send(paths.deskPreview(kind), { action, items, reason: 'The same', ...more }, { as: who.coordinator });
const queue = async (kind: string) => (await visit(paths.deskQueue(kind), { as: who.coordinator })).text;
const undo = (report: string) => send(`${report}/undo`, {}, { as: who.coordinator });
const at = (path: string, as?: string) => visit(path, { as });

test('a finding that looks like an older one is merged into it, and both say so; undone, both stand again', async () => {
  const term = await database.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', retiredAt: null } });
  const kept = await makeFinding({ title: 'Prices of cocaine at the quay', year: 2021 });
  const author = await makePerson({ expert: true });
  const twin = await makeFinding({
    title: 'PRICES of cocaine, at the quay!',
    year: 2021,
    submittedById: author.id,
  });
  await database.db.findingTerm.create({ data: { findingId: twin.id, termId: term.id } });
  const third = await makeFinding({ title: 'Something else' });
  await send(
    paths.linkFinding(twin.reference),
    { kind: 'supports', to: third.reference, note: 'Same port' },
    { as: who.coordinator },
  );
  expect(await queue('duplicateFindings')).toContain('Like Prices of cocaine at the quay');
  const shown = await preview('duplicateFindings', 'merge-findings', [twin.reference]);
  expect(shown.text).toContain('1 of 1 will change');
  const bare = await apply('duplicateFindings', 'merge-findings', [twin.reference], { reason: '' });
  expect(bare.status).toBe(422);

  const merged = await apply('duplicateFindings', 'merge-findings', [twin.reference]);
  expect(merged.banner).toBe('All 1 done');
  const old = await at(paths.finding(twin.reference), who.member);
  expect([old.status, old.location]).toEqual([301, paths.finding(kept.reference)]);
  const page = await at(paths.finding(kept.reference), who.member);
  expect(page.text).toContain('Merged into this finding: PRICES of cocaine, at the quay!');
  expect(page.text).toContain('Something else');
  expect(await database.db.findingTerm.count({ where: { findingId: kept.id } })).toBe(1);
  expect(page.links.map(({ href }) => href)).toContain(`${paths.finding(twin.reference)}?merged=shown`);
  expect((await at(`${paths.finding(twin.reference)}?merged=shown`, who.member)).text).toContain(
    'was merged into',
  );
  expect(await queue('duplicateFindings')).not.toContain('Prices of cocaine');
  expect((await toldOf('RecordWasMerged', twin.id)).people).toEqual([author.id]);
  const history = await at(`/history/finding/${kept.reference}`, who.coordinator);
  expect(history.text).toContain('Duplicate was taken in');

  expect((await undo(merged.location ?? '')).status).toBe(303);
  expect((await at(paths.finding(twin.reference), who.member)).text).toContain('Something else');
  expect(await database.db.findingTerm.count({ where: { findingId: kept.id } })).toBe(0);
  expect(await queue('duplicateFindings')).toContain('Like Prices of cocaine');

  const apart = await apply('duplicateFindings', 'keep-findings-apart', [twin.reference]);
  expect(apart.banner).toBe('All 1 done');
  expect(await queue('duplicateFindings')).not.toContain('Like Prices of cocaine');
});

test('of two findings of one DOI the newer goes; what an award delivered is skipped, with the reason', async () => {
  const doi = '10.5555/merge.1';
  await makeFinding({ title: 'One title', doi });
  const twin = await makeFinding({ title: 'Another title', doi });
  expect(await queue('duplicateFindings')).toContain('Another titleLike One title');
  await database.db.finding.update({ where: { id: twin.id }, data: { releasedAt: new Date() } });
  const shown = await preview('duplicateFindings', 'merge-findings', [twin.reference]);
  expect(shown.text).toContain('Decide about the release first');
});

test('questions: a request goes, with those who watch it; a competition stays what it is', async () => {
  const title = 'Which couriers carry cash by coach?';
  const kept = await makeQuestion({ title });
  const request = await makeQuestion({ title, routeSlug: 'expert-advice-request' });
  const competition = await makeQuestion({ title });
  await send(paths.questionInterest(request.reference), { intent: 'watch' }, { as: who.member });
  const items = [request.reference, competition.reference];
  expect((await preview('duplicateQuestions', 'merge-questions', items)).text).toContain(
    'break its competition',
  );
  const merged = await apply('duplicateQuestions', 'merge-questions', items);
  expect(merged.banner).toBe('1 done, 1 skipped');
  expect((await at(paths.question(request.reference), who.member)).location).toBe(
    paths.question(kept.reference),
  );
  expect((await at(paths.question(kept.reference), who.member)).text).toContain('Merged into this question');
  expect((await toldOf('RecordWasMerged', request.id)).people).toContain(request.asking.authorId);
  const watching = { questionId: kept.id, personId: who.member };
  expect(await database.db.questionInterest.count({ where: watching })).toBe(1);
  await undo(merged.location ?? '');
  expect(await database.db.questionInterest.count({ where: watching })).toBe(0);
  expect((await at(paths.question(request.reference), who.member)).status).toBe(200);
  await database.db.question.update({ where: { id: kept.id }, data: { visibility: 'team' } });
  expect((await preview('duplicateQuestions', 'merge-questions', items)).text).toContain('Fewer people');
});

test('organisations: teams, people and domains go, and come back; not in the middle of a competition', async () => {
  const kept = await makeOrganisation({ name: 'Office of Small Harbours' });
  const twin = await makeOrganisation({ name: 'The office of small harbours', domain: 'small.example' });
  const person = await makePerson({ expert: true, organisationId: twin.id });
  const team = await makeTeam({ organisationId: twin.id });
  const asking = { ...(await makeAskingTeam()), teamId: team.id };
  const open = await makeQuestion({ asking });
  const skipped = await apply('duplicateOrganisations', 'merge-organisations', [twin.reference]);
  expect(skipped.banner).toBe('0 done, 1 skipped');
  await database.db.question.update({
    where: { id: open.id },
    data: { withdrawnAt: new Date(), withdrawnReason: 'Done' },
  });
  const invited = await makeQuestion({ invited: [{ organisationId: twin.id }] });
  expect((await preview('duplicateOrganisations', 'merge-organisations', [twin.reference])).text).toContain(
    'invited to a question that is still open',
  );
  await database.db.questionInvitation.deleteMany({ where: { questionId: invited.id } });
  const merged = await apply('duplicateOrganisations', 'merge-organisations', [twin.reference]);
  expect((await at(paths.organisation(twin.reference), who.member)).location).toBe(
    paths.organisation(kept.reference),
  );
  expect((await actorFor(person.id)).organisationIds).toEqual([kept.id]);
  expect((await at(paths.organisation(kept.reference), who.member)).text).toContain('small.example');
  await undo(merged.location ?? '');
  expect((await actorFor(person.id)).organisationIds).toEqual([twin.id]);
  expect((await at(paths.organisation(twin.reference), who.member)).text).toContain('small.example');
});

test('raters who lie far apart are asked to look again; three who agree, or two, are not', async () => {
  const priority = await database.db.priority.findFirstOrThrow();
  const rated = async (title: string, values: number[]) => {
    const finding = await makeFinding({ title });
    const version = await database.db.findingVersion.findFirstOrThrow({ where: { findingId: finding.id } });
    const raters = await Promise.all(values.map(() => makePerson({ expert: true })));
    await database.db.rating.createMany({
      data: values.map((value, place) => ({
        ...{ id: newId(), findingId: finding.id, versionId: version.id, priorityId: priority.id },
        ...{ personId: raters[place]?.id ?? '', value, certainty: 2, raterRole: 'policy' as const },
        ...{ ratedAt: new Date(), changedAt: new Date() },
      })),
    });
    return { finding, raters };
  };
  const { finding, raters } = await rated('Wide apart', [1, 5, 1, 5]);
  await rated('Of one mind', [4, 4, 5]);
  await rated('Only two', [1, 5]);
  const text = await queue('disagreements');
  expect([text.includes('Wide apart'), text.includes('Of one mind'), text.includes('Only two')]).toEqual([
    true,
    false,
    false,
  ]);
  await apply('disagreements', 'ask-raters', [finding.reference]);
  expect((await toldOf('ReminderWasSent', finding.id)).people).toEqual(raters.map(({ id }) => id).sort());
  expect(await queue('disagreements')).not.toContain('Wide apart');
});

test('questions that closed a month ago and were never opened wait; their team is reminded', async () => {
  const old = await makeQuestion({ state: 'closed', closesInDays: -35, title: 'Long forgotten?' });
  await makeQuestion({ state: 'closed', closesInDays: -5, title: 'Closed lately?' });
  const text = await queue('unanswered');
  expect([text.includes('Long forgotten?'), text.includes('Closed lately?')]).toEqual([true, false]);
  await apply('unanswered', 'remind-askers', [old.reference]);
  expect((await toldOf('ReminderWasSent', old.id)).people).toContain(old.asking.authorId);
});

test('the desk and its merging are the coordinators’ alone', async () => {
  for (const as of [who.member, who.auditor, who.administrator])
    expect((await visit(paths.deskQueue('duplicateFindings'), { as })).status).toBe(403);
  const finding = await makeFinding();
  const sent = await send(
    paths.deskPreview('duplicateFindings'),
    { action: 'merge-findings', items: finding.reference, reason: 'x' },
    { as: who.member },
  );
  expect(sent.status).toBe(403);
});
