import { describe, expect, test } from 'vitest';
import { LEVEL_WORDS } from '~/domain/knowledge/file-access/file-access';
import type { FileAccessView } from '~/domain/knowledge/queries/file-access-page.server';
import { rowsIn, words } from '../../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../../tests/support/drawn-form';
import { AccessFields } from './access-fields';
import { GivenAccess } from './given-access';

const AT = new Date('2027-01-31T23:30:00Z');
const view = (over: Partial<FileAccessView> = {}): FileAccessView => ({
  ...{ kind: 'page', reference: 'AAAA2222', title: 'Boats', isDraft: false, level: 'restricted' },
  ...{ access: null, rules: [], grants: [], links: [], mayGive: false, ...over },
});
const link = (over: Partial<FileAccessView['links'][number]> = {}) => ({
  ...{ reference: 'LLLL2222', purpose: 'For the inspectorate', expiresAt: AT, revoked: false },
  ...{ madeBy: 'Olu Wner', uses: 0, lastUsedAt: null, works: true, ...over },
});
const drawn = (over: Partial<FileAccessView>) => drawOnPage(<GivenAccess view={view(over)} />);

describe('who was given access', () => {
  test('nobody, to one who may give none: nothing stands there', () =>
    expect(words(drawn({})('body').text())).toBe(''));

  test('a link is offered to who may make one', () => {
    const $ = drawn({ mayGive: true });
    expect($('a').attr('href')).toBe('/findings/AAAA-2222/file-access/new-link');
    expect($('table').length).toBe(0);
  });

  test('people stand with their last day and a way to end each', () => {
    const until = new Date('2027-03-01');
    const $ = drawn({
      grants: [
        { id: 'one', until, person: { name: 'Mel Member' } },
        { id: 'two', until, person: { name: '<img src=x>' } },
      ],
    });
    expect(rowsIn($)).toEqual([
      ['Mel Member', '1 March 2027', 'End Mel Member'],
      ['<img src=x>', '1 March 2027', 'End <img src=x>'],
    ]);
    expect($('img').length).toBe(0);
    expect(
      $('form')
        .toArray()
        .map((form) => [$(form).find('[name=intent]').val(), $(form).find('[name=grant]').val()]),
    ).toEqual([
      ['end', 'one'],
      ['end', 'two'],
    ]);
  });
});

describe('a link', () => {
  test.each([
    ['that works, never used', {}, ['Until 31 January 2027', 'Never', 'Revoke For the inspectorate']],
    [
      'that works, used',
      { uses: 3, lastUsedAt: new Date('2026-11-22T12:00:00Z') },
      ['Until 31 January 2027', '3 times, last on 22 November 2026', 'Revoke For the inspectorate'],
    ],
    ['that is revoked', { works: false, revoked: true }, ['Revoked', 'Never', '']],
    ['that is over', { works: false }, ['Ended on 31 January 2027', 'Never', '']],
    [
      'that is revoked and over, used before',
      { works: false, revoked: true, uses: 2, lastUsedAt: AT },
      ['Revoked', '2 times, last on 31 January 2027', ''],
    ],
  ] as const)('%s', (_name, over, cells) => {
    const [row] = rowsIn(drawn({ links: [link(over)] }));
    expect(row).toEqual(['For the inspectorate', 'Olu Wner', ...cells]);
  });

  test('can be revoked only while it works', () => {
    const $ = drawn({ links: [link(), link({ reference: 'MMMM2222', works: false })] });
    expect(
      $('[name=link]')
        .toArray()
        .map((field) => $(field).val()),
    ).toEqual(['LLLL2222']);
    expect($('[name=intent]').val()).toBe('revoke');
  });

  test('used once is used one time', () => {
    const [row] = rowsIn(drawn({ links: [link({ uses: 1, lastUsedAt: AT })] }));
    expect(row?.[3]).toBe('1 time, last on 31 January 2027');
  });
});

describe('who may read the files, as it is set', () => {
  const fields = (drawing?: Parameters<typeof drawFields>[1]) =>
    drawFields((all) => <AccessFields fields={all} />, drawing);

  test('offers each level in its words, and holds what is set', () => {
    const $ = fields({ values: { level: 'embargoed', opensOn: { day: '1', month: '3', year: '2027' } } });
    expect(
      $('input[type=radio]')
        .toArray()
        .map((radio) => words($(`label[for="${$(radio).attr('id') ?? ''}"]`).text())),
    ).toEqual(Object.values(LEVEL_WORDS));
    expect($('input[type=radio][checked]').val()).toBe('embargoed');
    expect(['day', 'month', 'year'].map((part) => $(`[name="opensOn.${part}"]`).val())).toEqual([
      ...['1', '3', '2027'],
    ]);
  });

  test.each([
    ['level', 'Choose who may read the files'],
    ['opensOn', 'Enter the day on which the files open'],
    ['reason', 'Say why'],
    ['conditions', 'Conditions must be 3,000 characters or fewer'],
  ])('a refusal of “%s” leads to its field', (name, message) => {
    const $ = fields({ reply: refused({ [name]: [message] }) });
    const summary = $('.govuk-error-summary__list a');
    expect(words(summary.text())).toBe(message);
    const target = $(summary.attr('href') ?? '#none');
    expect(target.length).toBe(1);
    expect(target.attr('name')?.split('.')[0]).toBe(name);
  });

  test('its hints say that what closes them is read by everybody', () =>
    expect(fields()('#form-reason-hint').text()).toContain('Everybody who can read the finding reads this'));
});
