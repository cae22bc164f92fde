import { expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { kindThenSql } from './organisations-then.server';

const store = useDatabase();

test('a change that was kept before kinds were does not hide of what kind an organisation was', async () => {
  const { id } = await makeOrganisation({ kind: 'police-force' });
  await moveClock('3 days');
  const until = (await visitorNow()).asOf;
  await moveClock('1 day');
  const heldUntil = (await visitorNow()).asOf;
  await store.db.organisationBefore.create({
    data: { organisationId: id, name: 'What it was called', heldUntil },
  });
  await moveClock('1 day');
  await store.db.organisation.update({ where: { id }, data: { kind: 'university' } });
  const [then] = await store.db.$queryRaw<{ kind: string }[]>`
    SELECT ${kindThenSql('o', until)} AS kind FROM organisation o WHERE o.id = ${id}::uuid`;
  expect(then?.kind).toBe('police-force');
});
