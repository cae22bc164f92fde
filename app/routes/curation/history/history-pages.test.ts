import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let finding: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  const priority = await makePriority();
  finding = await makeFinding({ state: 'submitted', submittedById: who.member, title: 'Night work' });
  const { reference } = finding;
  await send(paths.reviewFinding(reference), {}, { as: who.coordinator });
  await send(paths.findingTags(reference), { strands: ['prevent'] }, { as: who.second });
  const rating = { priority: priority.reference, value: '4', certainty: '2', reason: 'It helps' };
  await send(paths.finding(reference), rating, { as: who.administrator });
});

const read = (noun: string, reference: string, as?: string) => visit(paths.history(noun, reference), { as });
const personReference = async (id: string) =>
  (await database.db.person.findUniqueOrThrow({ where: { id } })).reference;

describe('the history of a finding', () => {
  test('tells members what happened, in words and in order', async () => {
    const page = await read('finding', finding.reference, who.member);
    expect(page.heading).toBe('Night work');
    expect(page.text).toContain('Finding was published');
    expect(page.text).toContain('What everybody who may read this page is told.');
    expect(page.text).not.toContain('FindingWasPublished');
    expect(page.$('main time').length).toBeGreaterThan(0);
  });

  test('the auditor is told everything, and that is recorded', async () => {
    const count = () => database.db.fact.count({ where: { name: 'HistoryWasRead', nounId: finding.id } });
    const before = await count();
    const page = await read('finding', finding.reference, who.auditor);
    expect(page.text).toContain('That you read it is recorded too.');
    expect(page.text).toMatch(/[Tt]ags were changed/);
    expect(await count()).toBe(before + 1);
  });

  test('is hidden from those who may not read the finding', async () => {
    for (const as of [who.committee]) expect((await read('finding', finding.reference, as)).status).toBe(404);
    expect((await read('finding', finding.reference, who.unverified)).status).toBe(403);
    expect((await read('finding', finding.reference)).location).toContain(paths.signIn());
    const hidden = await makeFinding({ state: 'draft' });
    expect((await read('finding', hidden.reference, who.member)).status).toBe(404);
  });

  test('leads back to the finding', async () => {
    const page = await read('finding', finding.reference, who.member);
    expect(page.$('.govuk-back-link').attr('href')).toBe(paths.finding(finding.reference));
  });
});

describe('other histories', () => {
  test.each(['secret', 'Finding', 'constructor', 'fact'])('there is no noun %s', async (noun) => {
    expect((await read(noun, finding.reference, who.auditor)).status).toBe(404);
  });

  test('of a person are their own, the coordinators’, administrators’ and auditors’', async () => {
    const reference = await personReference(who.member);
    for (const as of [who.member, who.coordinator, who.administrator, who.auditor])
      expect((await read('person', reference, as)).status).toBe(200);
    const other = await personReference(who.coordinator);
    expect((await read('person', other, who.member)).status).toBe(404);
    expect((await read('person', other, who.committee)).status).toBe(404);
  });

  test('of a term are every member’s', async () => {
    const { reference } = await termCalled('threatArea', 'fraud');
    for (const as of [who.member, who.auditor]) expect((await read('term', reference, as)).status).toBe(200);
    expect((await read('term', reference, who.unverified)).status).toBe(403);
  });

  test('of what does not exist are not there', async () => {
    for (const noun of ['question', 'finding', 'bid', 'award', 'person', 'team', 'bulkAction'])
      for (const reference of ['H7K4QXM2', 'nonsense'])
        expect((await read(noun, reference, who.auditor)).status).toBe(404);
  });

  test('the way back from each opens for its reader', async () => {
    const own = await personReference(who.member);
    const term = await termCalled('threatArea', 'fraud');
    const cases: [string, string][] = [
      ['finding', finding.reference],
      ['person', own],
      ['term', term.reference],
    ];
    for (const [noun, reference] of cases) {
      const page = await read(noun, reference, who.member);
      const back = page.$('.govuk-back-link').attr('href') ?? '';
      expect((await visit(back, { as: who.member })).status, `${noun}: ${back}`).toBe(200);
    }
  });
});

describe('the audit trail', () => {
  const trail = (query = '', as: string | undefined = who.auditor) =>
    visit(`${paths.audit()}${query}`, { as });

  test('is the auditors’ and the administrators’ alone', async () => {
    for (const as of [who.auditor, who.administrator]) expect((await trail('', as)).status).toBe(200);
    for (const as of [who.unverified, who.member, who.committee, who.coordinator]) {
      expect((await trail('', as)).status).toBe(403);
      expect((await visit(paths.auditExport(), { as })).status).toBe(403);
    }
    for (const address of [paths.audit(), paths.auditExport()])
      expect((await visit(address)).location).toContain(paths.signIn());
  });

  test('lists the facts, the latest first, and reading it is one of them', async () => {
    await trail();
    const page = await trail();
    expect(page.rows.some((cells) => cells[1] === 'The trail was read')).toBe(true);
    expect(page.text).toContain('Facts in the chain');
    expect(page.text).toContain('That you read this is recorded.');
  });

  test('is downloaded by auditors; administrators are not offered it', async () => {
    expect((await trail()).links.map(({ href }) => href)).toContain(paths.auditExport());
    expect((await trail('', who.administrator)).links.map(({ href }) => href)).not.toContain(
      paths.auditExport(),
    );
    expect((await visit(paths.auditExport(), { as: who.administrator })).status).toBe(403);
    const file = await visit(paths.auditExport(), { as: who.auditor });
    expect(file.headers.get('Content-Disposition')).toContain('soundings-audit.jsonl');
    expect(file.headers.get('Cache-Control')).toBe('no-store');
  });

  test('is filtered by what happened, what it was about and who did it', async () => {
    const published = await trail('?name=published&noun=finding');
    expect(published.rows.length).toBeGreaterThan(0);
    for (const cells of published.rows) expect(cells[1]).toMatch(/published/i);
    const reference = await personReference(who.second);
    const by = await trail(`?person=${reference}`);
    expect(by.rows.length).toBeGreaterThan(0);
    for (const cells of by.rows) expect(cells[3]).toBe('Kori Nator');
    expect(by.fields['person']).toBe(reference);
    expect(by.$('details[open]').length).toBe(1);
  });

  test('what fits no filter is said so, with a way to take them away', async () => {
    const page = await trail('?from=2000-01-01&to=2000-01-02');
    expect(page.text).toContain('No fact fits');
    expect(page.links).toContainEqual({ text: 'Take all filters away', href: paths.audit() });
  });

  test.each(['?from=yesterday', '?to=31-02-2026', '?page=1', '?after=x', `?name=${'x'.repeat(61)}`])(
    'the address %s is refused',
    async (query) => expect((await trail(query)).status).toBe(400),
  );

  test('hostile words in a filter are looked for as words', async () => {
    const page = await trail(`?noun=${encodeURIComponent(HOSTILE.slice(0, 38))}&name=%25_%5C`);
    expect(page.status).toBe(200);
    expect(page.$('main script').length).toBe(0);
  });

  test('goes on with its filters and repeats nothing', async () => {
    for (let place = 0; place < 27; place += 1) await trail('?noun=paging');
    const first = await trail('?name=read&noun=person');
    const next = first.links.find(({ href }) => href.includes('after='))?.href ?? '';
    expect(next).toContain('name=read');
    expect(next).toContain('noun=person');
    const second = await visit(next, { as: who.auditor });
    expect(first.rows).toHaveLength(25);
    expect(second.rows.length).toBeGreaterThan(1);
  });
});
