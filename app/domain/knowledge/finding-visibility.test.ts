import { expect, test as it } from 'vitest';
import { useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../tests/support/factories/people';
import type { Actor } from '../actor';
import { findingsVisibleSql, findingsVisibleTo } from './finding-visibility.server';

const test = useDatabase();

const released = { released: true } as const;

async function world() {
  const submitter = await makePerson({ expert: true });
  const made = {
    draft: await makeFinding({ state: 'draft', submittedById: submitter.id }),
    submitted: await makeFinding({ state: 'submitted', submittedById: submitter.id }),
    returned: await makeFinding({ state: 'returned', submittedById: submitter.id }),
    declined: await makeFinding({ state: 'declined', submittedById: submitter.id }),
    published: await makeFinding({ state: 'published', submittedById: submitter.id }),
    superseded: await makeFinding({ state: 'superseded', submittedById: submitter.id }),
    retracted: await makeFinding({ state: 'retracted', submittedById: submitter.id }),
    released: await makeFinding({ ...released, submittedById: submitter.id }),
    releasedTombstone: await makeFinding({ state: 'retracted', ...released, submittedById: submitter.id }),
  };
  const actors: Record<string, Actor> = {
    submitter: await actorFor(submitter.id),
    member: await actorFor((await makePerson({ expert: true })).id),
    coordinator: await actorFor((await makePerson({ roles: ['coordinator'] })).id),
    auditor: await actorFor((await makePerson({ roles: ['auditor'] })).id),
    committeeReader: await actorFor((await makePerson({ roles: ['committeeReader'] })).id),
    expertOnCommittee: await actorFor((await makePerson({ roles: ['committeeReader'], expert: true })).id),
    unverified: await actorFor((await makePerson({ verified: false })).id),
    visitor: { kind: 'visitor', asOf: new Date() },
  };
  return { made, actors };
}

type Name = keyof Awaited<ReturnType<typeof world>>['made'];
const public_: Name[] = ['released', 'releasedTombstone'];
const network: Name[] = ['published', 'superseded', 'retracted', ...public_];
const SEES: Record<string, Name[]> = {
  submitter: ['draft', 'submitted', 'returned', 'declined', ...network],
  member: network,
  coordinator: ['submitted', 'returned', 'declined', ...network],
  auditor: network,
  committeeReader: public_,
  expertOnCommittee: network,
  unverified: public_,
  visitor: public_,
};

it('shows each actor what the table says, by filter and by SQL alike', async () => {
  const { made, actors } = await world();
  const names = new Map(Object.entries(made).map(([name, row]) => [row.id, name]));
  const ids = [...names.keys()];
  for (const [who, actor] of Object.entries(actors)) {
    const byFilter = await test.db.finding.findMany({
      where: { AND: [{ id: { in: ids } }, findingsVisibleTo(actor)] },
      select: { id: true },
    });
    const bySql = await test.db.$queryRaw<{ id: string }[]>`
      SELECT f.id FROM finding f WHERE f.id = ANY(${ids}::uuid[]) AND ${findingsVisibleSql(actor)}`;
    const seen = (rows: { id: string }[]) => rows.map((row) => names.get(row.id)).sort();
    expect(seen(byFilter), `${who} by filter`).toEqual([...(SEES[who] ?? [])].sort());
    expect(seen(bySql), `${who} by SQL`).toEqual([...(SEES[who] ?? [])].sort());
  }
});
