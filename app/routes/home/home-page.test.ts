import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { newReference } from '~/domain/new-reference.server';
import { makeOrganisation, makePerson, makeTeam } from '../../../tests/support/factories/people';
import { makePriority } from '../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { makeReaders, newId, type Readers } from '../../../tests/support/factories/readers';
import { visit, visitCounting } from '../../../tests/support/site';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const home = (as?: string) => visit(paths.home(), { as });
const opens = async (href: string, as?: string) => {
  const page = await visit(href, { as });
  return [200, 302].includes(page.status);
};

describe('for whoever is not in the network', () => {
  test('the page says what Soundings is, how it works and how to come in', async () => {
    const page = await home();
    expect(page.heading).toBe('Take soundings from people who know');
    expect(page.links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([paths.join(), paths.signIn()]),
    );
    for (const link of ['Priority', 'Question', 'Bid', 'Evaluation', 'Finding', 'Rating', 'Impact'])
      expect(page.text).toContain(`${link}.`);
  });

  test('every link on it opens for a visitor', async () => {
    const hrefs = (await home()).$('main a, aside a').toArray();
    expect(hrefs.length).toBeGreaterThan(4);
    const page = await home();
    for (const node of page.$('main a[href^="/"], aside a[href^="/"]').toArray()) {
      const href = page.$(node).attr('href') ?? '';
      expect(await opens(href), href).toBe(true);
    }
  });

  test('somebody not verified is welcomed by name and told what to do', async () => {
    const page = await home(who.unverified);
    expect(page.text).toContain('Welcome, Una Verified. You are not a verified member yet');
    expect(page.links.map(({ href }) => href)).toContain(paths.account());
    expect(page.links.map(({ href }) => href)).not.toContain(paths.join());
    expect(page.text).not.toContain('Your work');
  });
});

describe('for members', () => {
  test('each kind gets a page of their own work', async () => {
    for (const as of [who.member, who.coordinator, who.auditor]) {
      const page = await home(as);
      expect(page.heading).toBe('Your work');
      expect(page.text).toContain('Nothing waits for you');
      expect(page.text).toContain('You have no drafts.');
    }
  });

  test('every link on it opens for whoever sees it', async () => {
    for (const as of Object.values(who)) {
      const page = await home(as);
      for (const node of page.$('main a[href^="/"]').toArray()) {
        const href = page.$(node).attr('href') ?? '';
        expect(await opens(href, as), `${page.$(node).text()} for ${as}`).toBe(true);
      }
    }
  });

  test('an administrator is led to what is missing before the first question, nobody else is', async () => {
    const lead = 'Set Soundings up: before the first question';
    expect((await home(who.administrator)).links).toContainEqual({
      text: lead,
      href: paths.administration(),
    });
    expect((await home(who.coordinator)).text).not.toContain(lead);
    const overview = await visit(paths.administration(), { as: who.administrator });
    expect(overview.text).toContain('Before the first question');
    const link = (name: string) => overview.links.find(({ text }) => text === name)?.href;
    expect(link('Invite a coordinator')).toBeUndefined();
    expect(link('Invite its author and its senior responsible owner')).toBe(paths.inviteMany());
  });

  test('what a competition waits for stands there among the rest, the soonest day first', async () => {
    const title = 'Who is on the panel?';
    const { asking, reference } = await makeQuestion({ state: 'open', title });
    const draft = { id: newId(), reference: 'HOMECLAR', askerId: who.member, asked: 'May we?' };
    const question = await database.db.question.findUniqueOrThrow({ where: { reference } });
    await database.db.clarification.create({
      data: { ...draft, questionId: question.id, askedAt: new Date() },
    });
    const page = await home(asking.authorId);
    expect(page.links).toContainEqual({ text: `Appoint the panel: ${title}`, href: paths.panel(reference) });
    const places = ['Answer a clarification', 'Appoint the panel'].map((words) => page.text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect((await home(asking.moderatorId)).text).not.toContain(title);
  });

  test('an expert who was invited and has named no area is told to, on both pages', async () => {
    const { id } = await makePerson({ expert: true });
    const told = 'Choose your threat areas in your profile';
    expect((await home(id)).links).toContainEqual({ text: told, href: paths.ownProfile() });
    const profile = async () => (await visit(paths.ownProfile(), { as: id })).text;
    expect(await profile()).toContain('until then no open question reaches you');
    expect(await profile()).not.toContain('It is still current');
    const term = await database.db.term.findFirstOrThrow({
      where: { scheme: 'threatArea', slug: 'cyber-crime' },
    });
    await database.db.expertTerm.create({ data: { personId: id, termId: term.id } });
    expect((await home(id)).text).not.toContain(told);
    expect(await profile()).toContain('It is still current');
  });

  test('each kind is told where to begin, and by nothing that is closed to them', async () => {
    const { asking } = await makeQuestion();
    const begins: [string, string[]][] = [
      [who.coordinator, [paths.desk(), paths.performance()]],
      [who.auditor, [paths.audit(), paths.money(), paths.scorecards()]],
      [who.committee, [paths.publicSummary(), paths.scorecards(), paths.map()]],
      [who.administrator, [paths.administration()]],
      [asking.authorId, [paths.whichRoute(), paths.search()]],
      [who.member, [paths.questionsAbout({ state: 'open' }), paths.bids()]],
    ];
    for (const [as, expected] of begins) {
      const { $ } = await home(as);
      const list = $('h2:contains("Where to begin") + ul a').toArray();
      const hrefs = list.map((node) => $(node).attr('href') ?? '');
      expect(hrefs).toEqual([...expected, paths.progress()]);
      for (const href of hrefs) expect(await opens(href, as), href).toBe(true);
    }
  });

  test('drafts of findings stand there, with where to go on, for their writer alone', async () => {
    const { reference } = await makeFinding({
      state: 'draft',
      submittedById: who.member,
      title: 'Half a finding',
    });
    const page = await home(who.member);
    expect(page.links).toContainEqual({
      text: 'Finding: Half a finding',
      href: paths.findingDraft(reference),
    });
    expect((await home(who.coordinator)).html).not.toContain('Half a finding');
  });

  test('a draft without a title is called untitled', async () => {
    const person = await makePerson({ expert: true });
    await makeFinding({ state: 'draft', submittedById: person.id, title: '' });
    expect((await home(person.id)).text).toContain('Finding: untitled');
  });

  test('a question that waits for its owner leads to where it is approved', async () => {
    const question = await makeQuestion({ state: 'awaitingApproval', title: 'Who waits at night?' });
    const { ownerId, authorId } = question.asking;
    const page = await home(ownerId);
    expect(page.links).toContainEqual({
      text: 'Approve or return: Who waits at night?',
      href: paths.questionApproval(question.reference),
    });
    expect((await visit(paths.questionApproval(question.reference), { as: ownerId })).status).toBe(200);
    expect((await home(authorId)).text).not.toContain('Approve or return: Who waits at night?');
    expect((await home(who.coordinator)).html).not.toContain('Who waits at night?');
  });

  test('those who write questions are offered to ask one', async () => {
    const { asking } = await makeQuestion();
    expect((await home(asking.authorId)).links.map(({ href }) => href)).toContain(paths.newQuestion());
    for (const as of [asking.ownerId, who.member, who.coordinator])
      expect((await home(as)).links.map(({ href }) => href)).not.toContain(paths.newQuestion());
  });

  test('open questions in one’s areas appear to experts; others are told how', async () => {
    const term = await database.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', slug: 'fraud' } });
    await database.db.expertTerm.create({ data: { personId: who.member, termId: term.id } });
    await makeQuestion({ title: 'Open on fraud?', terms: [{ scheme: 'threatArea', slug: 'fraud' }] });
    await makeQuestion({ title: 'Open on cyber?', terms: [{ scheme: 'threatArea', slug: 'cyber-crime' }] });
    const page = await home(who.member);
    expect(page.text).toContain('Open on fraud?');
    expect(page.text).not.toContain('Open on cyber?');
    expect((await home((await makePerson()).id)).text).toContain('Say which areas are yours');
    expect((await home(who.coordinator)).text).not.toContain('Say which areas are yours');
  });

  describe('sharing research and an expert profile', () => {
    const offered = async (as: string) => {
      const page = await home(as);
      const hrefs = page.links.map(({ href }) => href);
      return {
        share: hrefs.includes(paths.shareFinding()),
        profile: hrefs.includes(paths.ownProfile()),
        open: page.text.includes('Open in your threat areas'),
      };
    };

    test('are not put to those who hold a role in a team and are no expert', async () => {
      const { asking } = await makeQuestion();
      const observer = await makePerson();
      await makeTeam({ members: [{ personId: observer.id, roles: ['observer'] }] });
      for (const as of [asking.ownerId, asking.authorId, asking.budgetHolderId, observer.id])
        expect(await offered(as)).toEqual({ share: false, profile: false, open: false });
    });

    test('are put to an expert of a team, who has a profile already', async () => {
      const expert = await makePerson({ expert: true });
      await makeTeam({ members: [{ personId: expert.id, roles: ['evaluator'] }] });
      const term = await database.db.term.findFirstOrThrow({ where: { scheme: 'threatArea' } });
      await database.db.expertTerm.create({ data: { personId: expert.id, termId: term.id } });
      expect(await offered(expert.id)).toEqual({ share: true, profile: false, open: true });
    });

    test('are put to whoever is in no team', async () => {
      const newcomer = await makePerson();
      expect(await offered(newcomer.id)).toEqual({ share: true, profile: true, open: true });
    });
  });

  test('new notices stand beside the work, and only one’s own', async () => {
    await database.db.notice.create({
      data: {
        ...{ id: newId(), personId: who.member, factId: newId(), kind: 'test', subject: 'Something for you' },
        ...{ body: 'Words', path: '/findings', createdAt: new Date() },
      },
    });
    const page = await home(who.member);
    expect(page.html).toContain('Something for you');
    expect((await home(who.coordinator)).html).not.toContain('Something for you');
  });
});

describe('a chain to follow', () => {
  test('the chain that was walked last is there to follow, once all of it was released', async () => {
    const walked = async () => (await home()).$('section[aria-labelledby="walked"]');
    expect((await walked()).length).toBe(0);
    const { id: questionId } = await makeQuestion({
      state: 'answered',
      released: true,
      title: 'Who counts?',
    });
    const secret = await makeQuestion({ state: 'answered', title: 'Who hides?' });
    const priority = await makePriority({ name: 'Fewer losses' });
    const finding = await makeFinding({ questionId, released: true, title: 'Clerks count' });
    const other = await makeFinding({ questionId: secret.id, released: true, title: 'Clerks hide' });
    const organisation = await makeOrganisation();
    const change = (findingId: string, decision: string, at: string) =>
      database.db.impactRecord.create({
        data: {
          ...{ id: newId(), reference: newReference(), findingId, findingNumber: 1, priorityId: priority.id },
          ...{
            organisationId: organisation.id,
            recordedById: who.member,
            decision,
            effect: 'Less was lost.',
          },
          ...{ decidedOn: new Date('2026-05-01'), evidence: 'A letter', recordedAt: new Date(at) },
        },
      });
    const whole = await change(finding.id, 'Count twice', '2026-05-02');
    const part = await change(other.id, 'Look behind', '2026-05-03');
    expect((await walked()).length).toBe(0);
    const release = (id: string) =>
      database.db.impactRecord.update({ where: { id }, data: { releasedAt: new Date('2026-05-04') } });
    const words = async () => {
      const page = await home();
      return page
        .$('section[aria-labelledby="walked"] a')
        .toArray()
        .map((node) => page.$(node).text());
    };
    await release(part.id);
    expect(await words()).toEqual(['Fewer losses', 'Clerks hide', 'Look behind']);
    await release(whole.id);
    expect(await words()).toEqual(['Fewer losses', 'Who counts?', 'Clerks count', 'Count twice']);
    const shown = await walked();
    for (const node of shown.find('a').toArray()) expect(await opens(node.attribs['href'] ?? '')).toBe(true);
  });
});

test('home takes eight statements at most, whatever somebody is', async () => {
  const roles = ['coordinator', 'administrator', 'auditor', 'committeeReader'] as const;
  const many = await makePerson({ roles: [...roles], expert: true });
  const few = await makePerson({ expert: true });
  const counts = [];
  for (const { id } of [many, few]) counts.push((await visitCounting(paths.home(), { as: id })).statements);
  expect(counts).toEqual([8, 7]);
});
