import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeSearchable, type Searchable } from '../../../../tests/support/factories/searchable';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { showReference } from '../../reference';
import type { Actor } from '../../actor';
import { ask } from '../../query.server';
import { searchEverything } from '../queries/search-everything.server';
import { FIELDS } from './fields';

const store = useDatabase();
let made: Searchable;
let member: Actor;

beforeAll(async () => {
  made = await makeSearchable();
  member = await actorFor((await makePerson()).id);
});

const QUESTIONS = ['Moor', 'Quay', 'Weir'];
const FINDINGS = ['Kite', 'Lamp', 'Reed'];
const EXPERTS = ['Egret', 'Heron'];

/** What is found of the world above, by name; the seed's own organisations are not of it. */
async function found(q: string, actor: Actor = member) {
  const view = await ask(searchEverything, actor, { q });
  if (!view) throw new Error('a search always answers');
  const titles = (group: { hits: { title: string }[] } | null, of: string[]) =>
    (group?.hits ?? [])
      .map(({ title }) => title)
      .filter((title) => of.includes(title))
      .sort();
  return {
    questions: titles(view.questions, QUESTIONS),
    findings: titles(view.findings, FINDINGS),
    experts: titles(view.experts, EXPERTS),
    organisations: titles(view.organisations, ['Abbey Constabulary', 'Harbour Office', 'Tidal College']),
    problems: view.problems,
  };
}

const nothing: Record<'questions' | 'findings' | 'experts' | 'organisations' | 'problems', string[]> = {
  questions: [],
  findings: [],
  experts: [],
  organisations: [],
  problems: [],
};

describe('each field finds what it should and not its neighbour', () => {
  const cases: [string, Partial<typeof nothing>][] = [
    ['threat:fraud', { questions: ['Quay'], findings: ['Lamp'], experts: ['Heron'] }],
    ['threat:cyber', { questions: ['Weir'], findings: ['Kite'], experts: ['Egret'] }],
    ['threat:ransomware', { questions: ['Weir'], findings: ['Kite'], experts: ['Egret'] }],
    [
      'threat:"economic crime",none',
      { questions: ['Moor', 'Quay'], findings: ['Lamp', 'Reed'], experts: ['Heron'] },
    ],
    ['-threat:fraud', { questions: ['Moor', 'Weir'], findings: ['Kite', 'Reed'], experts: ['Egret'] }],
    ['strand:prevent', { questions: ['Quay'] }],
    ['enabler:borders', { questions: ['Quay'] }],
    ['enabler:none strand:none', { questions: ['Moor', 'Weir'], findings: FINDINGS, experts: EXPERTS }],
    ['level:local', { organisations: ['Abbey Constabulary'] }],
    ['method:ethnography', { experts: ['Heron'] }],
    ['discipline:none method:none', { experts: ['Egret'] }],
    ['priority:"follow the money"', { questions: ['Quay'], findings: ['Kite', 'Lamp'] }],
    ['priority:none', { questions: ['Moor', 'Weir'], findings: ['Reed'] }],
    ['route:funding-call', { questions: ['Weir'] }],
    ['route:"expert advice request",commissioned', { questions: ['Moor', 'Quay'] }],
    ['state:open', { questions: ['Moor', 'Quay'] }],
    ['state:in-evaluation', { questions: ['Weir'] }],
    ['state:asked', { questions: QUESTIONS }],
    ['state:commissioned,answered', {}],
    ['closes:>2028', { questions: ['Moor'] }],
    ['closes:none', {}],
    ['needed:2031-05', { questions: ['Quay'] }],
    ['needed:2031-05-06..2032', {}],
    ['decision:2032-06-06', { questions: ['Quay'] }],
    ['decision:<=2032-06 decision:>today', { questions: QUESTIONS }],
    ['budget:<=40k', { questions: ['Quay'] }],
    ['budget:>40000', { questions: ['Weir'] }],
    ['budget:none', { questions: ['Moor'] }],
    ['findings:>=1', { questions: ['Moor'] }],
    ['findings:0', { questions: ['Quay', 'Weir'] }],
    ['gap:yes', { questions: ['Weir'] }],
    ['gap:no', { questions: ['Moor', 'Quay'] }],
    ['team:quay', { questions: ['Quay'] }],
    ['organisation:"harbour office"', { questions: ['Quay'], organisations: ['Harbour Office'] }],
    ['organisation:tidal', { experts: ['Heron'], organisations: ['Tidal College'] }],
    ['author:moyle', { findings: ['Lamp'] }],
    ['author:"Wanda Ritter"', {}],
    ['year:2019..2021', { findings: ['Lamp'] }],
    ['year:>2020 year:<2025', { findings: ['Kite'] }],
    ['published:2026-04', { findings: ['Lamp'] }],
    ['published:<2026-06', { findings: ['Kite', 'Lamp'] }],
    ['released:yes', { questions: ['Weir'], findings: ['Lamp'] }],
    ['released:no', { questions: ['Moor', 'Quay'], findings: ['Kite', 'Reed'] }],
    ['type:review', { findings: ['Lamp'] }],
    ['type:expert-judgement,impact', { findings: ['Kite'] }],
    ['confidence:high', { findings: ['Lamp'] }],
    ['confidence:none,low', { findings: ['Kite', 'Reed'] }],
    ['origin:questions', { findings: ['Kite'] }],
    ['origin:shared', { findings: ['Lamp', 'Reed'] }],
    ['rated:>3', { findings: ['Lamp'] }],
    ['rated:2', { findings: ['Kite'] }],
    ['ratings:0', { findings: ['Reed'] }],
    ['ratings:1', { findings: ['Kite'] }],
    ['ratings:4', { findings: ['Lamp'] }],
    ['rated-by:"Rowan Rower"', { findings: ['Kite'] }],
    ['stale:yes', { findings: ['Reed'], experts: ['Egret'] }],
    ['stale:no', { findings: ['Kite', 'Lamp'], experts: ['Heron'] }],
    ['availability:available', { experts: ['Heron'] }],
    ['availability:none', { experts: ['Egret'] }],
    ['language:alban', { experts: ['Heron'] }],
    ['region:london', { experts: ['Heron'], organisations: ['Abbey Constabulary'] }],
    ['kind:police-force', { organisations: ['Abbey Constabulary'] }],
    ['variance(relevance)>1', { findings: ['Lamp'] }],
    ['variance(relevance)>4', {}],
    ['NOT variance(relevance)>4', { findings: ['Lamp'] }],
    ['mean(relevance)>=3', { findings: ['Lamp'] }],
    ['count(relevance)<3', { findings: ['Kite', 'Reed'] }],
  ];

  test.each(cases)('%s', async (q, expected) => {
    expect(await found(q)).toEqual({ ...nothing, ...expected });
  });

  test('references find what they name', async () => {
    const { quay, force, leah, aim } = made;
    const team = await store.db.team.findUniqueOrThrow({ where: { id: quay.teamId } });
    expect(await found(`team:${showReference(team.reference)}`)).toMatchObject({ questions: ['Quay'] });
    expect(await found(`organisation:${force.reference}`)).toMatchObject({
      organisations: ['Abbey Constabulary'],
    });
    expect(await found(`author:${leah.reference}`)).toMatchObject({ findings: ['Lamp'] });
    expect(await found(`priority:${aim.reference}`)).toMatchObject({ questions: ['Quay'] });
  });

  test('me is the one who asks, and nobody else', async () => {
    const { quay, leah, rower, bidder, collegeMember } = made;
    const own = async (q: string, id: string) => found(q, await actorFor(id));
    expect(await own('author:me', quay.asking.authorId)).toMatchObject({ questions: ['Quay'], findings: [] });
    expect(await own('author:me', leah.id)).toMatchObject({ questions: [], findings: ['Lamp'] });
    expect(await own('author:"wanda ritter"', quay.asking.ownerId)).toMatchObject({ questions: ['Quay'] });
    expect(await own('team:me', quay.asking.evaluatorId)).toMatchObject({ questions: ['Quay'] });
    expect(await own('rated-by:me', rower.id)).toMatchObject({ findings: ['Kite'] });
    expect(await own('bid-by:me', bidder.id)).toMatchObject({ questions: ['Quay'] });
    expect(await found('organisation:me', collegeMember)).toMatchObject({
      experts: ['Heron'],
      organisations: ['Tidal College'],
    });
    for (const q of ['author:me', 'team:me', 'rated-by:me', 'bid-by:me', 'organisation:me'])
      expect(await found(q)).toEqual(nothing);
  });
});

describe('operators', () => {
  test.each<[string, string[]]>([
    ['lamp OR kite', ['Kite', 'Lamp']],
    ['lamp AND interviews', ['Lamp']],
    ['lamp kite', ['Kite', 'Lamp']],
    ['interviews -kite -year:2020', ['Reed']],
    ['interviews year:2024', ['Kite']],
    ['kite OR year:2020', ['Kite', 'Lamp']],
    ['NOT (kite OR year:2020)', ['Reed']],
    ['(kite OR confidence:high) interviews', ['Kite', 'Lamp']],
    ['interviews OR -kite', ['Kite', 'Lamp', 'Reed']],
    ['year:2020 OR -interviews', ['Lamp']],
    ['the threat:fraud', ['Lamp']],
    ['the OR threat:fraud', ['Lamp']],
    ['the AND NOT threat:fraud', ['Kite', 'Reed']],
    ['the', []],
    ['the -kite', []],
    ['"most of it happens" year:2020', ['Lamp']],
    ['kind:university OR kite', ['Kite']],
    ['kind:university kite', []],
    ['NOT kind:university', []],
    ['NOT (kind:university AND year:2020)', ['Kite', 'Reed']],
  ])('%s', async (q, titles) => {
    expect((await found(q)).findings).toEqual(titles);
  });

  test('what ranks is what was looked for, and without a word the latest come first', async () => {
    const view = await ask(searchEverything, member, { q: 'kite interviews confidence:none' });
    expect(view?.findings.hits.map(({ title }) => title)).toEqual(['Kite', 'Reed']);
    const latest = await ask(searchEverything, member, { q: 'year:>=0' });
    expect(latest?.findings.hits.map(({ title }) => title)).toEqual(['Reed', 'Kite', 'Lamp']);
    expect(latest?.findings.hits[0]?.snippet).toEqual([
      { text: expect.stringContaining('Most of it happens') as string, hit: false },
    ]);
  });
});

describe('who may not know learns nothing', () => {
  const PRIVATE = [
    'author:moyle',
    'author:me',
    'rated-by:rower',
    'rated:>0',
    'ratings:0',
    'ratings:>0',
    'stale:yes',
    'stale:no',
    'variance(relevance)>1',
    'mean(relevance)>0',
    'count(relevance)>=0',
    'gap:yes',
    'gap:no',
    'bid-by:me',
    'bids:0',
    'answers:>=0',
  ];
  const outside = async (): Promise<Actor[]> => [
    await visitorNow(),
    await actorFor((await makePerson({ verified: false })).id),
  ];

  const turned = PRIVATE.map((q) => `${q} OR -${q}`);

  test.each(Array.from({ length: turned.length / 4 }, (_, part) => turned.slice(part * 4, part * 4 + 4)))(
    'the public: %s; %s; %s; %s',
    async (...some) => {
      for (const actor of await outside()) expect(await found(some.join(' OR '), actor)).toEqual(nothing);
    },
  );

  test('a committee reader reads no ratings', async () => {
    const reader = await actorFor((await makePerson({ roles: ['committeeReader'] })).id);
    for (const q of ['ratings:>=0', '-ratings:0', 'rated:>0', 'mean(relevance)>0', 'stale:no', 'gap:no'])
      expect((await found(q, reader)).findings.concat((await found(q, reader)).questions)).toEqual([]);
  });

  test('bids are counted after opening, for the panel and those who open, none with a conflict', async () => {
    const { weir, quay } = made;
    const counts = async (actor: Actor) => ({
      one: (await found('bids:1', actor)).questions,
      none: (await found('-bids:>0', actor)).questions,
    });
    const holder = async () => actorFor(weir.asking.budgetHolderId);
    expect(await counts(await holder())).toEqual({ one: ['Weir'], none: [] });
    expect(await counts(await actorFor(quay.asking.budgetHolderId))).toEqual({ one: [], none: [] });
    for (const id of [
      weir.asking.authorId,
      weir.asking.ownerId,
      (await makePerson({ roles: ['coordinator', 'auditor'] })).id,
    ])
      expect(await counts(await actorFor(id))).toEqual({ one: [], none: [] });
    await store.db.wall.create({
      data: {
        id: quay.id,
        questionId: weir.id,
        personId: weir.asking.budgetHolderId,
        reason: 'Kin',
        raisedAt: new Date(),
      },
    });
    expect(await counts(await holder())).toEqual({ one: [], none: [] });
  });

  test('answers are counted for the asking team', async () => {
    const { moor } = made;
    expect((await found('answers:2', await actorFor(moor.asking.evaluatorId))).questions).toEqual(['Moor']);
    expect((await found('answers:>=0')).questions).toEqual([]);
  });

  test('an award of which no notice was given is in evaluation still', async () => {
    const { weir } = made;
    await store.db.question.update({
      where: { id: weir.id },
      data: { decidedAt: new Date(), outcome: 'awarded' },
    });
    const team = await actorFor(weir.asking.ownerId);
    expect((await found('state:decided', team)).questions).toEqual(['Weir']);
    expect((await found('state:decided')).questions).toEqual([]);
    expect((await found('state:in-evaluation')).questions).toEqual(['Weir']);
    const view = await ask(searchEverything, member, { q: 'weir' });
    expect(view?.questions.hits[0]?.fact).toBe('In evaluation, Funding call');
  });

  test('a finding that is not published fills no gap', async () => {
    const cyber = await store.db.term.findFirstOrThrow({
      where: { scheme: 'threatArea', slug: 'cyber-crime' },
    });
    const hidden = await makeFinding({ state: 'submitted', termIds: [cyber.id] });
    await store.db.finding.update({
      where: { id: hidden.id },
      data: { confidence: 'high', appraisedAt: new Date() },
    });
    const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    for (const actor of [member, coordinator])
      expect((await found('gap:yes', actor)).questions).toEqual(['Weir']);
  });
});

test.each([
  'year:99999999999 OR budget:>=99999999999',
  'closes:0000-01-01',
  'closes:1900..2200',
  'threat:"\0\uD800"',
  'author:"%_\\"',
  'organisation:"\'; DROP TABLE person; --"',
  '('.repeat(400),
  'a OR '.repeat(80).slice(0, 399),
  `(${FIELDS.map(({ example }) => example).join(' OR ')}`.slice(0, 400),
  FIELDS.map(({ example }) => `-${example}`)
    .join(' ')
    .slice(-400),
  'mean(relevance)>99999999999',
  'region:none language:none',
])('%j is answered', async (q) => {
  for (const actor of [member, await visitorNow()]) await expect(found(q, actor)).resolves.toBeDefined();
});
