import { expect, test } from 'vitest';
import {
  actorInSession,
  makeAccount,
  makeOrganisation,
  visitor,
} from '../../../../tests/support/factories/people';
import { makeMeasure, makeValue } from '../../../../tests/support/factories/measures';
import { makeLine } from '../../../../tests/support/factories/money';
import { useDatabase } from '../../../../tests/support/database';
import { done } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { changeOwnDetails } from '../commands/change-own-details.server';
import { ownData } from './own-data.server';
import { showDevice } from './own-sessions.server';

useDatabase();

test('everything held about a person, and nothing of anybody else, nor a secret', async () => {
  const organisation = await makeOrganisation({ name: 'Own Organisation' });
  const { id, address } = await makeAccount({
    address: 'ada-own-data@example.org',
    expert: true,
    organisationId: organisation.id,
  });
  const other = await makeAccount({ name: 'Somebody Else' });
  const actor = await actorInSession(id);
  done(await run(changeOwnDetails, actor, { name: 'Ada Example', title: 'Reader', revision: 1 }));
  const held = JSON.stringify(await ask(ownData, actor, {}));
  for (const text of ['Ada Example', 'Reader', address, 'Own Organisation', 'PersonChangedDetails'])
    expect(held).toContain(text);
  for (const text of [other.name, other.address, 'argon2', 'totp', id, organisation.id])
    expect(held).not.toContain(text);
});

test('what somebody counted and judged for the field is theirs to take away, without what others counted', async () => {
  const { id } = await makeAccount({ name: 'Counting Person' });
  const other = await makeAccount({ name: 'Other Counter' });
  const measure = await makeMeasure({ createdById: id, name: 'Yards raided' });
  await makeValue({ measureId: measure.id, recordedById: id, startsOn: new Date('2025-01-01'), value: 4177 });
  await makeValue({
    measureId: measure.id,
    recordedById: other.id,
    startsOn: new Date('2025-04-01'),
    value: 9933,
  });
  const organisation = await makeOrganisation();
  await makeLine({ recordedById: id, organisationId: organisation.id, pounds: 12 });
  const held = JSON.stringify(await ask(ownData, await actorInSession(id), {}));
  for (const text of ['Yards raided', '4177', '"purpose":"Line ']) expect(held).toContain(text);
  for (const text of ['9933', other.name]) expect(held).not.toContain(text);
});

test('a visitor has no data', async () => {
  expect(await ask(ownData, visitor(), {})).toBeNull();
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1',
    'Safari on iPhone or iPad',
  ],
  ['', 'A browser'],
])('%j is shown as %s', (userAgent, device) => {
  expect(showDevice(userAgent)).toBe(device);
});
