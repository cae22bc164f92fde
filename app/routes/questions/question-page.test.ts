import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { QUESTION_STATES, type QuestionState } from '~/domain/questions/question';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { joinTeam, makeOutsiders, type Outsiders } from '../../../tests/support/factories/question-cast';
import { makeFinding } from '../../../tests/support/factories/findings';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { visit, visitData } from '../../../tests/support/site';
import { deadLinks } from '../../../tests/support/site/links';

const database = useDatabase();
type Made = Awaited<ReturnType<typeof makeQuestion>>;
let asking: AskingTeam;
let outsiders: Outsiders;
let observer: string;
const studies = new Map<QuestionState, Made>();
const studyIn = (state: QuestionState) => {
  const made = studies.get(state);
  if (!made) throw new Error(`no study in ${state}`);
  return made;
};
const pageOf = (state: QuestionState, as?: string) => visit(paths.question(studyIn(state).reference), { as });

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  observer = (await joinTeam(asking.teamId, ['observer'])).id;
  for (const state of QUESTION_STATES) studies.set(state, await makeQuestion({ asking, state }));
});

describe('who may open a question', () => {
  const drafts: QuestionState[] = ['draft', 'returned', 'awaitingApproval'];

  test.each(drafts)('in %s: its team alone; for anybody else it does not exist', async (state) => {
    expect((await pageOf(state)).status).toBe(404);
    for (const as of [outsiders.member, outsiders.expert, outsiders.coordinator, outsiders.auditor])
      expect((await pageOf(state, as)).status).toBe(404);
    for (const as of [asking.authorId, asking.ownerId, asking.evaluatorId, observer])
      expect((await pageOf(state, as)).status).toBe(200);
  });

  test('an open question is read by members, not by visitors, auditors or the unverified', async () => {
    for (const as of [outsiders.member, outsiders.expert, outsiders.coordinator])
      expect((await pageOf('open', as)).status).toBe(200);
    for (const as of [undefined, outsiders.unverified, outsiders.auditor, outsiders.committeeReader])
      expect((await pageOf('open', as)).status).toBe(404);
  });

  test('an auditor reads it once it is decided', async () => {
    for (const state of ['decided', 'inDelivery', 'answered', 'withdrawn'] as const)
      expect((await pageOf(state, outsiders.auditor)).status).toBe(200);
    for (const state of ['closed', 'opened', 'inEvaluation'] as const)
      expect((await pageOf(state, outsiders.auditor)).status).toBe(404);
  });

  test('a released one is read by everybody, who is told that it was released', async () => {
    const { reference } = await makeQuestion({ asking, released: true, title: 'Who launders through art?' });
    const page = await visit(paths.question(reference));
    expect(page.status).toBe(200);
    expect(page.heading).toBe('Who launders through art?');
    expect(page.text).toContain('Released to the public');
    expect(page.buttons).toEqual([]);
    for (const as of [outsiders.unverified, outsiders.committeeReader])
      expect((await visit(paths.question(reference), { as })).status).toBe(200);
  });

  test('one for invited people is theirs and the team’s', async () => {
    const invited = [{ personId: outsiders.expert }];
    const { reference } = await makeQuestion({ asking, visibility: 'invited', invited });
    const status = async (as?: string) => (await visit(paths.question(reference), { as })).status;
    expect(await status(outsiders.expert)).toBe(200);
    expect(await status(observer)).toBe(200);
    expect(await status(outsiders.rival)).toBe(404);
    expect(await status(outsiders.member)).toBe(404);
    expect(await status(outsiders.coordinator)).toBe(200);
  });

  test('one for the team alone is not even known to experts who were invited', async () => {
    const invited = [{ personId: outsiders.expert }];
    const { reference } = await makeQuestion({ asking, visibility: 'team', invited });
    expect((await visit(paths.question(reference), { as: outsiders.expert })).status).toBe(404);
    expect((await visit(paths.question(reference), { as: asking.budgetHolderId })).status).toBe(200);
  });

  test('a wrong reference and a hidden question give the same page', async () => {
    const hidden = await pageOf('draft', outsiders.expert);
    const absent = await visit('/questions/2222-2222', { as: outsiders.expert });
    const nonsense = await visit(`/questions/${encodeURIComponent("' OR 1=1 --")}`, { as: outsiders.expert });
    expect([absent.status, nonsense.status]).toEqual([404, 404]);
    expect(absent.text).toBe(hidden.text);
    expect(absent.title).toBe(hidden.title);
  });

  test('the data behind a hidden page says nothing either', async () => {
    const { reference, title } = studyIn('draft');
    const data = await visitData(paths.question(reference), { as: outsiders.expert });
    expect(data.body).not.toContain(title);
    expect(data.status).toBe(404);
  });
});

describe('the one thing to do now', () => {
  const first = async (state: QuestionState, as: string) => {
    const page = await pageOf(state, as);
    const found = page.$('aside a[role="button"], aside a.govuk-button').first();
    return found.length === 0 ? null : [found.text().trim(), found.attr('href')];
  };

  test('an author goes on with a draft', async () => {
    const { reference } = studyIn('draft');
    expect(await first('draft', asking.authorId)).toEqual([
      'Continue this draft',
      paths.questionDraft(reference),
    ]);
    expect(await first('draft', asking.ownerId)).toBeNull();
    expect(await first('draft', observer)).toBeNull();
  });

  test('the senior responsible owner approves or returns', async () => {
    const { reference } = studyIn('awaitingApproval');
    expect(await first('awaitingApproval', asking.ownerId)).toEqual([
      'Approve or return',
      paths.questionApproval(reference),
    ]);
    expect(await first('awaitingApproval', asking.authorId)).toBeNull();
  });

  test('an expert starts a bid while it is open, and not after', async () => {
    for (const state of ['open', 'clarificationsClosed'] as const)
      expect(await first(state, outsiders.expert)).toEqual([
        'Start a bid',
        paths.startBid(studyIn(state).reference),
      ]);
    for (const state of ['closed', 'opened', 'decided', 'answered', 'withdrawn'] as const)
      expect(await first(state, outsiders.expert)).toBeNull();
  });

  test('nobody who runs or scores it bids', async () => {
    for (const as of [asking.authorId, asking.evaluatorId, observer, outsiders.coordinator, outsiders.member])
      expect(await first('open', as)).toBeNull();
    const { id, reference } = await makeQuestion({ asking });
    await database.db.panelMembership.create({
      data: {
        questionId: id,
        personId: outsiders.rival,
        role: 'evaluator',
        appointedById: asking.ownerId,
        appointedAt: new Date(),
      },
    });
    const page = await visit(paths.question(reference), { as: outsiders.rival });
    expect(page.text).not.toContain('Start a bid');
    expect(page.buttons).not.toContain('Express interest');
  });

  test('an expert answers an advice request, and reads the own answer later', async () => {
    const { id, reference } = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
    const page = await visit(paths.question(reference), { as: outsiders.expert });
    expect(page.links).toContainEqual({
      text: 'Answer this request',
      href: paths.ownAdviceAnswer(reference),
    });
    const own = await database.db.adviceAnswer.create({
      data: {
        id: randomUUID(),
        reference: '2222222C',
        questionId: id,
        personId: outsiders.expert,
        body: 'Half',
        createdAt: new Date(),
      },
    });
    const later = await visit(paths.question(reference), { as: outsiders.expert });
    expect(later.text).toContain('Continue your answer');
    await database.db.adviceAnswer.update({
      where: { id: own.id },
      data: { limits: 'Few', submittedAt: new Date() },
    });
    expect((await visit(paths.question(reference), { as: outsiders.expert })).text).toContain(
      'See your answer',
    );
    expect((await visit(paths.question(reference), { as: outsiders.rival })).text).not.toContain(
      'your answer',
    );
  });
});

describe('what else one may do', () => {
  const offers = async (state: QuestionState, as?: string) => {
    const page = await pageOf(state, as);
    return [...page.links.map(({ text }) => text), ...page.buttons];
  };
  const RUNNING = ['Invite experts', 'Add an addendum', 'Change who can see it', 'Withdraw this question'];

  test('an open question is run by its author and its owner alone', async () => {
    for (const as of [asking.authorId, asking.ownerId])
      expect(await offers('open', as)).toEqual(expect.arrayContaining(RUNNING));
    for (const as of [observer, asking.evaluatorId, outsiders.expert, outsiders.coordinator]) {
      const offered = await offers('open', as);
      expect(RUNNING.filter((text) => offered.includes(text))).toEqual([]);
    }
  });

  test('releasing is for the owner and coordinators', async () => {
    for (const as of [asking.ownerId, outsiders.coordinator])
      expect(await offers('open', as)).toContain('Release to the public');
    for (const as of [asking.authorId, asking.budgetHolderId, outsiders.expert])
      expect(await offers('open', as)).not.toContain('Release to the public');
  });

  test('experts may ask while clarifications are open, and show interest until it closes', async () => {
    expect(await offers('open', outsiders.expert)).toEqual(
      expect.arrayContaining(['Ask for clarification', 'Look for partners', 'Express interest', 'Watch']),
    );
    const late = await offers('clarificationsClosed', outsiders.expert);
    expect(late).not.toContain('Ask for clarification');
    expect(late).toContain('Express interest');
    const closed = await offers('closed', outsiders.expert);
    expect(closed).not.toContain('Express interest');
    expect(closed).not.toContain('Look for partners');
    expect(closed).toContain('Watch');
  });

  test('what is finished takes no invitation, no addendum and no other readers', async () => {
    for (const state of ['answered', 'withdrawn'] as const)
      for (const as of [asking.authorId, asking.ownerId]) {
        const offered = await offers(state, as);
        expect(RUNNING.filter((text) => offered.includes(text))).toEqual([]);
      }
    expect(await offers('closed', asking.authorId)).not.toContain('Invite experts');
    expect(await offers('closed', asking.authorId)).toContain('Add an addendum');
  });

  test('copying is for authors, as they alone can write drafts', async () => {
    expect(await offers('withdrawn', asking.authorId)).toContain('Copy to a new draft');
    expect(await offers('open', asking.ownerId)).not.toContain('Copy to a new draft');
  });

  test('an interest without a call is promoted, not copied', async () => {
    const { reference } = await makeQuestion({ asking, routeSlug: 'area-of-research-interest' });
    const page = await visit(paths.question(reference), { as: asking.authorId });
    expect(page.links).toContainEqual({
      text: 'Promote to another route',
      href: paths.copyQuestion(reference),
    });
  });

  test('the team is told how many clarifications wait, nobody else', async () => {
    const { id, reference } = await makeQuestion({ asking });
    for (const asked of ['One?', 'Two?'])
      await database.db.clarification.create({
        data: {
          id: randomUUID(),
          reference: asked === 'One?' ? '2222223E' : '2222224G',
          questionId: id,
          askerId: outsiders.expert,
          asked,
          askedAt: new Date(),
        },
      });
    const read = async (as: string) => visit(paths.question(reference), { as });
    expect((await read(asking.authorId)).text).toContain('Answer clarifications (2 waiting)');
    for (const as of [outsiders.expert, outsiders.rival, outsiders.coordinator]) {
      const page = await read(as);
      expect(page.text).not.toMatch(/waiting\)/);
      expect(page.html).not.toContain('Two?');
    }
  });
});

test('what was found stands before how it was asked, as far as its reader may know of it', async () => {
  const { id, reference } = await makeQuestion({ asking, state: 'answered', released: true });
  const answer = { questionId: id, authors: [{ name: 'Dr Ada Quaye' }, { name: 'Jan van der Berg' }] };
  const kept = await makeFinding({
    ...{
      ...answer,
      title: 'Ledgers compared',
      keyMessages: '- Most cash goes by post.\n- Little by courier.',
    },
  });
  await makeFinding({ ...answer, title: 'Ledgers released', released: true, keyMessages: 'Half is known.' });
  await makeFinding({ ...answer, title: 'Ledgers taken back', state: 'retracted' });
  const shown = async (as?: string) =>
    (await visit(paths.question(reference), { as })).$('section[aria-labelledby="answers"]');
  const inside = await shown(asking.authorId);
  const words = inside.text().replace(/\s+/g, ' ');
  expect(words).toContain('Most cash goes by post.');
  expect(words).toContain('Quaye, A. and van der Berg, J.');
  for (const other of ['Little by courier', 'taken back', 'Dr']) expect(words).not.toContain(other);
  expect(
    inside
      .find('a')
      .toArray()
      .map((node) => node.attribs['href']),
  ).toContain(paths.finding(kept.reference));
  const outside = (await shown()).text();
  expect(outside).toContain('Half is known.');
  expect(outside).not.toContain('Ledgers compared');
  expect((await pageOf('open', asking.authorId)).text).not.toContain('What was found');
});

describe('no link leads its reader to a refusal', () => {
  const readers = (): [string, string | undefined][] => [
    ['author', asking.authorId],
    ['owner', asking.ownerId],
    ['observer', observer],
    ['expert', outsiders.expert],
  ];
  const STATES: QuestionState[] = ['returned', 'awaitingApproval', 'open', 'withdrawn'];

  test.each(STATES)(
    'from a study in %s',
    async (state) => {
      const refused: string[] = [];
      for (const [who, as] of readers()) {
        const page = await pageOf(state, as);
        const hrefs = new Set(page.links.map(({ href }) => href.split('#')[0] ?? ''));
        for (const href of hrefs) {
          if (!href.startsWith('/') || href === paths.question(studyIn(state).reference)) continue;
          const { status } = await visit(href, { as });
          if (status >= 400) refused.push(`${who}: ${href} ${status}`);
        }
      }
      expect(refused).toEqual([]);
    },
    60_000,
  );

  test.each(['open', 'answered'] as const)(
    'from an advice request that is %s',
    async (state) => {
      const { reference } = await makeQuestion({ asking, state, routeSlug: 'expert-advice-request' });
      const refused: string[] = [];
      for (const [who, as] of readers()) {
        const page = await visit(paths.question(reference), { as });
        for (const { href } of page.links.filter((link) => link.href.startsWith('/'))) {
          const { status } = await visit(href, { as });
          if (status >= 400) refused.push(`${who}: ${href} ${status}`);
        }
      }
      expect(refused).toEqual([]);
    },
    60_000,
  );

  test('from a released one, where those outside the network read the name of the team without a link', async () => {
    const { reference } = await makeQuestion({ asking, released: true });
    for (const as of [outsiders.unverified, undefined, outsiders.committeeReader]) {
      const page = await visit(paths.question(reference), { as });
      expect(page.text).toMatch(/Asked by ?Team \w+, Organisation \w+/);
      expect(await deadLinks(page, { as })).toEqual([]);
      const linked = page.links.some(({ href }) => href.startsWith('/teams/'));
      expect([as, linked]).toEqual([as, as === outsiders.committeeReader]);
    }
  });
});
