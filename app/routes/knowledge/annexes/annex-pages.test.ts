import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makeAccount, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeToken } from '../../../../tests/support/factories/tokens';
import { send, visit, visitData } from '../../../../tests/support/site';
import { program } from '../../../../tests/support/site/program';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
const SECRET = 'The informant lives in Harbour Street';
let who: Readers;
let owner: string;
let finding: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  owner = (await makePerson({ expert: true, name: 'Olu Wner' })).id;
});
beforeEach(async () => {
  finding = await makeFinding({ submittedById: owner, title: 'What informants say', released: true });
});

const said = (over: Record<string, string> = {}) => ({
  ...{ text: SECRET, marking: 'OFFICIAL', announced: 'yes', revision: '0', ...over },
});
const write = (over: Record<string, string> = {}, as = owner) =>
  send(paths.annexText('finding', finding.reference), said(over), { as });
const read = (as?: string) => visit(paths.annex('finding', finding.reference), { as });
const page = (as?: string) => visit(paths.finding(finding.reference), { as });
const readers = (fields: Record<string, string>, as = owner) =>
  send(paths.annexReaders('finding', finding.reference), fields, { as });

describe('the annex of a finding', () => {
  test('is read by a named list alone; each reading is a fact', async () => {
    const { id, address } = await makeAccount({ name: 'Lis Ted' });
    await write();
    expect((await readers({ address })).banner).toBe('On the list now');
    expect((await toldOf('AnnexReaderWasAdded', finding.id)).people).toEqual([id]);
    for (const as of [id, owner, who.coordinator]) expect((await read(as)).text).toContain(SECRET);
    for (const as of [who.member, who.auditor, who.administrator]) {
      const refused = await read(as);
      expect(refused.status).toBe(403);
      expect(refused.html).not.toContain('Harbour');
    }
    const where = { name: 'AnnexWasRead', nounId: finding.id };
    const facts = await database.db.fact.findMany({ where, orderBy: { number: 'asc' } });
    expect(facts.map(({ actorId }) => actorId)).toEqual([id, owner, who.coordinator]);
    const [reader] = await database.db.annexReader.findMany({ where: { personId: id } });
    await readers({ intent: 'remove', reader: reader?.id ?? '' });
    expect((await read(id)).status).toBe(403);
  });

  test('is announced by its length in its place, or not at all', async () => {
    await write();
    expect((await page(who.member)).text).toContain('[restricted: 6 words]');
    expect((await page(who.member)).links.map(({ text }) => text)).toContain('Ask for access');
    expect((await page()).text).toContain('[restricted: 6 words]');
    await write({ announced: 'no', revision: '1' });
    for (const as of [undefined, who.member, who.auditor]) {
      expect((await page(as)).text).not.toContain('restricted');
      if (as) expect((await read(as)).status).toBe(404);
    }
    expect((await page(owner)).text).toContain('[restricted: 6 words]');
  });

  test('that is hidden answers every address as if there were none', async () => {
    const answers = async () => {
      const found: [number, string][] = [];
      for (const of of [paths.annex, paths.annexText, paths.annexReaders, paths.askForAnnex])
        for (const as of [who.member, who.auditor]) {
          const { status, text } = await visit(of('finding', finding.reference), { as });
          found.push([status, text]);
        }
      return found;
    };
    const before = await answers();
    await write({ announced: 'no' });
    expect(await answers()).toEqual(before);
    expect((await write({ revision: '1' }, who.member)).status).toBe(404);
  });

  test('leaks nowhere: pages, data, search, exports, facts, notices and the database itself', async () => {
    await write();
    const places = [
      ...[paths.finding(finding.reference), paths.findingVersion(finding.reference, 1)],
      ...[paths.findings(), paths.collections(), `${paths.findings()}?q=Harbour+Street`, '/requests'],
      ...['csv', 'csl-json', 'bibtex', 'ris'].map((format) => paths.findingExport(format)),
      paths.findingCitation(finding.reference, 'csl-json'),
      paths.history('finding', finding.reference),
    ];
    for (const path of places)
      for (const as of [undefined, who.member, who.auditor]) {
        expect((await visit(path, { as })).$('main').text()).not.toContain('informant lives');
        if (!path.includes('export') && !path.includes('citation'))
          expect((await visitData(path, { as })).body).not.toContain('informant lives');
      }
    expect((await visit(paths.history('finding', finding.reference), { as: who.member })).text).not.toMatch(
      /annex/i,
    );
    const token = await makeToken(owner);
    for (const path of [`/findings/${finding.reference}`, '/findings', '/search?q=Harbour'])
      expect((await program(path, { token })).text).not.toMatch(/Harbour Street/);
    const rows = [
      ...(await database.db.fact.findMany()),
      ...(await database.db.notice.findMany()),
      ...(await database.db.oneUseKey.findMany()),
    ];
    const kept = JSON.stringify(rows, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(kept).not.toContain('Harbour');
    const annex = await database.db.annex.findUniqueOrThrow({ where: { findingId: finding.id } });
    expect(Buffer.from(annex.ciphertext).toString('latin1')).not.toContain('Harbour');
  });

  test('access is asked for, and accepting puts the person on the list', async () => {
    await write();
    const ask = (as: string) =>
      send(paths.askForAnnex('finding', finding.reference), { reason: 'For a threat assessment' }, { as });
    expect((await ask(owner)).status).toBe(403);
    expect((await ask(who.member)).status).toBe(303);
    expect((await ask(who.member)).status).toBe(409);
    const request = await database.db.request.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect((await toldOf('RequestWasMade', request.id)).people).toEqual([owner]);
    expect((await visit(paths.requests('waiting'), { as: owner })).text).toContain('What informants say');
    expect((await visit(paths.requests('waiting'), { as: who.auditor })).text).not.toContain(
      'What informants say',
    );
    await send(paths.requestStep(request.reference, 'accept'), {}, { as: owner });
    expect((await read(who.member)).text).toContain(SECRET);
  });

  test('is never opened by a link to the files', async () => {
    await write();
    const made = await send(
      paths.makeFileLink(finding.reference),
      { purpose: 'x', days: '5' },
      { as: owner },
    );
    const token = /\/file-links\/([\w-]{43})/.exec(made.text)?.[1] ?? '';
    const shown = await visit(paths.fileLink(token));
    expect(shown.status).toBe(200);
    expect(shown.text).not.toMatch(/annex|restricted|Harbour/i);
  });

  test('is gone for everybody once the finding is retracted', async () => {
    await write();
    const retracted = { retractedAt: new Date(), retractedReason: 'Wrong' };
    await database.db.finding.update({ where: { id: finding.id }, data: retracted });
    for (const as of [owner, who.coordinator, who.member]) expect((await read(as)).status).toBe(404);
  });

  test('above OFFICIAL is refused here, and what somebody else wrote is not written over', async () => {
    const refused = await write({ marking: 'OFFICIAL_SENSITIVE' });
    expect(refused.messageBeside('marking')).toContain('This installation holds OFFICIAL only');
    expect(refused.fields['text']).toBe(SECRET);
    await write();
    expect((await write({ text: 'Another' }, who.coordinator)).status).toBe(409);
    expect((await write({ text: ' ', revision: '1' })).messageBeside('text')).toBe(
      'Enter the text of the annex',
    );
    for (const [fields, field] of [
      [{ address: 'nobody@nowhere.example' }, 'address'],
      [{ team: 'AAAAAAAA' }, 'team'],
    ] as const)
      expect((await readers(fields)).messageBeside(field)).not.toBeNull();
  });
});

describe('the annex of a question', () => {
  test('is kept by those who run it and read by a team, and by nobody behind a wall', async () => {
    const question = await makeQuestion({ state: 'open' });
    const author = question.asking.authorId;
    const path = paths.annexText('question', question.reference);
    expect((await send(path, said(), { as: who.member })).status).toBe(404);
    expect((await send(path, said(), { as: author })).status).toBe(303);
    const reader = (await makePerson({})).id;
    const team = await makeTeam({ members: [{ personId: reader, roles: ['author'] }] });
    const list = paths.annexReaders('question', question.reference);
    expect((await send(list, { team: team.reference }, { as: author })).status).toBe(303);
    const open = (as: string) => visit(paths.annex('question', question.reference), { as });
    expect((await open(reader)).text).toContain(SECRET);
    expect((await open(who.member)).status).toBe(403);
    const shown = await visit(paths.question(question.reference), { as: who.member });
    expect(shown.text).toContain('[restricted: 6 words]');
    expect(shown.html).not.toContain('Harbour');
    for (const as of [author, question.asking.ownerId]) {
      expect((await open(as)).text).toContain(SECRET);
      await makeWall(question.id, as);
      expect((await open(as)).status).toBe(404);
      expect((await visit(path, { as })).status).toBe(404);
    }
  });

  test('of a draft is its team’s alone, and comes into no list of requests of others', async () => {
    const question = await makeQuestion({ state: 'draft' });
    const author = question.asking.authorId;
    const path = paths.annexText('question', question.reference);
    expect((await send(path, said(), { as: author })).status).toBe(303);
    for (const as of [who.coordinator, who.member, who.auditor]) {
      expect((await visit(paths.annex('question', question.reference), { as })).status).toBe(404);
      const ask = paths.askForAnnex('question', question.reference);
      expect((await send(ask, { reason: 'x' }, { as })).status).toBe(404);
    }
    expect((await visit(paths.annex('question', question.reference), { as: author })).text).toContain(SECRET);
  });
});
