import { matchPath } from '@remix-run/react';
import { beforeAll, expect, test } from 'vitest';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { takesDay } from '~/paths/dated';
import addresses from '~/routes';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { visit } from '../../../../tests/support/site';
import { datedPages, NOTHING, UNDATED } from '../../../../tests/support/site/dated-pages';

const IS_FORM =
  /\/(new|edit|end|add|save|propose|retire|bring-back|describe|record|withdraw|crosswalk|merge|undo|(question|finding)-(tags|countries))[^/]*\.tsx$/;
useDatabase();
let keeper = '';

beforeAll(async () => {
  keeper = (await makePerson({ roles: ['coordinator'] })).id;
});

const dated = datedPages(NOTHING).map((page) => page().replace(/\?.*/, ''));

test('no page of the section is left out', () => {
  const isPage = ({ file = '' }) => /^routes\/strategy\/.*\.tsx$/.test(file) && !IS_FORM.test(file);
  const section = (addresses as { path?: string; file: string }[])
    .filter(isPage)
    .map(({ path = '' }) => path);
  const isDated = (path: string) => dated.some((address) => matchPath(`/${path}`, address));
  expect(section.filter((path) => !isDated(path)).toSorted()).toEqual(Object.keys(UNDATED).toSorted());
});

test('links keep the day on the way to each of them, and to nothing else', () => {
  expect(dated.filter((address) => !takesDay(address))).toEqual([]);
  expect(Object.keys(UNDATED).filter((path) => takesDay(`/${path}`))).toEqual([]);
});

const tomorrow = async () => isoDay(addDays(ukDay((await visitorNow()).asOf), 1));
/** Pages with a field for the day. */
const PAST: ((on: string) => string)[] = [
  (on) => paths.map({ on }),
  (on) => paths.mapCapacity({ on }),
  (on) => paths.mapOverlap({ on }),
  (on) => paths.demand({ on }),
  (on) => paths.moneyAlignment({ of: 'nca-2019-05', on }),
  (on) => paths.scoreAndSpend({ on }),
  paths.objectiveCosts,
  paths.moneyBands,
  (on) => paths.money({ on }),
  (on) => paths.moneyLines({ on }),
  (on) => paths.coverage({ on }),
  (on) => paths.strategyRanking({ on }),
  paths.strategy,
  paths.terms,
];

test('no page tells what was known on a day that has not come, and says so beside the field', async () => {
  const on = await tomorrow();
  for (const address of PAST.map((page) => page(on))) {
    const { status, messageBeside, fields } = await visit(address, { as: keeper });
    expect([address, status, messageBeside('on')]).toEqual([address, 400, 'Enter today or a day before it']);
    expect(fields['on']).toBe(on);
  }
});

test.each(['2019-02-29', 'tomorrow', "2019-01-01' --", '<b>'])('%s is no day for any of them', async (on) => {
  for (const address of PAST.map((page) => page(on))) {
    const { status, messageBeside, fields } = await visit(address, { as: keeper });
    const beside = [address, 400, 'Enter a real date, like 2019-05-01'];
    expect([address, status, messageBeside('on')]).toEqual(beside);
    expect(fields['on']).toBe(on);
  }
});

test('files and lists without a field refuse a day that they cannot show', async () => {
  const next = await tomorrow();
  for (const [on, addresses] of [
    [
      next,
      [
        paths.mapFile('csv', { on: next }),
        paths.mapRecords({ on: next }),
        paths.scoreAndSpendCsv({ on: next }),
      ],
    ],
    [
      'no',
      [
        paths.mapFile('csv', { on: 'no' }),
        paths.strategyRankingCsv({ on: 'no' }),
        paths.coverageCsv({ on: 'no' }),
      ],
    ],
  ] as const)
    for (const address of addresses)
      expect([on, address, (await visit(address, { as: keeper })).status]).toEqual([on, address, 400]);
});

test('six priorities at the end of 2018, three in the middle of 2019', async () => {
  const priorities = async (on: string) => {
    const page = await visit(paths.strategy(on), { as: keeper });
    const of = (title: string) =>
      page
        .$('h3')
        .filter((_, node) => page.$(node).text() === title)
        .parent()
        .find('li').length;
    return [of('Threat priorities'), of('Outcome priorities')];
  };
  expect(await priorities('2018-12-15')).toEqual([6, 0]);
  expect(await priorities('2019-06-15')).toEqual([0, 3]);
});
