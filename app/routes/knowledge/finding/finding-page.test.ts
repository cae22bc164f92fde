import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeTerm, termCalled } from '../../../../tests/support/factories/terms';
import { visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const page = (reference: string, as?: string) => visit(paths.finding(reference), { as });

describe('who sees a finding', () => {
  const everybody = () => [undefined, ...Object.values(who)];

  test('a released one is everybody’s', async () => {
    const { reference } = await makeFinding({ released: true, title: 'For all' });
    for (const as of everybody()) expect((await page(reference, as)).heading).toBe('For all');
  });

  test('a published one is the network’s and the auditor’s', async () => {
    const { reference } = await makeFinding({ title: 'For members' });
    for (const as of [who.member, who.auditor, who.coordinator])
      expect((await page(reference, as)).status).toBe(200);
    for (const as of [undefined, who.unverified, who.committee])
      expect((await page(reference, as)).status).toBe(404);
  });

  test.each(['draft', 'submitted', 'returned', 'declined'] as const)(
    'one that is %s is its writer’s, and the coordinators’ once it was sent',
    async (state) => {
      const { reference } = await makeFinding({ state, submittedById: who.member });
      expect((await page(reference, who.member)).status).toBe(200);
      expect((await page(reference, who.coordinator)).status).toBe(state === 'draft' ? 404 : 200);
      for (const as of [undefined, who.unverified, who.auditor, who.committee, who.administrator])
        expect((await page(reference, as)).status).toBe(404);
    },
  );

  test('what does not exist and what is hidden answer alike', async () => {
    const hidden = await makeFinding({ state: 'draft' });
    const [one, other] = [await page(hidden.reference), await page('H7K4-QXM2')];
    expect([one.status, one.text]).toEqual([other.status, other.text]);
    expect((await page('nonsense')).status).toBe(404);
  });

  test('the reference is read however it is typed', async () => {
    const { reference } = await makeFinding({ released: true });
    for (const typed of [
      reference,
      reference.toLowerCase(),
      `${reference.slice(0, 4)}-${reference.slice(4)}`,
    ])
      expect((await visit(`/findings/${typed}`)).status).toBe(200);
  });

  test('an address with a parameter that is not known is refused', async () => {
    const { reference } = await makeFinding({ released: true });
    expect((await visit(`${paths.finding(reference)}?admin=1`)).status).toBe(400);
  });
});

describe('what the page of a finding says', () => {
  test('what it found, its limits, how it was done and under which licence', async () => {
    const { reference } = await makeFinding({
      keyMessages: 'Brokers **wait** at night.',
      limits: 'One port only.',
      doi: '10.1234/night',
      authors: [{ name: 'Leah Moyle', roles: ['Methodology'] }, { name: 'Home Office' }],
    });
    const shown = await page(reference, who.member);
    for (const words of ['One port only.', 'Qualitative study', 'CC BY 4.0', 'Not yet appraised', 'OFFICIAL'])
      expect(shown.text).toContain(words);
    expect(shown.$('main strong').text()).toContain('wait');
    expect(shown.text).toContain('Moyle, L. and Home Office (2025)');
    expect(shown.text).toContain('Methodology');
    expect(shown.links).toContainEqual({
      text: 'doi:10.1234/night',
      href: 'https://doi.org/10.1234/night',
    });
  });

  test('hostile words in any part stay words', async () => {
    const { reference } = await makeFinding({
      released: true,
      title: HOSTILE,
      keyMessages: `${HOSTILE} [x](javascript:alert(1))`,
      limits: '<img src=x onerror=alert(1)>',
      licence: HOSTILE,
      authors: [{ name: HOSTILE }],
    });
    const shown = await page(reference);
    expect(shown.status).toBe(200);
    expect(shown.$('main script, main img').length).toBe(0);
    expect(shown.html).not.toMatch(/<[^>]+(href="javascript|onerror=)/);
    const linkedData = shown.$('script[type="application/ld+json"]').text();
    expect(linkedData).not.toContain('</script');
    expect(JSON.parse(linkedData)).toMatchObject({ headline: HOSTILE });
  });

  test('what is not stated is said to be so, and that it cannot be used until it is', async () => {
    const { reference } = await makeFinding({
      bibliographic: true,
      keyMessages: '',
      limits: '',
      licence: '',
    });
    const shown = await page(reference, who.member);
    expect(shown.text).toContain('Its key messages, limits, licence are not stated');
    expect(shown.text).toContain('have to be stated before a decision can rest on it');
    expect(shown.links.map(({ href }) => href)).not.toContain(paths.recordImpact(reference));
  });

  test('its tags by kind, one that nobody has confirmed marked', async () => {
    const loose = await makeTerm({ scheme: 'threatArea', name: 'Deepfakes' });
    await database.db.term.update({ where: { id: loose.id }, data: { standing: 'unverified' } });
    const prevent = await termCalled('strand', 'prevent');
    const { reference } = await makeFinding({ termIds: [loose.id, prevent.id] });
    const { text } = await page(reference, who.member);
    expect(text).toMatch(/Threat areas\s*Deepfakes \(unverified\)/);
    expect(text).toMatch(/Strands\s*Prevent/);
    expect(text).not.toContain('Enablers');
  });

  test('the author’s own case beside the ratings, never as one', async () => {
    const priority = await makePriority({ name: 'Close the ports' });
    const { id, reference } = await makeFinding();
    await database.db.priorityCase.create({
      data: { findingId: id, priorityId: priority.id, text: 'It tells where to look' },
    });
    const shown = await page(reference, who.member);
    expect(shown.text).toContain('The author’s own case');
    expect(shown.text).toContain('It tells where to look');
    expect(shown.text).toContain('Nobody has rated it yet.');
  });

  test('the question it answers, only to those who may know of the question', async () => {
    const question = await makeQuestion({ state: 'answered', title: 'Who waits at night?' });
    const { reference } = await makeFinding({ questionId: question.id, released: true });
    expect((await page(reference, who.member)).text).toContain('Who waits at night?');
    const outside = await page(reference);
    expect(outside.html).not.toContain('Who waits at night?');
    expect(outside.html).not.toContain(question.reference);
  });

  test('who shared it is told inside the network alone', async () => {
    const { reference } = await makeFinding({ released: true, submittedById: who.member });
    expect((await page(reference, who.auditor)).text).toMatch(/Shared by\s*Mel Member/);
    for (const as of [undefined, who.unverified, who.committee])
      expect((await page(reference, as)).html).not.toContain('Mel Member');
  });

  test('a retracted one hands its text out nowhere, to nobody', async () => {
    const { reference } = await makeFinding({
      state: 'retracted',
      released: true,
      keyMessages: 'Withdrawn words',
    });
    for (const address of [paths.finding(reference), paths.findingVersion(reference, 1)])
      for (const as of [undefined, who.member, who.coordinator]) {
        const shown = await visit(address, { as });
        expect(shown.text).toContain('The data were miscoded');
        expect(shown.html).not.toContain('Withdrawn words');
        expect((await visitData(address, { as })).body).not.toContain('Withdrawn words');
      }
  });

  test('confidence is said in words once it is appraised', async () => {
    const { id, reference } = await makeFinding();
    await database.db.finding.update({ where: { id }, data: { confidence: 'moderate' } });
    expect((await page(reference, who.member)).text).toContain('Moderate confidence');
  });
});

describe('what each reader is offered', () => {
  const offers = async (reference: string, as?: string) => {
    const shown = await page(reference, as);
    return { links: shown.links.map(({ text }) => text), buttons: shown.buttons, page: shown };
  };

  test('the public reads and cites, and is offered nothing that would be refused', async () => {
    const { reference } = await makeFinding({ released: true });
    for (const as of [undefined, who.unverified, who.committee]) {
      const { links, buttons } = await offers(reference, as);
      expect(links).toEqual(expect.arrayContaining(['BibTeX', 'RIS', 'CSL-JSON']));
      for (const text of ['History', 'Retract it', 'Start a new version', 'Record what it changed'])
        expect(links).not.toContain(text);
      expect(buttons).not.toContain('Rate');
    }
  });

  test('the auditor reads its history and changes nothing', async () => {
    const { reference } = await makeFinding();
    const { links, buttons } = await offers(reference, who.auditor);
    expect(links).toContain('History');
    expect(links).not.toContain('Record what it changed');
    expect(buttons).toEqual([]);
  });

  test('members rate and record what it changed', async () => {
    const { reference } = await makeFinding();
    const { links, buttons } = await offers(reference, who.member);
    expect(buttons).toContain('Rate');
    expect(links).toContain('Record what it changed');
    expect(links).not.toContain('Start a new version');
  });

  test('every link of ours on the page opens for the reader who sees it', async () => {
    const question = await makeQuestion({ state: 'answered' });
    const term = await termCalled('threatArea', 'fraud');
    const { reference } = await makeFinding({
      submittedById: who.member,
      questionId: question.id,
      released: true,
      termIds: [term.id],
    });
    for (const as of [undefined, who.member, who.auditor, who.coordinator]) {
      const shown = await page(reference, as);
      const hrefs = new Set(shown.links.map(({ href }) => href).filter((href) => href.startsWith('/')));
      expect(hrefs.size).toBeGreaterThan(3);
      for (const href of hrefs) {
        const opened = await visit(href.split('#')[0] ?? href, { as });
        expect([200, 302], `${href} for ${as ?? 'a visitor'}`).toContain(opened.status);
      }
    }
  });
});

describe('a numbered version', () => {
  test.each(['0', '-1', '2', '10001', 'x', '1.5'])('there is no version %s', async (number) => {
    const { reference } = await makeFinding({ released: true });
    expect((await visit(`/findings/${reference}/versions/${number}`)).status).toBe(404);
  });

  test('is read by whoever may read the finding', async () => {
    const { reference } = await makeFinding({ title: 'First words' });
    expect((await visit(paths.findingVersion(reference, 1), { as: who.auditor })).heading).toBe(
      'First words',
    );
    expect((await visit(paths.findingVersion(reference, 1))).status).toBe(404);
  });
});

describe('citing', () => {
  const cite = (reference: string, format: string, as?: string) =>
    visit(paths.findingCitation(reference, format), { as });

  test.each([
    ['bibtex', '10.1234/cited', '.bib'],
    ['ris', 'TI  - Cited words', '.ris'],
    ['csl-json', '"title":"Cited words"', '.json'],
  ])('as %s comes as a file of that kind', async (format, part, ending) => {
    const { reference } = await makeFinding({ released: true, title: 'Cited words', doi: '10.1234/cited' });
    const file = await cite(reference, format);
    expect(file.status).toBe(200);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="soundings-/);
    expect(file.headers.get('Content-Disposition')).toContain(ending);
    expect(file.html.replaceAll('&quot;', '"')).toContain(part);
  });

  test('a work without an address is cited at its finding, with what a list says of it, and under plain names', async () => {
    const fraud = await termCalled('threatArea', 'fraud');
    const { reference } = await makeFinding({
      ...{ released: true, title: 'Five letters', keyMessages: 'Letters help.', licence: 'CC BY 4.0' },
      ...{ authors: [{ name: 'Dr Ngozi Adeyemi-Clarke' }], termIds: [fraud.id] },
    });
    const { $, text } = await page(reference);
    const address = $('link[rel="cite-as"]').attr('href') ?? '';
    expect(address).toMatch(new RegExp(`^https?://.+${paths.finding(reference)}$`));
    expect(text).toContain(`Adeyemi-Clarke, N.`);
    expect(text).toMatch(new RegExp(`Stable address\\s*${address}`));
    expect($('meta[name="citation_author"]').attr('content')).toBe('Adeyemi-Clarke, Ngozi');
    expect($('meta[name="citation_public_url"]').attr('content')).toBe(address);
    expect($('link[rel="license"]').attr('href')).toBe('https://creativecommons.org/licenses/by/4.0/');
    const records = $('link[rel="describedby"]')
      .toArray()
      .map((node) => $(node).attr('href') ?? '');
    expect(records).toHaveLength(3);
    for (const record of records) {
      const { html } = await visit(record.slice(address.length - paths.finding(reference).length));
      for (const part of [address, 'Letters help.', 'Fraud and other economic crime', 'Ngozi'])
        expect(html.replaceAll('\\', '')).toContain(part);
      expect(html).not.toContain('Dr');
    }
  });

  test('only what was released tells programs how it is cited', async () => {
    const { reference } = await makeFinding({ title: 'Inside', doi: '10.1234/inside' });
    const { $, status } = await page(reference, who.member);
    expect(status).toBe(200);
    expect($('meta[name^="citation_"], link[rel="cite-as"], link[rel="describedby"]').length).toBe(0);
    expect((await page(reference)).status).toBe(404);
  });

  test('another format does not exist', async () => {
    const { reference } = await makeFinding({ released: true });
    for (const format of ['docx', 'bibtex.exe', '..%2f..%2fetc'])
      expect((await visit(`/findings/${reference}/citation/${format}`)).status).toBe(404);
  });

  test('what was never published cannot be cited, even by its writer', async () => {
    const { reference } = await makeFinding({ state: 'submitted', submittedById: who.member });
    expect((await cite(reference, 'ris', who.member)).status).toBe(404);
  });

  test('hostile titles stay within their field', async () => {
    const { reference } = await makeFinding({ released: true, title: 'A\nTY  - EVIL } @book{x, title={y}}' });
    const ris = await cite(reference, 'ris');
    expect(ris.status).toBe(200);
    expect(ris.html).not.toMatch(/^TY {2}- EVIL/m);
  });
});
