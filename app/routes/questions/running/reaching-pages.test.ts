import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { joinTeam, makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let observer: string;
let open: string;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  observer = (await joinTeam(asking.teamId, ['observer'])).id;
  open = (await makeQuestion({ asking, title: 'Open all along?' })).reference;
});

const LONG = 'word '.repeat(2000).trim();

describe('an addendum', () => {
  const add = (reference: string, fields: Record<string, string>, as = asking.authorId) =>
    send(paths.newAddendum(reference), fields, { as });

  test('says what it is for, and what it is not for', async () => {
    const page = await visit(paths.newAddendum(open), { as: asking.ownerId });
    expect(page.heading).toBe('Add an addendum');
    expect(page.text).toContain('means to withdraw the question and publish it again');
    expect(page.text).toContain('no personal data');
  });

  test('is for authors and the owner of a published question', async () => {
    for (const as of [observer, outsiders.expert, outsiders.coordinator]) {
      expect((await visit(paths.newAddendum(open), { as })).status).toBe(403);
      expect((await add(open, { text: 'Mine' }, as)).status).toBe(403);
    }
    const draft = (await makeQuestion({ asking, state: 'draft' })).reference;
    expect((await visit(paths.newAddendum(draft), { as: asking.authorId })).status).toBe(403);
    expect((await visit(paths.newAddendum(draft), { as: outsiders.expert })).status).toBe(404);
    expect((await visit(paths.newAddendum(open))).status).toBe(302);
  });

  test('stands on the question for everybody, numbered, in its own words', async () => {
    const { reference } = await makeQuestion({ asking });
    const first = await add(reference, { text: 'Port twelve is in <b>Wales</b>.' });
    expect(first.banner).toBe('Addendum published. Everybody who watches is told.');
    await add(reference, { text: 'Annex B was missing.' }, asking.ownerId);
    const page = await visit(paths.question(reference), { as: outsiders.expert });
    expect(page.text).toMatch(
      /Addendum 2, .*Annex B was missing\..*Addendum 1, .*Port twelve is in <b>Wales<\/b>\./,
    );
    expect(page.text).toContain('Which roles are approached?');
  });

  test('with nothing, too much, or personal data in it, is refused and kept', async () => {
    expect((await add(open, { text: '' })).messageBeside('text')).toBe('Enter the addendum');
    const many = await add(open, { text: LONG });
    expect([many.status, many.fields['text']]).toEqual([422, LONG]);
    const wordy = 'word '.repeat(401).trim();
    expect((await add(open, { text: wordy })).messageBeside('text')).toBe(
      'Use 400 words or fewer. There are 401',
    );
    const personal = await add(open, { text: 'Call 07700 900123' });
    expect(personal.messageBeside('text')).toContain('a phone number');
    expect(personal.fields).toMatchObject({ text: 'Call 07700 900123', notPersonal: [] });
    expect((await add(open, { text: 'Call 07700 900123', notPersonal: 'on' })).status).toBe(303);
  });

  test.each(['withdrawn', 'answered'] as const)('comes too late for one that is %s', async (state) => {
    const { reference } = await makeQuestion({ asking, state });
    const page = await add(reference, { text: 'Late' });
    expect([page.status, page.errors]).toEqual([
      422,
      ['Only a published question that is not finished or withdrawn can have an addendum.'],
    ]);
    expect(page.fields['text']).toBe('Late');
  });
});

describe('inviting', () => {
  const invite = (fields: Record<string, string>, reference = open, as = asking.authorId) =>
    send(paths.questionInvitations(reference), fields, { as });

  test('is for authors and the owner of a published question', async () => {
    for (const as of [observer, asking.budgetHolderId, outsiders.expert, outsiders.coordinator]) {
      expect((await visit(paths.questionInvitations(open), { as })).status).toBe(403);
      expect((await invite({ person: '22222222' }, open, as)).status).toBe(403);
    }
    const draft = (await makeQuestion({ asking, state: 'draft' })).reference;
    expect((await visit(paths.questionInvitations(draft), { as: asking.authorId })).status).toBe(403);
    expect((await visit(paths.questionInvitations(open))).status).toBe(302);
  });

  test('an expert is found by a part of the name, and invited by one press', async () => {
    const home = await makeOrganisation({ name: 'Institute of Harbours' });
    const guest = await makePerson({ expert: true, name: 'Dr Zélie Brandt', organisationId: home.id });
    const { reference } = await makeQuestion({ asking, visibility: 'invited' });
    const address = paths.questionInvitations(reference);
    const before = await visit(address, { as: asking.authorId });
    expect(before.text).toContain('nobody outside your team can see this question');
    const found = await visit(`${address}?name=zelie`, { as: asking.authorId });
    expect(found.text).toContain('Dr Zélie Brandt, Institute of Harbours');
    expect(found.fields['name']).toBe('zelie');
    expect((await visit(paths.question(reference), { as: guest.id })).status).toBe(404);
    const sent = await invite({ person: guest.reference }, reference);
    expect([sent.location, sent.banner]).toEqual([address, 'Invited. They are told in their inbox.']);
    expect((await visit(paths.question(reference), { as: guest.id })).status).toBe(200);
    const listed = (await visit(address, { as: asking.ownerId })).rows;
    expect(listed).toContainEqual(['Dr Zélie Brandt', expect.stringMatching(/2026/), 'Open']);
  });

  test('nobody by that name is said; neither members nor the unverified are found', async () => {
    const address = paths.questionInvitations(open);
    const page = await visit(`${address}?name=Nobodyatall`, { as: asking.authorId });
    expect(page.text).toContain('No expert has “Nobodyatall” in their name.');
    await makePerson({ name: 'Plain Member' });
    for (const name of ['Plain', 'Una', '%25', '_'])
      expect((await visit(`${address}?name=${name}`, { as: asking.authorId })).text).toContain(
        'No expert has',
      );
    expect((await visit(`${address}?name=${'x'.repeat(101)}`, { as: asking.authorId })).status).toBe(400);
    expect((await visit(`${address}?sort=name`, { as: asking.authorId })).status).toBe(400);
  });

  test.each([
    ['somebody already invited', 'They are invited already'],
    ['somebody of the team', 'Nobody of the asking team can be invited to answer'],
    ['a member who is no expert', 'There is no verified expert with that reference'],
    ['somebody unverified', 'There is no verified expert with that reference'],
    ['nobody', 'There is no verified expert with that reference'],
  ])('%s is refused in words', async (who, message) => {
    const people: Record<string, () => Promise<string>> = {
      'somebody already invited': async () => {
        const { reference } = await makePerson({ expert: true });
        await invite({ person: reference });
        return reference;
      },
      'somebody of the team': async () => {
        const { id, reference } = await joinTeam(asking.teamId, ['observer']);
        await database.db.expertProfile.create({ data: { personId: id, confirmedAt: new Date() } });
        return reference;
      },
      'a member who is no expert': async () => (await makePerson()).reference,
      'somebody unverified': async () => (await makePerson({ expert: true, verified: false })).reference,
      nobody: () => Promise.resolve('22222222'),
    };
    const page = await invite({ person: (await people[who]?.()) ?? '' });
    expect([page.status, page.errors]).toEqual([422, [message]]);
    expect(page.$('.govuk-error-summary__list a').length).toBe(0);
  });

  test('an organisation is invited whole, once', async () => {
    const house = await makeOrganisation({ name: 'House of Studies' });
    const colleague = await makePerson({ expert: true, organisationId: house.id });
    const { reference } = await makeQuestion({ asking, visibility: 'invited' });
    const unchosen = await invite({ organisation: '' }, reference);
    expect(unchosen.status).toBe(422);
    expect(unchosen.errors).toEqual(['Choose an organisation']);
    expect(unchosen.messageBeside('organisation')).toBe('Choose an organisation');
    expect((await invite({ organisation: house.reference }, reference)).status).toBe(303);
    expect((await visit(paths.question(reference), { as: colleague.id })).status).toBe(200);
    const again = await invite({ organisation: house.reference }, reference);
    expect(again.errors).toEqual(['It is invited already']);
    expect(again.fields['organisation']).toBe(house.reference);
  });

  test('after it closed nobody is invited any more', async () => {
    const { reference } = await makeQuestion({ asking, state: 'closed' });
    const guest = await makePerson({ expert: true });
    const house = await makeOrganisation();
    const page = await invite({ person: guest.reference }, reference);
    expect([page.status, page.errors]).toEqual([422, ['Experts are invited while a question is open.']]);
    const whole = await invite({ organisation: house.reference }, reference);
    expect(whole.errors).toEqual(['Organisations are invited while a question is open.']);
  });
});

describe('copying to a new draft', () => {
  const copy = (reference: string, route: string, as = asking.authorId) =>
    send(paths.copyQuestion(reference), { route }, { as });

  test('is for the authors of its team', async () => {
    const page = await visit(paths.copyQuestion(open), { as: asking.authorId });
    expect(page.fields['route']).toBe('commissioned-study');
    expect(page.text).toContain('Every date is left out.');
    const otherAuthor = (await makeAskingTeam()).authorId;
    for (const as of [asking.ownerId, observer, outsiders.expert, outsiders.coordinator, otherAuthor]) {
      expect((await visit(paths.copyQuestion(open), { as })).status).toBe(403);
      expect((await copy(open, 'competition', as)).status).toBe(403);
    }
    expect((await visit(paths.copyQuestion(open), { as: outsiders.auditor })).status).toBe(404);
  });

  test('takes text, terms, criteria and people along, by another route too', async () => {
    const guest = await makePerson({ expert: true });
    const source = await makeQuestion({ asking, state: 'withdrawn', invited: [{ personId: guest.id }] });
    const sent = await copy(source.reference, 'competition');
    expect(sent.banner).toBe('Copied to a new draft. Its dates are yours to set.');
    const row = await database.db.question.findFirstOrThrow({
      where: { title: source.title, id: { not: source.id } },
      include: { route: true, criteria: true, invitations: true },
    });
    expect(sent.location).toBe(paths.questionDraft(row.reference));
    expect(row).toMatchObject({
      summary: source.summary,
      budgetMaximum: source.budgetMaximum,
      seniorResponsibleOwnerId: asking.ownerId,
      closesAt: null,
      decisionDate: null,
      publishedAt: null,
      withdrawnAt: null,
      invitations: [],
    });
    expect([row.route.slug, row.criteria.length]).toEqual(['competition', source.criteria.length]);
    expect((await visit(sent.location ?? '', { as: asking.authorId })).heading).toBe(source.title);
  });

  test('without a route, or one that is not on offer, asks for one', async () => {
    for (const route of ['', 'golden-ticket']) {
      const page = await copy(open, route);
      expect([page.status, page.messageBeside('route')]).toEqual([422, 'Choose a route']);
    }
  });

  test('an owner who copies as author does not stay the owner', async () => {
    const both = await joinTeam(asking.teamId, ['author', 'seniorResponsibleOwner']);
    const source = await makeQuestion({ asking: { ...asking, ownerId: both.id } });
    const sent = await copy(source.reference, 'commissioned-study', both.id);
    const reference = (sent.location ?? '').split('/')[2]?.replace('-', '') ?? '';
    const row = await database.db.question.findUniqueOrThrow({ where: { reference } });
    expect(row).toMatchObject({ authorId: both.id, seniorResponsibleOwnerId: null });
  });
});
