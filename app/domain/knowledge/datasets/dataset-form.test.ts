import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addressOf, datasetFields, showYears, wrongIn, type DatasetInput } from './dataset-form';

const form = z.strictObject(datasetFields);
const NOW = new Date('2026-11-22T09:00:00Z');
const whole = {
  ...{ name: 'Port records', organisation: '2222-2222', holds: 'One row a seizure', accessRoute: 'Ask' },
  reviewBy: { day: '1', month: '6', year: '2027' },
};
const messagesOf = (change: Record<string, unknown>): Record<string, string[] | undefined> => {
  const read = form.safeParse({ ...whole, ...change });
  return read.success ? {} : z.flattenError(read.error).fieldErrors;
};
const read = (change: Record<string, unknown> = {}): DatasetInput => form.parse({ ...whole, ...change });

describe('what a form says of data', () => {
  test('may leave out constraints, years, place, address and threat areas', () => {
    expect(read()).toMatchObject({
      ...{ organisation: '22222222', constraints: '', coversFrom: null, coversTo: null },
      ...{ geography: '', address: '', threatAreas: [], reviewBy: new Date('2027-06-01') },
    });
  });

  test.each([
    ['name', 'Enter what the data are called'],
    ['organisation', 'Choose who holds the data'],
    ['holds', 'Say what the data hold'],
    ['accessRoute', 'Say how somebody gets at them'],
    ['reviewBy', 'Enter when to look at it again'],
  ])('has to have %s', (field, message) => {
    expect(messagesOf({ [field]: '' })).toEqual({ [field]: [message] });
    expect(messagesOf({ [field]: undefined })).toEqual({ [field]: [message] });
  });

  test.each([
    ['name', 200],
    ['holds', 4000],
    ['accessRoute', 2000],
    ['constraints', 2000],
    ['geography', 300],
  ])('%s has room for %i characters and not for one more', (field, most) => {
    expect(messagesOf({ [field]: 'x'.repeat(most) })).toEqual({});
    expect(messagesOf({ [field]: 'x'.repeat(most + 1) })[field]?.[0]).toMatch(/characters or fewer/);
  });

  test('an organisation is one by its reference, and its check character has to fit', () => {
    expect(messagesOf({ organisation: '2222-2223' })['organisation']?.[0]).toContain('like H7K4-QXMF');
    expect(messagesOf({ organisation: ['2222-2222', '2222-2222'] })).toHaveProperty('organisation');
  });

  test('one box ticked is a list of one', () => {
    expect(read({ threatAreas: 'fraud' }).threatAreas).toEqual(['fraud']);
    expect(read({ threatAreas: ['fraud', 'drugs'] }).threatAreas).toEqual(['fraud', 'drugs']);
  });
});

describe('years', () => {
  test.each([
    ['2019', 2019],
    [' 1800 ', 1800],
    ['2199', 2199],
    [2019, 2019],
    ['', null],
    ['  ', null],
    [undefined, null],
    [null, null],
  ])('%j is read as %j', (given, year) => expect(read({ coversFrom: given }).coversFrom).toBe(year));

  test.each(['19', '1799', '2200', '2019.5', '20190', 'last year', '-2019', '２０１９'])(
    '%j is no year',
    (given) => {
      expect(messagesOf({ coversTo: given })).toEqual({ coversTo: ['Enter a year, like 2019'] });
    },
  );

  test('every year that is read is shown again as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2199 }), (year) => {
        expect(read({ coversFrom: String(year) }).coversFrom).toBe(year);
        expect(showYears(year, year)).toBe(String(year));
      }),
    );
  });

  test.each([
    [null, null, 'Not stated'],
    [2019, null, 'Since 2019'],
    [null, 2021, 'Until 2021'],
    [2019, 2021, '2019 to 2021'],
  ])('from %j to %j is “%s”', (from, to, words) => expect(showYears(from, to)).toBe(words));
});

describe('where the data are', () => {
  test.each([
    ['10.5255/UKDA-SN-1234', 'https://doi.org/10.5255/UKDA-SN-1234'],
    ['https://data.example/ports', 'https://data.example/ports'],
    ['http://data.example', 'http://data.example'],
  ])('%s leads to %s', (given, address) => {
    const { address: kept } = read({ address: given });
    expect(addressOf(kept)).toBe(address);
  });

  test.each([
    ['javascript:alert(1)'],
    ['data.example'],
    ['https://'],
    ['https://two words'],
    ['10.52/x'],
    ['10.5255/'],
    ['see https://data.example'],
    ['//data.example'],
  ])('%s is no address', (given) => {
    expect(messagesOf({ address: given })['address']?.[0]).toMatch(/^Enter a DOI/);
  });

  test('whatever is let in leads over the web', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((end) => `10.5255/${end}`),
        ),
        (text) => {
          const kept = datasetFields.address.safeParse(text);
          if (kept.success && kept.data !== '') expect(addressOf(kept.data)).toMatch(/^https?:\/\/\S+$/i);
        },
      ),
    );
  });
});

describe('what a field alone cannot say', () => {
  const wrong = (change: Partial<DatasetInput>) => wrongIn({ ...read(), ...change }, NOW);

  test.each([
    [2019, 2018, true],
    [2019, 2019, false],
    [2018, 2019, false],
    [null, 2018, false],
    [2019, null, false],
  ])('from %j to %j is turned round: %j', (coversFrom, coversTo, refused) => {
    expect(wrong({ coversFrom, coversTo })?.name ?? null).toBe(refused ? 'YearsAreTurnedRound' : null);
  });

  test('the day to look again lies ahead', () => {
    expect(wrong({ reviewBy: NOW })).not.toBeNull();
    expect(wrong({ reviewBy: new Date('2026-11-21') })).not.toBeNull();
    expect(wrong({ reviewBy: new Date(NOW.getTime() + 1) })).toBeNull();
  });
});
