import { describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { send, visit } from '../../../tests/support/site';
import { deadLinks } from '../../../tests/support/site/links';

useDatabase();

describe('pages about the installation', () => {
  test.each([
    [paths.accessibility(), 'Accessibility statement'],
    [paths.privacy(), 'Privacy'],
    [paths.sealing(), 'How bids are sealed'],
  ])('%s is open to everybody and takes no form', async (address, heading) => {
    const page = await visit(address);
    expect([page.status, page.heading]).toEqual([200, heading]);
    expect(await deadLinks(page)).toEqual([]);
    expect((await send(address, { a: 'b' })).status).toBe(405);
  });

  test('privacy names just the cookies that the product sets', async () => {
    const page = await visit(paths.privacy());
    expect(page.text).toContain('Two, both necessary');
    expect(page.headers.getSetCookie()).toEqual([]);
    const wrong = await send(paths.signIn(), { address: 'nobody@example.org', password: 'not this one' });
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('sealing says what it does not protect against', async () => {
    expect((await visit(paths.sealing())).text).toContain('What this does not protect against');
  });
});
