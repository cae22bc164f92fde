import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeSearchable } from '../../../../tests/support/factories/searchable';
import { visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';
import { actorFor } from '../../../../tests/support/factories/people';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { productPages } from './product-pages.server';

useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
  await makeSearchable();
});

const search = (q: string, as?: string, of?: string) => visit(paths.search(q, of), { as });

describe('narrowing', () => {
  test('adds a condition to what was typed, shows it as chosen, and takes it away again', async () => {
    const all = await search('lamp OR quay', who.member);
    expect(all.text).toContain('Narrow the search');
    const link = all.links.find(({ href }) => href === paths.search('(lamp OR quay) threat:fraud'));
    const narrow = await visit(link?.href ?? '', { as: who.member });
    expect(narrow.fields['q']).toBe('(lamp OR quay) threat:fraud');
    const chosen = narrow.links.find(({ text }) =>
      text.startsWith('Remove this condition: Threat area: Fraud'),
    );
    expect(chosen?.href).toBe(paths.search('lamp OR quay'));
    expect(await deadLinks(narrow, { as: who.member })).toEqual([]);
  });

  test('is offered open for three fields, closed for the others, and only where something was found', async () => {
    const { $ } = await search('year:>1900', who.member);
    const open = $('aside details')
      .toArray()
      .map((details) => $(details).attr('open') !== undefined);
    expect(open.length).toBeGreaterThan(4);
    expect(open).toEqual(open.map((_, place) => place < 3));
    expect((await search('nothingatall', who.member)).text).not.toContain('Narrow the search');
    expect((await search('', who.member)).$('aside').length).toBe(0);
  });
});

describe('each kind', () => {
  test('says how many there are, and leads to the others', async () => {
    for (let made = 0; made < 12; made += 1) await makeFinding({ title: `Trombones ${made}`, year: 1950 });
    const words = await search('trombones', who.member);
    expect(words.text).toContain('Findings 12 found');
    expect(words.links.find(({ text }) => text === 'See 2 more findings')?.href).toBe(
      paths.findingsAbout({ q: 'trombones' }),
    );
    const fields = await search('year:1950', who.member);
    const more = fields.links.find(({ text }) => text === 'See 2 more findings');
    expect(more?.href).toBe(paths.search('year:1950', 'finding'));
    const alone = await visit(more?.href ?? '', { as: who.member });
    expect(alone.$('main ol > li').length).toBe(12);
    expect(alone.links.map(({ href }) => href)).toContain(paths.search('year:1950'));
    expect((await visit('/search?q=a&of=people')).status).toBe(400);
  });
});

describe('suggestions', () => {
  test('are links beside the box: for a word, a term and a field', async () => {
    const page = await search('trombnes threat:frod thret:fraud', who.member);
    expect(page.text).toContain('Nothing that you may see holds “trombnes”. Did you mean trombones?');
    expect(page.text).toContain('“threat:” knows no “frod”. The nearest: threat:fraud');
    const hrefs = page.links.map(({ href }) => href);
    expect(hrefs).toContain(paths.search('trombnes threat:frod threat:fraud'));
    expect(hrefs.some((href) => href.startsWith(paths.search('trombones threat:frod')))).toBe(true);
    expect((await search('trombnes')).text).not.toContain('Did you mean');
  });

  test('hostile words stay text in whatever is offered', async () => {
    for (const q of [
      HOSTILE,
      `${HOSTILE} threat:"<b>x</b>" type:<img>`,
      'priority:"<script>alert(1)</script>"',
    ]) {
      const page = await search(q.slice(0, 400), who.member);
      expect([page.status, page.$('main script, main img, main b').length]).toEqual([200, 0]);
    }
  });
});

test('matched words are marked in titles and snippets, whatever the title holds', async () => {
  await makeFinding({ title: '<img src=x onerror=alert(1)> xylophones \uE000&amp;\uE001', released: true });
  const { $ } = await search('xylophone');
  expect($('main ol mark').first().text()).toBe('xylophones');
  expect($('main ol a').text()).toContain('&amp;');
  expect($('main img').length).toBe(0);
});

test('a finding says by whom, of when and how sound it is', async () => {
  const authors = ['Dr Ada Quaye', 'Jan van der Berg', 'Home Office'].map((name) => ({ name }));
  await makeFinding({ title: 'Zithers smuggled', year: 2021, authors });
  await makeFinding({ title: 'Zithers sold', year: 2022, authors: authors.slice(0, 2) });
  const { text } = await search('zithers', who.member);
  expect(text).toContain('Quaye, A. and others, 2021');
  expect(text).toContain('Quaye, A. and van der Berg, J., 2022');
});

describe('pages', () => {
  const pages = async (q: string, as?: string) => {
    const { $ } = await search(q, as);
    return $('section[aria-labelledby="pages"] a')
      .toArray()
      .map((node) => ({ text: $(node).text(), href: $(node).attr('href') ?? '' }));
  };

  test('a threat area is found by its name or another name of it, before what speaks of it', async () => {
    const [first] = await pages('fraud and other economic crime');
    expect(first).toEqual({ text: 'Fraud and other economic crime', href: paths.threatArea('fraud') });
    expect((await pages('economic crime')).map(({ href }) => href)).toContain(paths.threatArea('fraud'));
  });

  test('pages of the product are found by what people call them, by whoever may open them', async () => {
    const hrefs = async (q: string, as?: string) => (await pages(q, as)).map(({ href }) => href);
    expect(await hrefs('foi', who.coordinator)).toEqual([paths.requestLog()]);
    expect(await hrefs('foi', who.member)).toEqual([]);
    expect(await hrefs('gap map')).toEqual([paths.map()]);
    expect(await hrefs('scorecard', who.committee)).toEqual([paths.scorecards()]);
    expect(await hrefs('scorecard')).toEqual([]);
    expect((await search('foi', who.coordinator)).text).not.toContain('Nothing found');
  });

  test('every page of the product that is offered to a reader opens for them', async () => {
    const words = [
      'strategy',
      'map',
      'data',
      'figures',
      'status',
      'interests',
      'scores',
      'business',
      'groups',
    ];
    words.push(
      'gaps',
      'register',
      'demand',
      'impact',
      'harm',
      'brief',
      'glossary',
      'openapi',
      'funding',
      'queues',
    );
    words.push(
      'bids',
      'messages',
      'alerts',
      'orcid',
      'divergence',
      'directory',
      'health',
      'coverage',
      'signals',
    );
    words.push('metrics', 'report', 'toolkits', 'route', 'performs', 'shortage', 'lists', 'direction');
    const offered = async (as?: string) => {
      const actor = as ? await actorFor(as) : await visitorNow();
      return words.flatMap((word) => productPages(actor, word).map(({ href }) => href));
    };
    const toAll = await offered();
    const toMember = await offered(who.member);
    const readers: [string | undefined, string[]][] = [
      [undefined, []],
      [who.member, toAll],
      [who.auditor, toAll],
      [who.committee, toAll],
      [who.coordinator, toMember],
    ];
    expect(await offered(who.unverified)).toEqual(toAll);
    for (const [as, opened] of readers) {
      const hrefs = new Set((await offered(as)).filter((href) => !opened.includes(href)));
      expect(hrefs.size).toBeGreaterThan(0);
      for (const href of hrefs) expect([href, (await visit(href, { as })).status]).toEqual([href, 200]);
    }
  });
});
