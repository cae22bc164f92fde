import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion } from '../../../../../tests/support/factories/questions';
import { visitorNow } from '../../../../../tests/support/factories/visitor';
import type { Actor } from '../../../actor';
import { ask } from '../../../query.server';
import { ukDay } from '../../../uk-time';
import { DEMAND_BY } from '../demand-items.server';
import { periodsBefore } from '../periods';
import { demandLog } from './demand-log.server';
import { demandPage } from './demand-page.server';

const store = useDatabase();
let member: Actor;

/** Published on the last day of the period so many before the current month, late in the evening. */
async function asked(monthsAgo: number, slugs: string[], over: { visibility?: 'team' } = {}) {
  const period = periodsBefore(ukDay(new Date()), 'month').at(-monthsAgo);
  const at = new Date(Date.parse(period?.until ?? '') - 7_200_000);
  const terms = slugs.map((slug) => ({ scheme: 'threatArea' as const, slug }));
  const question = await makeQuestion({ asking, terms, ...over });
  // What was published is frozen; only time could have made it older.
  await store.db.$transaction([
    store.db.$executeRaw`SET LOCAL session_replication_role = replica`,
    store.db.$executeRaw`UPDATE question SET published_at = ${at} WHERE id = ${question.id}::uuid`,
  ]);
}

let asking: Awaited<ReturnType<typeof makeAskingTeam>>;

beforeAll(async () => {
  asking = await makeAskingTeam();
  for (const months of [20, 15, 8]) await asked(months, ['fraud']);
  for (let count = 0; count < 6; count += 1) await asked(3, ['fraud', 'cyber-crime']);
  await asked(3, []);
  await asked(3, ['fraud'], { visibility: 'team' });
  member = await actorFor((await makePerson({ expert: true })).id);
});

const pageFor = async (actor: Actor, input: Record<string, string> = {}) => {
  const page = await ask(demandPage, actor, input);
  if (!page) throw new Error('no page');
  return page;
};

describe('demand over time', () => {
  test('every figure is as many as its log has, by each heading and in all', async () => {
    for (const by of DEMAND_BY)
      for (const per of ['month', 'quarter']) {
        const page = await pageFor(member, { by, per });
        for (const line of [...page.lines, page.all])
          for (const [at, count] of line.counts.entries()) {
            if (count === 0) continue;
            const figure = { by, per, from: page.periods[at]?.from, key: line.key };
            const log = await ask(demandLog, member, figure);
            expect(log?.questions.length, JSON.stringify(figure)).toBe(count);
          }
        expect(page.all.total, `${by} ${per}`).toBe(per === 'month' ? 10 : page.all.total);
      }
  });

  test('the rise is called in its month, and not where the reader asks for more', async () => {
    const page = await pageFor(member);
    const fraud = page.lines.find(({ key }) => key === 'fraud');
    expect(fraud?.changes.findIndex((change) => change !== null)).toBe(33);
    expect(page.heading).toBe(`Demand rose in ${page.periods[33]?.name}`);
    expect(fraud?.counts[33]).toBe(6);
    expect(page.lines.map(({ name }) => name).at(-1)).toBe('Not stated');
  });

  test('what a reader may not know of is in no figure and no log', async () => {
    const author = await actorFor(asking.authorId);
    expect((await pageFor(author)).all.total).toBe(11);
    expect((await pageFor(await visitorNow())).all.total).toBe(0);
    expect((await pageFor(await visitorNow())).heading).toBe('No question was published in this time');
    expect(await ask(demandLog, member, { from: '2026-01-02' })).toBeNull();
  });

  test('one statement each', async () => {
    expect((await countingQueries(() => pageFor(member))).queries).toBe(1);
  });
});
