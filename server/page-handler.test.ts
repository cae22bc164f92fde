import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import { expect, test } from 'vitest';
import addresses from '~/routes';
import { pageHandler } from './page-handler';

type Address = { file: string; path?: string; index?: boolean };
const FLAGS = [
  'fetcherPersist',
  'relativeSplatPath',
  'throwAbortReason',
  'lazyRouteDiscovery',
  'singleFetch',
];

/** The addresses of the product, each answering with its own name and what it was given. */
function buildOf(all: Address[]): ServerBuild {
  const loaderOf = (id: string) => (asked: { params: object }) => Response.json({ id, params: asked.params });
  const routes = all.map(({ file: id, path, index }) => ({
    ...{ id, parentId: 'root', module: { loader: loaderOf(id) } },
    ...(path && { path }),
    ...(index && { index }),
  }));
  const asset = { hasLoader: true, hasAction: false, hasErrorBoundary: false, module: '' };
  return {
    mode: 'test',
    entry: { module: { default: () => new Response('a page'), handleError: () => undefined } },
    routes: Object.fromEntries([
      ['root', { id: 'root', path: '', module: {} }],
      ...routes.map((one) => [one.id, one]),
    ]),
    assets: {
      ...{ entry: { imports: [], module: '' }, url: '', version: '1' },
      routes: Object.fromEntries(['root', ...routes.map(({ id }) => id)].map((id) => [id, { id, ...asset }])),
    },
    ...{ publicPath: '/', assetsBuildDirectory: '', isSpaMode: false },
    future: Object.fromEntries(FLAGS.map((flag) => [`v3_${flag}`, true])),
  } as unknown as ServerBuild;
}

const all = addresses as Address[];
const build = buildOf(all);
const whole = createRequestHandler(build, 'test');
const narrow = pageHandler(build, 'test');
const context = { nonce: '', reference: '', address: '', formKey: '' };

async function answerOf(handle: typeof narrow, path: string) {
  const answer = await handle(new Request(new URL(path, 'http://localhost')), context);
  return [answer.status, answer.headers.get('content-type'), await answer.text()];
}

const filled = all.map(
  ({ path = '' }) => `/${path.replaceAll(/:\w+/g, 'AB12-CD34').replace('*', 'nothing/here')}`,
);

test('every address is answered by the route that the whole build would choose', async () => {
  expect(filled.length).toBeGreaterThan(190);
  for (const path of filled) {
    const [status, , text] = await answerOf(narrow, path);
    expect([path, ...(await answerOf(whole, path))]).toEqual([path, status, 'application/json', text]);
    expect(await answerOf(narrow, `${path}.data`)).toEqual(await answerOf(whole, `${path}.data`));
  }
});

test.each([
  '/Questions',
  '/questions/',
  '//questions',
  '/questions/%6Eew',
  '/questions/a%2Fb',
  '/questions/new/',
  '/questions/NEW',
  '/questions/a b',
  '/questions/naïve',
  '/questions/..%2f',
  '/questions/new/new/new/new',
  '/_root.data',
  '/questions.data?_routes=root',
  '/questions?_data=root',
  '/__manifest?version=1&p=/questions',
  '/.data',
  '/',
])('%s likewise', async (path) => {
  expect(await answerOf(narrow, path)).toEqual(await answerOf(whole, path));
});

test('an address within another, and one that may be left out, are not built in silence', () => {
  const optional = buildOf([{ file: 'routes/a.tsx', path: 'a/:b?' }]);
  expect(() => pageHandler(optional, 'test')).toThrow('routes/a.tsx');
});
