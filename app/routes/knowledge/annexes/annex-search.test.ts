import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { addAnnexReader } from '~/domain/knowledge/commands/add-annex-reader.server';
import { setFileAccess } from '~/domain/knowledge/commands/set-file-access.server';
import { writeAnnex } from '~/domain/knowledge/commands/write-annex.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { attachText } from '../../../../tests/support/factories/files';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorInSession, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { done } from '../../../../tests/support/outcome';
import { send, visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
/** Words that stand nowhere but in an annex, in a restricted file, and in the reasons of requests. */
const [SECRET, HELD, PURPOSE] = ['Zanzibarquay', 'Quicksilverledger', 'Marzipanpurpose'];
const HIDDEN = new RegExp(`${SECRET}|${HELD}|${PURPOSE}|figures\\.csv`, 'i');
let who: Readers;
let owner: string;
let listed: string;
let finding: Awaited<ReturnType<typeof makeFinding>>;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let file: string;
let feed: string;

beforeAll(async () => {
  who = await makeReaders();
  owner = (await makePerson({ expert: true, name: 'Olu Wner' })).id;
  listed = (await makePerson({ expert: true, name: 'Lis Ted' })).id;
  finding = await makeFinding({ submittedById: owner, title: 'Lanterns on the quay', released: true });
  question = await makeQuestion({ state: 'open' });
  file = await attachText(finding.versionId, owner, `${HELD},1`);
  const { reference } = finding;
  const keeper = await actorInSession(owner);
  done(await run(setFileAccess, keeper, { reference, level: 'restricted', reason: 'They name informants' }));
  const annex = { text: `It is in ${SECRET} Street`, marking: 'OFFICIAL', announced: 'yes', revision: 0 };
  done(await run(writeAnnex, keeper, { noun: 'finding', reference, ...annex }));
  const asking = await actorInSession(question.asking.authorId);
  const beside = { noun: 'question', reference: question.reference };
  done(await run(writeAnnex, asking, { ...beside, ...annex, announced: 'no' }));
  done(await run(addAnnexReader, asking, { ...beside, personId: listed }));
  await send(paths.askForAnnex('finding', reference), { reason: PURPOSE }, { as: who.member });
  await send(
    '/account/saved-searches/new',
    { name: 'Lanterns', query: 'lanterns OR quay', alert: 'never' },
    { as: who.member },
  );
  const saved = await database.db.savedSearch.findFirstOrThrow({ where: { personId: who.member } });
  const made = await send(paths.savedSearch(saved.reference, 'feed'), {}, { as: who.member });
  feed = /\/feeds\/searches\/([\w-]+)/.exec(made.html)?.[1] ?? '';
});

const askers = (): (string | undefined)[] => [undefined, who.member, owner];

describe('the search page', () => {
  test('finds the finding by what it says, so that the rest of this file means something', async () => {
    for (const as of [undefined, who.member, owner]) {
      const shown = await visit(paths.search('lanterns'), { as });
      expect(shown.links.map(({ href }) => href)).toContain(paths.finding(finding.reference));
    }
  });

  test.each([
    ['a word of the annex', SECRET],
    ['the start of such a word', SECRET.slice(0, 8)],
    ['such a word, misspelt', `${SECRET}x`],
    ['a word of a restricted file', HELD],
    ['why access was asked for', PURPOSE],
  ])('answers %s with nothing, to whoever keeps it too', async (_name, q) => {
    for (const as of askers()) {
      const { status, text, links } = await visit(paths.search(q), { as });
      expect(status).toBe(200);
      expect(links.map(({ href }) => href)).not.toContain(paths.finding(finding.reference));
      expect(links.map(({ href }) => href)).not.toContain(paths.question(question.reference));
      expect(text).not.toMatch(/Did you mean/);
    }
  });

  test('shows of what it finds neither annex nor file, in page or data', async () => {
    for (const q of ['lanterns', 'year:>1900'])
      for (const as of askers()) {
        const path = paths.search(q);
        const [page, data] = [await visit(path, { as }), await visitData(path, { as })];
        for (const body of [page.html, data.body]) {
          expect(body).not.toMatch(HIDDEN);
          expect(body).not.toContain(file);
        }
      }
  });

  test('beside another word a hidden one counts no more than one that stands nowhere', async () => {
    for (const as of [undefined, owner]) {
      const hrefs = async (word: string) =>
        (await visit(paths.search(`lanterns ${word}`), { as })).links
          .map(({ href }) => href.replaceAll(word, ''))
          .sort();
      expect(await hrefs(SECRET)).toEqual(await hrefs('Nowherewritten'));
    }
  });

  test('excluding a hidden word takes nothing away, which would tell that it is there', async () => {
    for (const word of [SECRET, HELD, PURPOSE])
      for (const as of [who.member, owner]) {
        const shown = await visit(paths.search(`lanterns -${word}`), { as });
        expect(shown.links.map(({ href }) => href)).toContain(paths.finding(finding.reference));
      }
  });
});

describe('feeds and lists', () => {
  test('carry the finding, and nothing of its annex, its files or the requests about them', async () => {
    expect(feed).not.toBe('');
    for (const path of [paths.findingsFeed(), paths.searchFeed(feed)]) {
      const { status, html } = await visit(path);
      expect(status).toBe(200);
      expect(html).toContain('Lanterns on the quay');
      expect(html).not.toMatch(HIDDEN);
      expect(html).not.toMatch(/annex|restricted/i);
      expect(html).not.toContain(file);
    }
  });

  test('of findings and collections say nothing of them either, whatever is looked for', async () => {
    const lists = [
      ...[paths.findings(), paths.findingsAbout({ q: SECRET }), paths.findingsAbout({ q: HELD })],
      ...[paths.collections(), paths.questions(), paths.home()],
    ];
    for (const path of lists)
      for (const as of [undefined, who.member]) {
        // The box of a search holds what was typed.
        const { $ } = await visit(path, { as });
        $('input, script, title').remove();
        const shown = $('main').text();
        if (!path.includes(SECRET)) expect(shown).not.toContain(SECRET);
        expect(shown).not.toContain(file);
        expect(shown).not.toContain('figures.csv');
      }
  });
});

describe('a silent annex of a question', () => {
  test('is told of to nobody but its list and its keepers', async () => {
    const stub = async (as?: string) =>
      (await visit(paths.question(question.reference), { as })).text.includes('[restricted: 5 words]');
    expect(await stub(who.member)).toBe(false);
    expect(await stub(who.administrator)).toBe(false);
    expect(await stub(listed)).toBe(true);
    expect(await stub(question.asking.authorId)).toBe(true);
  });

  test('has no address for them: reading, writing, readers and asking answer as for nothing', async () => {
    for (const of of [paths.annex, paths.annexText, paths.annexReaders, paths.askForAnnex])
      for (const as of [who.member, who.administrator]) {
        const real = await visit(of('question', question.reference), { as });
        const none = await visit(of('question', '22222222'), { as });
        expect([real.status, real.text]).toEqual([404, none.text]);
      }
  });

  test('taken off the list a reader knows nothing any more, and a stale page does no harm', async () => {
    const list = paths.annexReaders('question', question.reference);
    const [row] = await database.db.annexReader.findMany({ where: { personId: listed } });
    const remove = (as: string) => send(list, { intent: 'remove', reader: row?.id ?? '' }, { as });
    expect((await remove(who.member)).status).toBe(404);
    expect((await remove(listed)).status).toBe(403);
    expect((await remove(question.asking.authorId)).banner).toBe('Taken off the list');
    expect((await remove(question.asking.authorId)).status).toBe(404);
    expect((await visit(paths.annex('question', question.reference), { as: listed })).status).toBe(404);
    const reads = await database.db.fact.count({ where: { name: 'AnnexWasRead', nounId: question.id } });
    expect(reads).toBe(0);
  });
});
