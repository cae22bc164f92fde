import { beforeAll, expect, test as check } from 'vitest';
import { Prisma } from '~/platform/generated/prisma/client';
import { newId } from '~/platform/ids.server';
import { actorFor, makeOrganisation, makePerson } from '../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { makeSponsorship } from '../../../tests/support/factories/sponsorships';
import { useDatabase } from '../../../tests/support/database';
import { visitorNow } from '../../../tests/support/factories/visitor';
import type { Actor, Person } from '../actor';
import { isAllowed } from '../policy';
import { QUESTION_STATES, stateOf, type QuestionState } from './question';
import { fundersVisibleSql } from './funding/funders-visibility.server';
import { maySeeFunders } from './funding/funding-policy';
import { knowsOf, type QuestionForPolicy } from './question-policy';
import { questionStateSql } from './question-state.server';
import { questionsVisibleSql, questionsVisibleTo } from './question-visibility.server';

const test = useDatabase();
const VISIBILITIES = ['network', 'invited', 'team'] as const;
const actors = new Map<string, Actor>();
const names = new Map<string, string>();
let asking: AskingTeam;
let sponsored = '';

const allRows = () =>
  test.db.question.findMany({
    include: {
      route: true,
      invitations: true,
      sponsorships: { where: { acceptedAt: { not: null }, endedAt: null } },
    },
  });

const idsSeenBy = async (actor: Actor) => {
  const where = await test.db.question.findMany({ where: questionsVisibleTo(actor), select: { id: true } });
  const sql = await test.db.$queryRaw<{ id: string }[]>`
    SELECT question.id FROM question WHERE ${questionsVisibleSql(actor)}`;
  const rows = await allRows();
  const pure = rows.filter((row) => knowsOf(actor, row as QuestionForPolicy));
  const named = (found: { id: string }[]) => found.map(({ id }) => names.get(id) ?? id).sort();
  return { where: named(where), sql: named(sql), pure: named(pure) };
};

beforeAll(async () => {
  asking = await makeAskingTeam();
  const [invitedOrganisation, expert, guest, colleague] = await Promise.all([
    makeOrganisation(),
    makePerson({ expert: true }),
    makePerson({ expert: true }),
    makePerson({ expert: true }),
  ]);
  await test.db.affiliation.create({
    data: {
      id: newId(),
      personId: colleague.id,
      organisationId: invitedOrganisation.id,
      startsOn: new Date('2020-01-01'),
      verifiedAt: new Date('2020-01-01'),
    },
  });
  const panellist = await makePerson();
  for (const state of QUESTION_STATES)
    for (const visibility of VISIBILITIES) {
      const made = await makeQuestion({
        asking,
        state,
        visibility,
        invited: [{ personId: guest.id }, { organisationId: invitedOrganisation.id }],
      });
      names.set(made.id, `${state}/${visibility}`);
      if (visibility === 'team' && state === 'open') sponsored = made.id;
      if (visibility === 'team' && state === 'inEvaluation')
        await test.db.panelMembership.create({
          data: {
            questionId: made.id,
            personId: panellist.id,
            role: 'evaluator',
            appointedById: asking.ownerId,
            appointedAt: new Date('2026-01-01'),
          },
        });
    }
  const released = await makeQuestion({ asking, state: 'open', visibility: 'team', released: true });
  names.set(released.id, 'released');
  const joining = await makeAskingTeam();
  const { draft } = await makeSponsorship({ joining, questionId: sponsored, accepted: true });
  names.set(draft.id, 'own draft');
  const waiting = await makeSponsorship({ questionId: released.id });
  names.set(waiting.draft.id, 'draft of one who asks');
  const people = {
    'member of a sponsoring team': joining.budgetHolderId,
    'member of a team that asks to join': waiting.joining.budgetHolderId,
    'team author': asking.authorId,
    'team evaluator': asking.evaluatorId,
    'team of another question': (await makeAskingTeam()).authorId,
    expert: expert.id,
    'expert invited': guest.id,
    'expert of an invited organisation': colleague.id,
    'panel member from elsewhere': panellist.id,
    coordinator: (await makePerson({ roles: ['coordinator'] })).id,
    auditor: (await makePerson({ roles: ['auditor'] })).id,
    'committee reader': (await makePerson({ roles: ['committeeReader'] })).id,
    'auditor who is an expert': (await makePerson({ roles: ['auditor'], expert: true })).id,
    unverified: (await makePerson({ verified: false, expert: true })).id,
  };
  for (const [name, id] of Object.entries(people)) actors.set(name, await actorFor(id));
  actors.set('visitor', await visitorNow());
}, 60_000);

const published = (visibility: string) =>
  QUESTION_STATES.filter(
    (state) => !['draft', 'returned', 'setAside', 'awaitingApproval'].includes(state),
  ).map((state) => `${state}/${visibility}`);
const all = VISIBILITIES.flatMap((visibility) => published(visibility));
const drafts = ['draft', 'returned', 'setAside', 'awaitingApproval'].flatMap((state) =>
  VISIBILITIES.map((visibility) => `${state}/${visibility}`),
);
const SETTLED = ['decided', 'inDelivery', 'answered', 'withdrawn'];

const expected: Record<string, string[]> = {
  'team author': [...drafts, ...all],
  'team evaluator': [...drafts, ...all],
  'team of another question': published('network'),
  'member of a sponsoring team': [...published('network'), 'open/team', 'own draft'],
  'member of a team that asks to join': [...published('network'), 'draft of one who asks'],
  expert: published('network'),
  'expert invited': [...published('network'), ...published('invited')],
  'expert of an invited organisation': [...published('network'), ...published('invited')],
  'panel member from elsewhere': [...published('network'), 'inEvaluation/team'],
  coordinator: all,
  auditor: SETTLED.flatMap((state) => VISIBILITIES.map((visibility) => `${state}/${visibility}`)),
  'committee reader': [],
  'auditor who is an expert': [
    ...published('network'),
    ...SETTLED.flatMap((state) => [`${state}/invited`, `${state}/team`]),
  ],
  unverified: [],
  visitor: [],
};

check.each(Object.keys(expected))('%s: filter, SQL and policy agree with the table', async (name) => {
  const actor = actors.get(name);
  if (!actor) throw new Error(`no ${name}`);
  const wanted = [...(expected[name] ?? []), 'released'].sort();
  expect(await idsSeenBy(actor)).toEqual({ where: wanted, sql: wanted, pure: wanted });
});

check('the state in SQL is the state of the row', async () => {
  const now = (await visitorNow()).asOf;
  const sql = await test.db.$queryRaw<{ id: string; state: QuestionState }[]>(
    Prisma.sql`SELECT id, ${questionStateSql(now)} AS state FROM question`,
  );
  const rows = await test.db.question.findMany();
  expect(sql.length).toBe(QUESTION_STATES.length * 3 + 3);
  for (const row of rows) expect(sql.find(({ id }) => id === row.id)?.state).toBe(stateOf(row, now));
});

check('the rule of who sees funders says the same as SQL, whoever asks', async () => {
  const rows = (await allRows()) as QuestionForPolicy[];
  const [open] = rows.filter(({ id }) => names.get(id) === 'open/network');
  const questionId = open?.id ?? '';
  const coordinator = actors.get('coordinator') as Person;
  const asked = new Map([
    ...actors,
    ['coordinator who scores', { ...coordinator, panels: [{ questionId, role: 'evaluator' as const }] }],
    ['coordinator with a conflict', { ...coordinator, walls: [{ questionId, bidId: null }] }],
    [
      'owner who scores',
      { ...coordinator, id: asking.ownerId, roles: [], panels: [{ questionId, role: 'moderator' as const }] },
    ],
  ]);
  const seenOpen: string[] = [];
  for (const [name, actor] of asked) {
    const sql = await test.db.$queryRaw<{ id: string }[]>`
      SELECT q.id FROM question q WHERE ${fundersVisibleSql(actor, 'q')}`;
    const pure = rows.filter((row) => isAllowed(maySeeFunders(actor, row))).map(({ id }) => id);
    expect([name, sql.map(({ id }) => id).sort()]).toEqual([name, pure.sort()]);
    if (pure.includes(questionId)) seenOpen.push(name);
  }
  expect(seenOpen.sort()).toEqual(['coordinator', 'owner who scores', 'team author', 'team evaluator']);
});
