import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let coordinator: string;
let member: string;
let unverified: string;
const inside = () => ({ as: coordinator });

beforeAll(async () => {
  coordinator = (await makePerson({ roles: ['coordinator'], expert: true })).id;
  member = (await makePerson({ roles: ['auditor', 'committeeReader'] })).id;
  unverified = (await makePerson({ verified: false })).id;
});

describe('the list of terms', () => {
  test('everybody reads every scheme with how many are in use', async () => {
    const { name } = await makeTerm({ scheme: 'region', name: 'The Solent', definition: 'Water and ports.' });
    const page = await visit(paths.terms());
    expect(page.heading).toBe('The words Soundings tags with');
    expect(page.text).toMatch(/Threat areas \(\d\d\)/);
    expect(page.text).toContain('Regions (1)');
    expect(page.text).toContain(`${name} Water and ports.`);
    expect(page.text).toContain('Lists of others');
    expect(page.links.map(({ text }) => text)).not.toContain('Add a term');
  });

  test('a retired term stays in the list, marked, and is not counted', async () => {
    const term = await makeTerm({ scheme: 'questionType', name: 'What if' });
    const count = async () => Number(/Question types \((\d+)\)/.exec((await visit(paths.terms())).text)?.[1]);
    const before = await count();
    const { fields } = await visit(paths.retireTerm(term.reference), inside());
    await send(paths.retireTerm(term.reference), { ...fields, reason: 'Nobody asks so' }, inside());
    expect(await count()).toBe(before - 1);
    expect((await visit(paths.terms())).text).toContain('What if Retired');
  });

  test('every link leads somewhere, for whoever sees it', async () => {
    for (const as of [undefined, unverified, coordinator])
      expect(await deadLinks(await visit(paths.terms(), { as }), { as })).toEqual([]);
  });
});

describe('adding a term', () => {
  const address = paths.newTerm();
  const sent = { scheme: 'method', name: 'Ride-along', definition: 'Go with them.', changeNote: 'Asked for' };

  test('is a coordinator’s work', async () => {
    expect((await visit(address)).location).toBe(`${paths.signIn()}?from=${encodeURIComponent(address)}`);
    for (const as of [member, unverified]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await send(address, sent, { as })).status).toBe(403);
    }
    expect((await visit(address, inside())).text).toContain('What kind of term is it?');
  });

  test('an empty form says what is missing beside each field', async () => {
    const page = await send(address, {}, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside('scheme')).toBe('Choose what kind of term this is');
    expect(page.messageBeside('name')).toBe('Enter a name');
    expect(page.messageBeside('changeNote')).toBe('Say what changes and why');
  });

  test.each([
    ['name', 120],
    ['definition', 2000],
    ['aliases', 1000],
    ['source', 500],
    ['changeNote', 500],
  ])('too long a %s names the field and keeps the text', async (name, most) => {
    const page = await send(address, { ...sent, [name]: LONG }, inside());
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([`Use ${most.toLocaleString('en-GB')} characters or fewer`]);
    expect(page.messageBeside(name)).toBe(page.errors[0]);
    expect(page.fields).toMatchObject({ ...sent, [name]: LONG });
  });

  test('a day that does not exist is refused, and its three boxes are kept', async () => {
    const day = { 'reviewBy.day': '31', 'reviewBy.month': '2', 'reviewBy.year': '2027' };
    const page = await send(address, { ...sent, ...day }, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside('reviewBy')).toBe('Enter a real date, like 21 11 2026');
    expect(page.fields).toMatchObject(day);
  });

  test('stands at once and is offered for tagging; the same name is refused', async () => {
    const { status, location, banner } = await send(address, sent, inside());
    expect([status, banner]).toEqual([303, 'Term added']);
    const page = await visit(location ?? '');
    expect(page.heading).toBe('Ride-along');
    expect(page.text).toContain('Version 1: Asked for');
    expect((await visit(paths.ownProfile(), inside())).text).toContain('Ride-along');
    const again = await send(address, { ...sent, name: 'ride along' }, inside());
    expect(again.status).toBe(422);
    expect(again.messageBeside('name')).toContain('has that name already');
  });

  test.each(HOSTILE)('%s as a name is text everywhere it shows', async (_what, text) => {
    const { location } = await send(address, { ...sent, name: `${text} a`, definition: text }, inside());
    const page = await visit(location ?? '');
    expect(page.$('h1').text()).toBe(`${text} a`);
    for (const shown of [page, await visit(paths.terms())])
      expect(shown.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
  });
});

describe('the page of a term', () => {
  test('shows the wording of another day', async () => {
    const term = await makeTerm({ name: 'Old wording' });
    await moveClock('40 days');
    const { fields } = await visit(paths.editTerm(term.reference), inside());
    await send(
      paths.editTerm(term.reference),
      { ...fields, name: 'New wording', changeNote: 'Clearer' },
      inside(),
    );
    const day = term.createdAt.toISOString().slice(0, 10);
    const page = await visit(`${paths.term(term.reference)}?on=${day}`);
    expect((await visit(paths.term(term.reference))).heading).toBe('New wording');
    expect(page.heading).toBe('Old wording');
    expect(page.links.map(({ text }) => text)).toContain('See it as it is today');
    expect(page.text).toContain('it said (version 1): Old wording');
    const before = await visit(`${paths.term(term.reference)}?on=2001-01-01`);
    expect(before.text).toContain('No wording is recorded for 1 January 2001: the first one here is later.');
  });

  test('says when what was typed is no day, and keeps it', async () => {
    const { reference } = await makeTerm();
    const page = await visit(`${paths.term(reference)}?on=2001-02-31`);
    expect(page.messageBeside('on')).toBe('Enter a real date, like 2019-05-01');
    expect(page.fields['on']).toBe('2001-02-31');
    expect((await visit(`${paths.term(reference)}?at=2001-02-03`)).status).toBe(400);
  });

  test('counts what carries it, as far as the reader may see', async () => {
    const term = await makeTerm({ scheme: 'enabler', name: 'Burner phones' });
    const tag = [{ scheme: 'enabler' as const, slug: term.slug }];
    await makeQuestion({ title: 'Who sells the phones?', terms: tag });
    await makeFinding({ title: 'Phones of a kind', termIds: [term.id], released: true });
    const inner = await visit(paths.term(term.reference), { as: member });
    const outer = await visit(paths.term(term.reference));
    expect(outer.text).toContain('Phones of a kind');
    expect(outer.text).not.toContain('Who sells the phones?');
    const asCoordinator = await visit(paths.term(term.reference), inside());
    expect(asCoordinator.text).toContain('Who sells the phones?');
    expect(inner.status).toBe(200);
    expect((await visit(paths.term((await makeTerm()).reference))).text).toContain(
      'No question or finding that you may see carries this term.',
    );
  });

  test('experts who name it are counted for the network alone', async () => {
    const term = await makeTerm({ scheme: 'method' });
    await database.db.expertTerm.create({ data: { personId: coordinator, termId: term.id } });
    expect((await visit(paths.term(term.reference), inside())).text).toContain('1 expert names it');
    for (const as of [undefined, unverified])
      expect((await visit(paths.term(term.reference), { as })).text).not.toContain('expert names it');
  });

  test('a term that became part of another leads there for good', async () => {
    const into = await makeTerm();
    const term = await makeTerm();
    await database.db.term.update({
      where: { id: term.id },
      data: { mergedIntoId: into.id, retiredAt: new Date(), retiredReason: 'The same' },
    });
    const page = await visit(paths.term(term.reference));
    expect([page.status, page.location]).toEqual([301, paths.term(into.reference)]);
  });

  test('names its parent and its parts', async () => {
    const parent = await makeTerm({ name: 'Whole' });
    const part = await makeTerm({ name: 'Part', parentId: parent.id });
    expect((await visit(paths.term(part.reference))).text).toContain('Part ofWhole');
    expect((await visit(paths.term(parent.reference))).text).toContain('Its partsPart');
  });

  test('what nobody recorded is not there', async () => {
    for (const reference of ['2222-2222', 'nonsense', '%00', 'H7K4QXM3'])
      expect((await visit(`/terms/${reference}`)).status).toBe(404);
  });

  test('every link leads somewhere, for whoever sees it', async () => {
    const { reference } = await database.db.term.findFirstOrThrow({
      where: { scheme: 'threatArea', parentId: null },
    });
    for (const as of [undefined, unverified, member, coordinator])
      expect(await deadLinks(await visit(paths.term(reference), { as }), { as })).toEqual([]);
  });
});

describe('changing the wording', () => {
  const opened = async (name = 'Wording') => {
    const term = await makeTerm({ name });
    const address = paths.editTerm(term.reference);
    const { fields } = await visit(address, inside());
    return { term, address, fields: { ...fields, changeNote: 'Clearer' } };
  };

  test('is denied to others and unknown where there is no term', async () => {
    const { address, fields } = await opened();
    expect((await visit(address)).status).toBe(302);
    for (const as of [member, unverified]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await send(address, fields, { as })).status).toBe(403);
    }
    expect((await visit(paths.editTerm('22222222'), inside())).status).toBe(404);
    expect((await send(paths.editTerm('22222222'), fields, inside())).status).toBe(404);
  });

  test('starts from what stands, and says when nothing was changed', async () => {
    const { address, fields } = await opened('As it is');
    expect(fields).toMatchObject({ name: 'As it is', definition: 'What it means.', aliases: '' });
    const page = await send(address, fields, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside('name')).toContain('Change the wording or the review date');
  });

  test('a new review date alone is a change', async () => {
    const { term, address, fields } = await opened();
    const day = { 'reviewBy.day': '31', 'reviewBy.month': '3', 'reviewBy.year': '2027' };
    expect((await send(address, { ...fields, ...day }, inside())).status).toBe(303);
    expect((await visit(paths.term(term.reference))).text).toContain('31 March 2027');
    expect((await visit(address, inside())).fields).toMatchObject(day);
  });

  test('other names are kept one a line, each once', async () => {
    const { term, address, fields } = await opened();
    await send(address, { ...fields, aliases: 'door scams\n\n door scams \ncallers' }, inside());
    expect((await visit(paths.term(term.reference))).text).toContain('Other namesdoor scams, callers');
    expect((await visit(address, inside())).fields['aliases']).toBe('door scams\ncallers');
  });

  test('on top of somebody else’s is refused, and the own words stay in the form', async () => {
    const { address, fields } = await opened();
    await send(address, { ...fields, name: 'Theirs' }, inside());
    const page = await send(address, { ...fields, name: 'Mine' }, inside());
    expect(page.status).toBe(409);
    expect(page.errors[0]).toContain('Somebody else changed this term');
    expect(page.fields['name']).toBe('Mine');
    expect(page.heading).toContain('Theirs');
  });
});

describe('retiring and bringing back', () => {
  test('needs a reason, takes the term out of tagging, keeps its page, and can be undone', async () => {
    const term = await makeTerm({ scheme: 'discipline', name: 'Phrenology' });
    const { fields } = await visit(paths.retireTerm(term.reference), inside());
    const empty = await send(paths.retireTerm(term.reference), fields, inside());
    expect(empty.status).toBe(422);
    expect(empty.messageBeside('reason')).toBe('Say why this term is retired');
    const long = await send(paths.retireTerm(term.reference), { ...fields, reason: LONG }, inside());
    expect(long.messageBeside('reason')).toBe('Use 500 characters or fewer');
    expect(long.fields['reason']).toBe(LONG);
    const sent = await send(paths.retireTerm(term.reference), { ...fields, reason: 'Not science' }, inside());
    expect(sent.banner).toBe('Term retired');
    const page = await visit(paths.term(term.reference), inside());
    expect(page.text).toContain('Retired: Not science');
    expect(page.links.map(({ text }) => text)).toContain('Bring it back');
    expect(page.links.map(({ text }) => text)).not.toContain('Retire this term');
    expect((await visit(paths.ownProfile(), inside())).text).not.toContain('Phrenology');
    expect((await send(paths.bringBackTerm(term.reference), {}, inside())).banner).toBe('Term brought back');
    expect((await visit(paths.ownProfile(), inside())).text).toContain('Phrenology');
  });

  test('a page that is out of date, or done already, changes nothing', async () => {
    const term = await makeTerm();
    const address = paths.retireTerm(term.reference);
    const stale = await send(address, { revision: '7', reason: 'Mine' }, inside());
    expect(stale.status).toBe(409);
    expect(stale.fields['reason']).toBe('Mine');
    await send(address, { revision: '1', reason: 'First' }, inside());
    const twice = await send(address, { revision: '1', reason: 'Second' }, inside());
    expect(twice.status).toBe(422);
    expect(twice.errors).toEqual(['This term was retired already.']);
    await send(paths.bringBackTerm(term.reference), {}, inside());
    const back = await send(paths.bringBackTerm(term.reference), {}, inside());
    expect(back.errors).toEqual(['This term is not retired.']);
  });

  test('are a coordinator’s work', async () => {
    const { reference } = await makeTerm();
    const forms: [string, Record<string, string>][] = [
      [paths.retireTerm(reference), { revision: '1', reason: 'Mine' }],
      [paths.bringBackTerm(reference), {}],
    ];
    for (const [address, fields] of forms) {
      expect((await visit(address)).status).toBe(302);
      for (const as of [member, unverified]) {
        expect((await visit(address, { as })).status).toBe(403);
        expect((await send(address, fields, { as })).status).toBe(403);
      }
    }
  });
});
