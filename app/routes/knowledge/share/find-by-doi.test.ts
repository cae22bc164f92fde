import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { sendJson, startLocalServer, type LocalServer } from '../../../../tests/support/outside/local-server';
import { CROSSREF, DATACITE } from '../../../../tests/support/outside/registry-answers';
import { logNothing, setOutside, useUp } from '../../../../tests/support/outside/settings';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let registry: LocalServer;
let expert: string;
let logAgain: () => void;

beforeAll(async () => {
  logAgain = logNothing();
  expert = (await makePerson({ expert: true, name: 'Josiah Carberry' })).id;
  registry = await startLocalServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    if (path === '/crossref/works/10.5555/ports.2021') sendJson(response, CROSSREF);
    else if (path === '/crossref/works/10.5555/other') sendJson(response, CROSSREF);
    else if (path === '/crossref/works/10.5555/broken') response.end('<html>');
    else if (path === '/crossref/works/10.5555/moved')
      response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    else if (path === '/crossref/works/10.5555/huge') response.end(`"${'x'.repeat(3_000_000)}"`);
    else if (path === '/datacite/dois/10.5072/seizures') sendJson(response, DATACITE);
    else sendJson(response, 'Resource not found.', 404);
  });
});
afterEach(() => setOutside({ CROSSREF_URL: undefined, DATACITE_URL: undefined }));
afterAll(async () => {
  logAgain();
  await registry.stop();
});

const turnOn = () =>
  setOutside({ CROSSREF_URL: `${registry.address}/crossref`, DATACITE_URL: `${registry.address}/datacite` });
const find = (doi: string) => visit(`${paths.shareByHand()}?doi=${encodeURIComponent(doi)}`, { as: expert });

test('off until a registry is named: no page offers it and nothing is asked', async () => {
  expect((await visit(paths.shareFinding(), { as: expert })).text).not.toContain('Find by DOI');
  const page = await find('10.5555/ports.2021');
  expect([page.status, page.text.includes('Find by DOI')]).toEqual([200, false]);
  expect(registry.asked).toEqual([]);
});

test('a DOI in any spelling fills in the form from Crossref, each part in its place', async () => {
  turnOn();
  const held = await makeFinding({ title: 'Ports and profits', doi: '10.5555/ports.2021' });
  expect((await visit(paths.shareFinding(), { as: expert })).text).toContain('Find by DOI');
  const page = await find(' https://doi.org/10.5555/PORTS.2021. ');
  expect(page.text).toContain('Found in Crossref. Check it against the work itself.');
  expect(page.links).toContainEqual({ text: 'Ports and profits', href: paths.finding(held.reference) });
  expect(page.fields).toMatchObject({
    ...{ title: 'Ports & profits: What the records say', kind: 'article', year: '2021' },
    ...{ venue: 'Global Crime', volume: '22', issue: '3-4', pages: '101-120' },
    ...{ publisher: 'Informa UK Limited', doi: '10.5555/ports.2021' },
    ...{ 'authors[0].name': 'Josiah Carberry', 'authors[0].orcid': '0000-0002-1825-0097' },
    // The check character does not fit, so the iD is left out.
    ...{ 'authors[1].name': 'van der Berg Jr, Jan', 'authors[1].orcid': '' },
    'authors[2].name': 'Port Crime Research Group',
  });
  const { doi: _typed, ...form } = page.fields;
  const saved = await send(paths.shareByHand(), { ...form, doi: '10.5555/ports.2021' }, { as: expert });
  expect(saved.status).toBe(303);
  const version = await database.db.findingVersion.findFirstOrThrow({
    where: { doi: '10.5555/ports.2021', findingId: { not: held.id } },
    include: { authors: { orderBy: { position: 'asc' } } },
  });
  expect(version.authors[0]).toMatchObject({ personId: expert, orcid: '0000-0002-1825-0097' });
});

test('what Crossref does not hold comes from DataCite', async () => {
  turnOn();
  const page = await find('doi:10.5072/seizures');
  expect(page.text).toContain('Found in DataCite');
  expect(page.fields).toMatchObject({
    ...{ title: 'Seizures at ports 2010–2020', kind: 'dataset', year: '2022', venue: 'Crime data' },
    ...{ volume: '7', issue: '1', pages: '3-9', publisher: 'UK Data Service' },
    ...{ webAddress: 'https://example.org/seizures', 'authors[1].name': 'Office for Statistics' },
  });
});

describe('without an answer the form can still be filled in', () => {
  test.each([
    ['10.5555/nobody', 'No registry knows this DOI'],
    ['10.5555/broken', 'The registries could not be asked just now'],
    ['10.5555/moved', 'The registries could not be asked just now'],
    ['10.5555/huge', 'The registries could not be asked just now'],
    ['10.5555/other', 'The registries could not be asked just now'],
    ['hello', 'Enter a DOI, like'],
    ['10.5555/../../x?y=1#z', 'No registry knows this DOI'],
  ])('%s: %s', async (doi, message) => {
    turnOn();
    const page = await find(doi);
    expect(page.errors[0]).toContain(message);
    expect(page.$('#find-doi').val()).toBe(doi);
    expect(page.buttons).toContain('Save and continue');
  });

  test('a registry that is down does not keep the other from answering', async () => {
    turnOn();
    setOutside({ CROSSREF_URL: 'http://127.0.0.1:9' });
    expect((await find('10.5072/seizures')).text).toContain('Found in DataCite');
  });

  test('no more than 40 times in a quarter of an hour', async () => {
    turnOn();
    const other = (await makePerson({ expert: true })).id;
    const path = `${paths.shareByHand()}?doi=10.5555/nobody`;
    await useUp('doiLookUp', other);
    expect((await visit(path, { as: other })).errors[0]).toContain('There were too many attempts');
  });
});
