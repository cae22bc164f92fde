import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makePerson } from '../../../tests/support/factories/people';
import { send, visit } from '../../../tests/support/site';
import { HOSTILE } from '../../../tests/support/site/hostile';

const database = useDatabase();
let member: string;
let unverified: string;

beforeAll(async () => {
  member = (await makePerson({ name: 'Mem Ber' })).id;
  unverified = (await makePerson({ verified: false })).id;
});

type Opened = Awaited<ReturnType<typeof visit>>;
const header = (page: Opened) =>
  page
    .$('header a[href]')
    .toArray()
    .map((node) => page.$(node).attr('href') ?? '');

describe('the frame around every page', () => {
  test('leads a visitor to what is public and to sign in', async () => {
    const page = await visit(paths.accessibility());
    expect(header(page)).toEqual(expect.arrayContaining([paths.home(), paths.questions(), paths.signIn()]));
    for (const closed of [
      paths.desk(),
      paths.audit(),
      paths.administration(),
      paths.inbox(),
      paths.account(),
    ])
      expect(header(page)).not.toContain(closed);
    expect(page.$('header form').length).toBe(0);
  });

  test.each([
    ['coordinator', paths.desk()],
    ['auditor', paths.audit()],
    ['administrator', paths.administration()],
  ] as const)('shows its own part to the %s, who may open it', async (role, part) => {
    const { id } = await makePerson({ roles: [role] });
    const page = await visit(paths.accessibility(), { as: id });
    expect(header(page)).toContain(part);
    expect((await visit(part, { as: id })).status).toBe(200);
    expect(header(await visit(paths.accessibility(), { as: member }))).not.toContain(part);
  });

  test('leads nobody to a page that is closed to them', async () => {
    const everything = (
      await makePerson({ roles: ['coordinator', 'administrator', 'auditor', 'committeeReader'] })
    ).id;
    for (const as of [undefined, unverified, member, everything]) {
      const links = header(await visit(paths.accessibility(), { as }));
      for (const href of links)
        expect([href, (await visit(href, { as })).status < 400]).toEqual([href, true]);
    }
  });

  test('shows who is signed in, the unread notices, and a button to sign out', async () => {
    const { id } = await makePerson({ name: 'Noti Fied' });
    const quiet = await visit(paths.accessibility(), { as: id });
    expect(quiet.$('header').text()).not.toContain('unread');
    const fact = await database.db.fact.findFirst();
    if (fact)
      await database.db.notice.create({
        data: {
          id: fact.id,
          personId: id,
          factId: fact.id,
          kind: 'test',
          subject: 'Hello',
          body: '',
          path: '/account',
          createdAt: new Date(),
        },
      });
    const page = await visit(paths.accessibility(), { as: id });
    expect(page.$('header').text()).toContain('Noti Fied');
    if (fact) expect(page.$('header').text()).toContain('1 unread');
    expect(page.$('header form').attr('action')).toBe(paths.signOut());
    expect(page.$('header form').attr('method')).toBe('post');
  });

  test('lights the section that the page is of', async () => {
    const lit = (page: Opened) => page.$('header [aria-current]').text();
    expect(lit(await visit(paths.strategy()))).toBe('Strategy');
    expect(lit(await visit(paths.questions()))).toBe('Questions');
    expect(lit(await visit(paths.accessibility()))).toBe('');
  });

  test('says once what was done, as text, and then forgets it', async () => {
    const { id } = await makePerson({ name: 'Ban Ner' });
    const { fields } = await visit(paths.ownDetails(), { as: id });
    const sent = await send(paths.ownDetails(), { ...fields, title: 'Reader' }, { as: id });
    const banner = sent.headers.getSetCookie().find((line) => line.startsWith('soundings_banner='));
    const page = await visit(paths.accessibility(), { cookie: banner?.split(';')[0] ?? '' });
    expect(page.$('.govuk-notification-banner').text()).toContain('Your details are saved');
    expect(page.headers.getSetCookie().join()).toMatch(/soundings_banner=;/);
    expect((await visit(paths.accessibility())).$('.govuk-notification-banner').length).toBe(0);
  });

  test('shows nothing of a banner that somebody made up', async () => {
    for (const cookie of ['soundings_banner=%', 'soundings_banner=eyJhIjoxfQ==', 'soundings_banner=x']) {
      const page = await visit(paths.accessibility(), { cookie });
      expect(page.status).toBe(200);
      expect(page.$('.govuk-notification-banner').length).toBe(0);
    }
  });

  test('ends with the pages that everybody may need', async () => {
    const page = await visit(paths.home());
    const footer = page
      .$('footer a[href^="/"]')
      .toArray()
      .map((node) => page.$(node).attr('href') ?? '');
    expect(footer).toEqual([paths.accessibility(), paths.privacy(), paths.sealing(), paths.aboutApi()]);
    for (const href of footer) {
      const opened = await visit(href);
      expect(opened.status).toBe(200);
      expect(opened.title).toContain('Soundings');
    }
  });

  test('says its language, starts with a way past itself, and loads no script on a page to read', async () => {
    const page = await visit(paths.privacy());
    expect(page.$('html').attr('lang')).toBe('en-GB');
    const skip = page.$('a').first();
    expect(page.$(skip.attr('href') ?? '#none').is('main')).toBe(true);
    expect(page.$('script').length).toBe(0);
  });

  test.each(HOSTILE)('shows %s in a name as text', async (_what, name) => {
    const { id } = await makePerson({ name });
    const page = await visit(paths.accessibility(), { as: id });
    expect(page.$('header').text()).toContain(name);
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
  });
});

describe('the page for what went wrong', () => {
  test('of an address that is not there says so, and what to do', async () => {
    for (const address of ['/no-such-page', '/questions/a/b/c/d', '/.env', '/wp-login.php']) {
      const page = await visit(address);
      expect([page.status, page.heading]).toEqual([404, 'Page not found']);
      expect(page.title).toContain('Page not found');
      expect(page.links.map(({ href }) => href)).toEqual([paths.home(), paths.search()]);
    }
    expect((await send('/no-such-page', { a: 'b' })).status).toBe(404);
  });

  test('is the same for a thing that is hidden and for one that is not there', async () => {
    const quiet = await makePerson({ expert: true });
    await database.db.expertProfile.update({ where: { personId: quiet.id }, data: { listed: false } });
    const hidden = await visit(paths.expert(quiet.reference), { as: member });
    const absent = await visit('/experts/H7K4-QXM2', { as: member });
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(absent.text);
    expect(hidden.title).toBe(absent.title);
  });

  test('of a closed page gives the reason of the policy and keeps the frame', async () => {
    const page = await visit(paths.administration(), { as: member });
    expect([page.status, page.heading]).toEqual([403, 'You cannot do that']);
    expect(page.text).toContain('Only an administrator may do this.');
    expect(page.$('header').text()).toContain('Mem Ber');
  });

  test('of an address that cannot be read says so', async () => {
    const page = await visit(`${paths.strategy()}?nonsense=1`);
    expect([page.status, page.heading]).toEqual([400, 'That address could not be read']);
  });

  test('of a form sent where none is taken says so', async () => {
    const page = await send(paths.strategy(), { a: 'b' });
    expect([page.status, page.heading]).toEqual([405, 'That cannot be done here']);
  });
});
