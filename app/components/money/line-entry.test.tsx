import { describe, expect, test } from 'vitest';
import { words } from '../../../tests/support/drawn';
import { drawOnPage, refused } from '../../../tests/support/drawn-form';
import type { Values } from '~/components/form';
import { lineFields } from '~/domain/ledger/line-form';
import { LineEntry } from './line-entry';

const choices = {
  organisations: [
    { slug: 'home-office', name: 'Home Office' },
    { slug: 'hostile', name: '<b>Bold & Sons</b>' },
  ],
  strands: [{ value: 'pursue', text: 'Pursue' }],
  levels: [{ value: 'local', text: 'Local' }],
  interventions: [{ value: 'disruption', text: 'Disruption' }],
  areas: [
    { value: 'fraud', text: 'Fraud' },
    { value: 'drugs', text: 'Drugs' },
  ],
};
const entry = (values: Values = {}, error?: Record<string, string[]>) =>
  drawOnPage(
    <LineEntry
      reply={error ? refused(error) : undefined}
      values={values}
      choices={choices}
      backHref="/money/lines"
    />,
  );
const optionsOf = ($: ReturnType<typeof drawOnPage>, name: string) =>
  $(`select[name="${name}"] option`)
    .toArray()
    .map((node) => [$(node).attr('value'), $(node).text()]);

describe('the form of a line', () => {
  test('has a field for everything that a line may say', () => {
    const $ = entry();
    const names = new Set(
      $('input, select, textarea')
        .toArray()
        .map((node) => ($(node).attr('name') ?? '').split('.')[0]),
    );
    for (const name of Object.keys(lineFields)) expect(names, name).toContain(name);
  });

  test('every field is named by a label or a legend', () => {
    const $ = entry();
    for (const node of $('input:not([type=hidden]), select').toArray()) {
      const id = $(node).attr('id') ?? '';
      expect(words($(`label[for="${id}"]`).text()), id).not.toBe('');
    }
    for (const group of $('fieldset').toArray()) expect(words($(group).find('legend').text())).not.toBe('');
  });

  test.each([
    [
      'organisation',
      [
        ['', 'Choose an organisation'],
        ['home-office', 'Home Office'],
        ['hostile', '<b>Bold & Sons</b>'],
      ],
    ],
    [
      'strand',
      [
        ['', 'Unattributed'],
        ['pursue', 'Pursue'],
      ],
    ],
    [
      'level',
      [
        ['', 'Unattributed'],
        ['local', 'Local'],
      ],
    ],
    [
      'intervention',
      [
        ['', 'Unattributed'],
        ['disruption', 'Disruption'],
      ],
    ],
    [
      'overseas',
      [
        ['', 'Not said'],
        ['no', 'At home'],
        ['yes', 'Overseas'],
      ],
    ],
  ])('%s offers nothing first', (name, options) => expect(optionsOf(entry(), name)).toEqual(options));

  test('names are text', () => expect(entry()('select b')).toHaveLength(0));

  test('holds what a line said before', () => {
    const $ = entry({
      ...{ organisation: 'home-office', purpose: 'Units', planned: '1,000', certainty: 'conditional' },
      ...{ condition: 'If agreed', areas: ['drugs'], strand: 'pursue', overseas: 'no' },
      startsOn: { day: '1', month: '4', year: '2026' },
    });
    expect($('[name=purpose]').attr('value')).toBe('Units');
    expect($('[name=planned]').attr('value')).toBe('1,000');
    expect($('[name=condition]').attr('value')).toBe('If agreed');
    expect($('[name=certainty][checked]').attr('value')).toBe('conditional');
    expect($('[name="areas"][checked]').attr('value')).toBe('drugs');
    expect($('[name="startsOn.month"]').attr('value')).toBe('4');
    const chosen = { organisation: 'home-office', strand: 'pursue', overseas: 'no' };
    for (const [name, value] of Object.entries(chosen))
      expect($(`select[name="${name}"] option[selected]`).attr('value')).toBe(value);
  });

  test('nothing is ticked or chosen for the reader', () => {
    expect(entry()('[checked]')).toHaveLength(0);
  });

  test.each([
    ['organisation', 'Choose whose money it is'],
    ['planned', 'Enter what was planned, what was spent, or both'],
    ['condition', 'A condition goes with money that is on one, and with no other'],
    ['secureUntil', 'Enter both years, or neither'],
    ['base', 'Say of what spending it is a part, like front-line spend'],
    ['strand', 'Nothing is called “pounce”'],
  ])('an error of %s stands beside it, and is read with it', (name, message) => {
    const $ = entry({}, { [name]: [message] });
    const field = $(`[name="${name}"]`);
    const described = (field.attr('aria-describedby') ?? '').split(' ');
    const texts = described.map((id) => words($(`[id="${id}"]`).text()));
    expect(texts).toContain(`Error: ${message}`);
    expect($('.govuk-error-message')).toHaveLength(1);
  });

  test.each([
    ['startsOn', 'Enter the first day of the period'],
    ['certainty', 'Choose whether it is firm'],
    ['areas', 'Nothing is called “x”'],
  ])('an error of the group %s stands in it', (name, message) => {
    const $ = entry({}, { [name]: [message] });
    const group = $('.govuk-form-group--error');
    expect(group).toHaveLength(1);
    expect(words(group.find('.govuk-error-message').text())).toBe(`Error: ${message}`);
    expect(group.find(`[name^="${name}"]`).length).toBeGreaterThan(0);
  });

  test('can be saved once or left', () => {
    const $ = entry();
    expect(words($('button').text())).toBe('Save the line');
    expect($('a').last().attr('href')).toBe('/money/lines');
    expect($('form').attr('method')).toBe('post');
  });
});
