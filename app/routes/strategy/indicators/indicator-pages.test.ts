import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeCoordinator } from '../../../../tests/support/factories/strategy-cast';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
let keeper = '';
let member = '';
let victims = '';

const figure = { 'sourceDate.day': '1', 'sourceDate.month': '3', 'sourceDate.year': '2019' };
const add = async (
  address: string,
  periodWritten: string,
  value: string,
  over: Record<string, string> = {},
) => send(address, { periodWritten, value, source: 'Example report', ...figure, ...over }, { as: keeper });

async function indicator(over: Record<string, string>): Promise<string> {
  const sent = {
    ...{ area: 'modern-slavery-human-trafficking', name: 'Referrals', unit: 'people' },
    measures: 'identified potential victims, not prevalence',
    ...over,
  };
  const page = await send(paths.newIndicator(), sent, { as: keeper });
  expect(page.status).toBe(303);
  return page.location ?? '';
}

beforeAll(async () => {
  keeper = (await makeCoordinator()).id;
  member = (await makePerson()).id;
  victims = await indicator({});
});

describe('an indicator', () => {
  test('of 5,000 and 6,800 is +36 %, of identified potential victims, not prevalence', async () => {
    expect((await add(`${victims}/points/new`, '2017', '5,000')).status).toBe(303);
    expect((await add(`${victims}/points/new`, '2018', '6800')).status).toBe(303);
    const page = await visit(victims, { as: member });
    expect(page.text).toContain('+36 % from 2017 to 2018.');
    expect(page.text).toContain('identified potential victims, not prevalence');
    expect(page.rows).toContainEqual(['2018', '6,800', 'Example report', '1 March 2019']);
    expect(page.$('main svg desc').text()).toBe('2017: 5,000. 2018: 6,800.');
    expect(page.$('main table').index('table')).toBeLessThan(1);
    expect(await deadLinks(page, { as: member })).toEqual([]);
    const list = await visit(paths.indicators(), { as: member });
    expect(list.text).toContain('6,800 people, 2018');
    expect(list.text).toContain('+36 % from 2017 to 2018');
  });

  test('of recorded offences is +9 %, until a change of recording is flagged: then no trend is claimed', async () => {
    const offences = await indicator({
      name: 'Recorded offences',
      measures: 'offences the police recorded',
      unit: 'offences',
    });
    await add(`${offences}/points/new`, '2017', '100,000');
    await add(`${offences}/points/new`, '2018', '109,000');
    expect((await visit(offences, { as: member })).text).toContain('+9 % from 2017 to 2018');
    const flag = { periodWritten: '2018', what: 'A new counting rule', source: 'Example notice' };
    expect((await send(`${offences}/breaks/new`, flag, { as: keeper })).status).toBe(303);
    const page = await visit(offences, { as: member });
    expect(page.text).toContain('No trend is claimed: recording changed in 2018');
    expect(page.text).not.toContain('%');
    expect(page.$('main figure .period-chart__line').length).toBe(0);
    const twice = await send(`${offences}/breaks/new`, flag, { as: keeper });
    expect(twice.messageBeside('periodWritten')).toBe(
      'A change of recording is flagged for this period already',
    );
    expect((await visit(`${offences}/points.csv`, { as: member })).html).toContain('No trend is claimed');
  });

  test('has no figure without source and date, by form and by the database', async () => {
    const none = { 'sourceDate.day': '', 'sourceDate.month': '', 'sourceDate.year': '' };
    const page = await add(`${victims}/points/new`, '2019', '7,000', { source: ' ', ...none });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(expect.arrayContaining(['Enter the source', 'Enter the date of the source']));
    expect(page.fields['value']).toBe('7,000');
    const [point] = await store.db.indicatorPoint.findMany({ take: 1 });
    if (!point) throw new Error('there is one');
    const again = { ...point, id: crypto.randomUUID(), number: 9 };
    await expect(store.db.indicatorPoint.create({ data: { ...again, source: ' ' } })).rejects.toThrow(
      /source_check/,
    );
    await expect(store.db
      .$executeRaw`INSERT INTO indicator_point (id, indicator_id, period_written, number, starts_on,
      value, source, recorded_by_id, recorded_at) SELECT gen_random_uuid(), indicator_id, '2020', 1, starts_on, value,
      source, recorded_by_id, recorded_at FROM indicator_point LIMIT 1`).rejects.toThrow(/source_date/);
    await expect(store.db.indicatorPoint.deleteMany()).rejects.toThrow(/VersionIsKept/);
  });

  test('takes a better figure for a period, and keeps the one before', async () => {
    expect((await add(`${victims}/points/new`, '2018', '6,900', { source: 'Corrected report' })).status).toBe(
      303,
    );
    const page = await visit(victims, { as: member });
    expect(page.text).toContain('+38 % from 2017 to 2018');
    expect(page.text).toContain('2018: 6,800, Example report');
  });

  test.each([
    ['value', 'many', 'Enter a number, like 6,800'],
    ['value', '-3', 'Enter a number, like 6,800'],
    ['periodWritten', '18', 'Enter a period like 2018, 2018-04 or 2018-04-01'],
  ])('refuses %s “%s”', async (field, typed, message) => {
    const page = await add(`${victims}/points/new`, '2019', '1', { [field]: typed });
    expect(page.messageBeside(field)).toBe(message);
  });

  test('is never of harm: what a threat costs is recorded in one place, and counts in the score from there', async () => {
    const sent = { area: 'fraud', name: 'Cost', measures: 'example cost', unit: 'pounds a year' };
    const harm = await send(paths.newIndicator(), { ...sent, kind: 'harm' }, { as: keeper });
    expect(harm.status).toBe(422);
    const cost = async (area: string, value: string, year: string, kind = 'economy') => {
      const figure = {
        kind,
        area,
        otherThreat: '',
        value,
        year,
        source: 'Example model',
        address: '',
        note: '',
      };
      expect((await send(paths.newHarmFigure(), { ...figure, replaces: '' }, { as: keeper })).status).toBe(
        303,
      );
    };
    await cost('fraud', '9,000,000', '2017');
    await cost('fraud', '8,000,000', '2018');
    await cost('fraud', '50,000,000', '2019', 'people');
    await cost('illegal-drugs', '2,000,000', '2018');
    const { html } = await visit(paths.strategyRankingCsv(), { as: member });
    expect(html).toMatch(/\r\narea,fraud,[^,]*,1,/);
    expect(html).toMatch(/\r\narea,illegal-drugs,[^,]*,0\.25,/);
    const before = await visit(paths.strategyRankingCsv({ on: '2020-01-01' }), { as: member });
    expect(before.html).toMatch(/\r\narea,fraud,[^,]*,1,/);
  });

  test('is kept by coordinators and authorised teams alone, and needs a unit', async () => {
    for (const address of [paths.newIndicator(), `${victims}/points/new`, `${victims}/breaks/new`])
      expect((await visit(address, { as: member })).status).toBe(403);
    const page = await send(
      paths.newIndicator(),
      { area: 'fraud', name: 'N', measures: 'M', unit: '' },
      { as: keeper },
    );
    expect(page.messageBeside('unit')).toBe('Say in what it is counted, like “people”');
  });
});
