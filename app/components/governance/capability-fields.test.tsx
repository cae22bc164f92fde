import { describe, expect, test } from 'vitest';
import { LEVELS } from '~/domain/people/organisations/organisation';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { words } from '../../../tests/support/drawn';
import { drawFields, refused } from '../../../tests/support/drawn-form';
import { CapabilityFields } from './capability-fields';
import { organisationOptions } from './group-fields';

const organisations = [
  { reference: '33333333', name: 'Alpha <i>Office</i>' },
  { reference: '44444444', name: 'Beta Office' },
];
type Drawing = Parameters<typeof drawFields>[1];
const terms: TermChoice[] = [];
const drawn = (drawing?: Drawing, those = organisations) =>
  drawFields((fields) => <CapabilityFields fields={fields} terms={terms} organisations={those} />, drawing);
type Page = ReturnType<typeof drawn>;
const optionsOf = ($: Page, name: string) =>
  $(`select[name=${name}] option`)
    .toArray()
    .map((option) => [$(option).attr('value'), $(option).text()]);
const chosen = ($: Page, name: string) => $(`select[name=${name}] option[selected]`).attr('value');

describe('what is filled in about a capability', () => {
  test('every field has a name that the form reads', () => {
    const names = drawn()('input:not([name=_key]), select, textarea')
      .toArray()
      .map((node) => node.attribs['name']);
    expect([...new Set(names)].toSorted()).toEqual([
      'kind',
      'level',
      'name',
      'owner',
      'purpose',
      'stage',
      'users',
    ]);
  });

  test('every field has a label or a legend', () => {
    const $ = drawn();
    const unnamed = $('input:not([type=hidden]), select, textarea')
      .toArray()
      .map((node) => $(node).attr('id') ?? '')
      .filter((id) => $('label').filter((_at, label) => $(label).attr('for') === id).length !== 1);
    expect(unnamed).toEqual([]);
    expect(
      $('legend')
        .toArray()
        .map((legend) => words($(legend).text())),
    ).toEqual(['Does somebody have it, or is it missing?', 'Threat areas and enablers', 'Users']);
  });

  test('stages and levels are offered in their order, with none first', () => {
    const $ = drawn();
    expect(optionsOf($, 'stage')).toEqual([
      ['', 'None'],
      ['idea', 'Idea'],
      ['building', 'Being built'],
      ['trial', 'On trial'],
      ['inUse', 'In use'],
      ['retired', 'Retired'],
    ]);
    expect(optionsOf($, 'level').map(([value]) => value)).toEqual(['', ...LEVELS]);
    expect(optionsOf($, 'level').map(([, text]) => text)).toContain('International');
  });

  test('organisations are offered by name, as owner and as users', () => {
    const $ = drawn();
    expect(optionsOf($, 'owner')).toEqual([
      ['', 'Choose one'],
      ['33333333', 'Alpha <i>Office</i>'],
      ['44444444', 'Beta Office'],
    ]);
    const users = $('input[name=users]')
      .toArray()
      .map((input) => $(input).attr('value'));
    expect(users).toEqual(['33333333', '44444444']);
    expect($('i').length).toBe(0);
  });

  test('it warns that nothing operational belongs in it', () =>
    expect(words(drawn().text())).toContain('Nothing operational, no methods that have to stay secret'));

  test('without organisations there is nothing to choose', () =>
    expect(optionsOf(drawn(undefined, []), 'owner')).toEqual([['', 'Choose one']]));
});

describe('what it was before', () => {
  const values = {
    ...{ kind: 'held', name: 'Ledger "tracing"', purpose: 'Traces <b>payments</b>.', stage: 'trial' },
    ...{ level: 'border', owner: '44444444', users: ['33333333'] },
  };

  test('stands in the fields', () => {
    const $ = drawn({ values });
    expect($('input[name=name]').attr('value')).toBe('Ledger "tracing"');
    expect($('textarea[name=purpose]').text().trim()).toBe('Traces <b>payments</b>.');
    expect(['stage', 'level', 'owner'].map((name) => chosen($, name))).toEqual([
      'trial',
      'border',
      '44444444',
    ]);
    expect($('input[name=kind][checked]').attr('value')).toBe('held');
  });

  test('users who were ticked stay ticked, and no other', () => {
    const ticked = (users: string[]) => {
      const $ = drawn({ values: { ...values, users } });
      return $('input[name=users][checked]')
        .toArray()
        .map((input) => $(input).attr('value'));
    };
    expect(ticked(['33333333'])).toEqual(['33333333']);
    expect(ticked(['33333333', '44444444'])).toEqual(['33333333', '44444444']);
    expect(ticked([])).toEqual([]);
    expect(ticked(['99999999'])).toEqual([]);
  });
});

describe('what was refused', () => {
  test.each([
    ['name', 'Enter a name'],
    ['purpose', 'Say what it does, or would do'],
    ['kind', 'Say whether somebody has it or lacks it'],
    ['stage', 'A gap has no stage. Choose none'],
    ['level', 'Choose a level'],
    ['owner', 'Choose an organisation'],
    ['threatAreas', 'One of these is no longer in use. Choose again'],
    ['users', 'One of these is no longer there. Choose again'],
  ])('is said beside %s and above all', (field, message) => {
    const $ = drawn({ reply: refused({ [field]: [message] }) });
    const beside = $('.govuk-error-message')
      .toArray()
      .map((node) => words($(node).text()));
    expect(beside).toEqual([`Error: ${message}`]);
    const above = $('.govuk-error-summary a');
    expect([above.text(), above.attr('href')]).toEqual([message, `#form-${field}`]);
    expect($('.govuk-form-group--error').length).toBe(1);
  });

  test('nothing is said where nothing was', () =>
    expect(drawn()('.govuk-error-message, .govuk-error-summary').length).toBe(0));
});

test('options of organisations begin with none', () => {
  expect(organisationOptions([])).toEqual([{ text: 'Choose one', value: '' }]);
  expect(organisationOptions(organisations).map(({ value }) => value)).toEqual(['', '33333333', '44444444']);
});
