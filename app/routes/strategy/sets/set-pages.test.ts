import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { makePrioritySet } from '../../../../tests/support/factories/priorities';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let coordinator: string;
let member: string;
let unverified: string;

beforeAll(async () => {
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  member = (await makePerson({ roles: ['auditor'] })).id;
  unverified = (await makePerson({ verified: false })).id;
});

const inside = () => ({ as: coordinator });

describe('adding a priority set', () => {
  const address = paths.newPrioritySet();
  const sent = {
    document: 'Interim aims of the board',
    kind: 'outcome',
    startsWritten: '2026-10',
    endsWritten: '',
    priorities: 'Fewer victims\nCyber crime',
    note: '',
    changeNote: 'Published today',
  };

  test('is a coordinator’s work', async () => {
    expect((await visit(address)).location).toBe(`${paths.signIn()}?from=${encodeURIComponent(address)}`);
    for (const as of [member, unverified]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await send(address, sent, { as })).status).toBe(403);
    }
    expect(await database.db.prioritySet.count({ where: { document: sent.document } })).toBe(0);
  });

  test('an empty form says what is missing beside each field', async () => {
    const page = await send(address, {}, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside('document')).toBe('Enter the document that holds the list');
    expect(page.messageBeside('kind')).toBe('Choose what kind of priorities these are');
    expect(page.messageBeside('startsWritten')).toBe('Enter when it starts');
    expect(page.messageBeside('changeNote')).toBe('Say what changes and why');
    expect(page.errors).toHaveLength(4);
  });

  test.each([
    ['too long a document', 'document', LONG, 'Use 200 characters or fewer'],
    ['too long a list', 'priorities', LONG, 'Use 4,000 characters or fewer'],
    ['too long a note', 'note', LONG, 'Use 2,000 characters or fewer'],
    ['an end before the start', 'endsWritten', '2026-09', 'The end must not be before the start'],
    ['no list', 'priorities', '', 'Enter the priorities, or say that the list is not known'],
    ['a name twice', 'priorities', 'One\none', 'Each priority needs a name of its own, one a line'],
    ['a kind of nobody', 'kind', 'wishes', 'Choose what kind of priorities these are'],
  ])('%s is refused beside its field, and the rest is kept', async (_what, name, text, says) => {
    const page = await send(address, { ...sent, [name]: text }, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside(name)).toBe(says);
    expect(page.fields).toMatchObject({ changeNote: sent.changeNote });
    if (name !== 'kind') expect(page.fields[name]).toBe(text);
  });

  test('a list cannot be both given and unknown', async () => {
    const page = await send(address, { ...sent, listUnknown: 'on' }, inside());
    expect(page.messageBeside('priorities')).toContain('Either enter the priorities or say');
    expect(page.fields['listUnknown']).toEqual(['on']);
    expect(page.fields['kind']).toBe('outcome');
  });

  test('one whose list was not found says so to everybody', async () => {
    const unknown = { ...sent, document: 'A plan nobody has seen', priorities: '', listUnknown: 'on' };
    const { location, banner } = await send(address, unknown, inside());
    expect(banner).toBe('Priority set added');
    const page = await visit(location ?? '');
    expect(page.text).toContain('The list is unknown');
    expect(page.links.map(({ text }) => text)).not.toContain('See this set on the map');
    const asCoordinator = await visit(location ?? '', inside());
    expect(asCoordinator.links.map(({ text }) => text)).not.toContain('Redraw the crosswalk');
  });

  test('stands at once for everybody, in force, with a page for each priority', async () => {
    const { status, location } = await send(address, sent, inside());
    expect(status).toBe(303);
    const page = await visit(location ?? '');
    expect(page.heading).toBe(sent.document);
    expect(page.text).toContain('In force');
    expect(page.text).toContain('October 2026 onwards');
    const priority = page.links.find(({ text }) => text === 'Fewer victims');
    expect((await visit(priority?.href ?? '')).heading).toBe('Fewer victims');
    expect((await visit(paths.strategy())).text).toContain(sent.document);
    const again = await send(address, sent, inside());
    expect(again.status).toBe(422);
    expect(again.messageBeside('document')).toContain('is recorded already');
  });

  test.each(HOSTILE)('%s as a name and a document is text', async (what, text) => {
    const document = `${text} ${what}`;
    const { location } = await send(address, { ...sent, document, priorities: `${text}\nOther` }, inside());
    const page = await visit(location ?? '');
    expect(page.$('h1').text()).toBe(document);
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
  });
});

describe('the page of a set', () => {
  test('maps each priority to the threat areas it covers, and says what was not checked', async () => {
    const set = await makePrioritySet({ names: ['Drugs', 'Borders'] });
    const empty = await visit(paths.prioritySet(set.slug));
    expect(empty.text).toContain('No crosswalk is recorded');
    const [drugs, borders] = set.priorities.map(({ reference }) => reference);
    const fields = { reference: set.reference, number: '0', note: 'Read by two people', verified: 'no' };
    const pairs = [`${drugs}:illegal-drugs`, `${drugs}:cyber-crime`, `${borders}:cyber-crime`];
    await send(paths.crosswalk(set.slug), { ...fields, pairs }, inside());
    const page = await visit(paths.prioritySet(set.slug));
    expect(page.text).toContain('Unverified');
    expect(page.text).toContain('Read by two people.');
    expect(page.rows[0]?.[1]).toContain('Illegal drugs');
    expect(page.rows[1]?.[1]).toBe('Cyber crime');
  });

  test('one that has ended says so', async () => {
    const set = await makePrioritySet({ startsOn: new Date('2010-01-01'), endsOn: new Date('2011-01-01') });
    const page = await visit(paths.prioritySet(set.slug));
    expect(page.text).toContain('Ended');
    expect(page.text).toContain('1 January 2010 to 1 January 2011');
  });

  test('every link leads somewhere, for whoever sees it', async () => {
    const { slug } = await makePrioritySet();
    for (const as of [undefined, unverified, member, coordinator])
      expect(await deadLinks(await visit(paths.prioritySet(slug), { as }), { as })).toEqual([]);
  });

  test('what may be changed is offered to a coordinator alone', async () => {
    const { slug } = await makePrioritySet();
    const offered = async (as?: string) =>
      (await visit(paths.prioritySet(slug), { as })).links.map(({ href }) => href);
    expect(await offered(coordinator)).toContain(paths.crosswalk(slug));
    for (const as of [undefined, member, unverified]) {
      expect(await offered(as)).not.toContain(paths.crosswalk(slug));
      expect(await offered(as)).not.toContain(paths.editPrioritySet(slug));
    }
  });

  test('an address of no set is not there', async () => {
    for (const path of [paths.prioritySet, paths.editPrioritySet, paths.crosswalk])
      expect((await visit(path('of-nobody'), inside())).status).toBe(404);
  });
});

describe('changing a set', () => {
  test('keeps the list and writes a version', async () => {
    const set = await makePrioritySet();
    const address = paths.editPrioritySet(set.slug);
    const { fields } = await visit(address, inside());
    expect(fields).toMatchObject({ startsWritten: '2026-01-01', endsWritten: '', revision: '1' });
    const changed = {
      ...fields,
      endsWritten: '2026-03',
      datesNote: 'The end is a guess',
      changeNote: 'Told',
    };
    const sent = await send(address, changed, inside());
    expect(sent.location).toBe(paths.prioritySet(set.slug));
    const page = await visit(paths.prioritySet(set.slug));
    expect(page.text).toContain('Ended');
    expect(page.text).toContain('Dates: The end is a guess.');
    expect(page.text).toContain('Version 1: Told');
    expect(page.text).toContain('First aim');
  });

  test('with a page opened earlier is refused, and what was typed stays', async () => {
    const set = await makePrioritySet();
    const address = paths.editPrioritySet(set.slug);
    const { fields } = await visit(address, inside());
    await send(address, { ...fields, note: 'Theirs', changeNote: 'First' }, inside());
    const page = await send(address, { ...fields, note: 'Mine', changeNote: 'Second' }, inside());
    expect(page.status).toBe(409);
    expect(page.errors).toEqual(['Somebody else changed this set while you were writing.']);
    expect(page.fields).toMatchObject({ note: 'Mine', changeNote: 'Second' });
    expect(await database.db.prioritySet.findUnique({ where: { id: set.id } })).toMatchObject({
      note: 'Theirs',
      revision: 2,
    });
  });

  test('wants a reason, and dates that are dates', async () => {
    const set = await makePrioritySet();
    const address = paths.editPrioritySet(set.slug);
    const { fields } = await visit(address, inside());
    const wrong = { ...fields, startsWritten: '2026-19', datesNote: LONG, changeNote: ' ' };
    const page = await send(address, wrong, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside('startsWritten')).toContain('as far as it is known');
    expect(page.messageBeside('datesNote')).toBe('Use 500 characters or fewer');
    expect(page.messageBeside('changeNote')).toBe('Say what changes and why');
    expect(page.fields).toMatchObject({ startsWritten: '2026-19', datesNote: LONG });
  });

  test('is denied to others, and the attempt stands in the trail', async () => {
    const set = await makePrioritySet();
    const address = paths.editPrioritySet(set.slug);
    const { fields } = await visit(address, inside());
    expect((await visit(address, { as: member })).status).toBe(403);
    expect((await send(address, { ...fields, changeNote: 'Mine' }, { as: member })).status).toBe(403);
    const denied = await database.db.fact.findMany({ where: { nounId: set.id, actorId: member } });
    expect(denied).toHaveLength(1);
  });
});

describe('redrawing a crosswalk', () => {
  const scene = async () => {
    const set = await makePrioritySet({ names: ['Drugs', 'Borders'] });
    const address = paths.crosswalk(set.slug);
    const [drugs = ''] = set.priorities.map(({ reference }) => `${reference}:illegal-drugs`);
    const fields = {
      reference: set.reference,
      number: '0',
      pairs: [drugs],
      verified: 'yes',
      note: 'Read it',
    };
    return { set, address, drugs, fields };
  };

  test('starts from the version that stands, and the one before stays readable', async () => {
    const { set, address, drugs, fields } = await scene();
    await send(address, fields, inside());
    const page = await visit(address, inside());
    expect(page.fields).toMatchObject({ number: '1', pairs: [drugs], verified: 'yes', note: 'Read it' });
    expect(page.text).toContain('Saving makes version 2');
    await send(address, { ...fields, number: '1', pairs: [], verified: 'no', note: 'Taken back' }, inside());
    const shown = await visit(paths.prioritySet(set.slug));
    expect(shown.text).toContain('Version 2, holds from');
    expect(shown.text).toContain('Version 1, verified, recorded');
    expect(shown.rows.map(([, areas]) => areas)).toEqual(['Not known', 'Not known']);
  });

  test('keeps the boxes and words when something is missing', async () => {
    const { address, drugs, fields } = await scene();
    const page = await send(address, { ...fields, verified: undefined, note: '' }, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside('verified')).toContain('Say whether this was checked');
    expect(page.messageBeside('note')).toContain('Say where this mapping comes from');
    expect(page.fields['pairs']).toEqual([drugs]);
  });

  test('takes no box of another set and no threat area that is not there', async () => {
    const { address, fields } = await scene();
    const other = await makePrioritySet();
    for (const pair of [
      `${other.priorities[0]?.reference}:illegal-drugs`,
      `${'2'.repeat(8)}:illegal-drugs`,
    ]) {
      const page = await send(address, { ...fields, pairs: [pair] }, inside());
      expect(page.status).toBe(422);
      expect(page.messageBeside('pairs')).toBe('One of the boxes is of another set. Open this page again.');
    }
    const torn = await send(address, { ...fields, pairs: ['<script>'] }, inside());
    expect(torn.errors).toEqual(['Choose from the boxes']);
  });

  test('on a page that is out of date is refused', async () => {
    const { set, address, fields } = await scene();
    await send(address, fields, inside());
    const page = await send(address, { ...fields, note: 'Mine' }, inside());
    expect(page.status).toBe(409);
    expect(page.errors[0]).toContain('Somebody else redrew this crosswalk');
    expect(page.fields['note']).toBe('Mine');
    expect(await database.db.crosswalk.count({ where: { prioritySetId: set.id } })).toBe(1);
  });

  test('is a coordinator’s work', async () => {
    const { address, fields } = await scene();
    expect((await visit(address)).status).toBe(302);
    for (const as of [member, unverified]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await send(address, fields, { as })).status).toBe(403);
    }
  });
});
