import { describe, expect, test } from 'vitest';
import type { LinkedDatasets } from '~/domain/knowledge/queries/linked-datasets.server';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { words } from '../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../tests/support/drawn-form';
import { DatasetFields } from './dataset-fields';
import { LinkedData } from './linked-data';

const PORTS = { reference: '22222222', name: 'Port records' };
const none: LinkedDatasets = { title: 'Who?', linked: [], isGap: false, reason: null, choices: [] };
type Reply = Parameters<typeof LinkedData>[0]['reply'];

const linkedData = (over: Partial<LinkedDatasets> = {}, mayLink = true, reply?: Reply) => {
  const $ = drawOnPage(<LinkedData data={{ ...none, ...over }} mayLink={mayLink} reply={reply} />);
  const buttons = $('button')
    .toArray()
    .map((node) => words($(node).text()));
  return { $, buttons, text: words($('body').text()) };
};

describe('data beside a question or a finding', () => {
  test('where there are none the register is the way on', () => {
    const { $, text, buttons } = linkedData();
    expect(text).toContain('No dataset is linked');
    expect($(`a[href="${paths.datasets()}"]`).length).toBe(1);
    expect(buttons).toEqual([]);
  });

  test.each([
    ['nothing is known of it', { isGap: true }, true],
    ['data are linked', { isGap: true, linked: [PORTS] }, false],
    ['somebody said why there are none', { isGap: true, reason: 'Nobody gathers them.' }, false],
    ['it asks for something else', {}, false],
  ])('a question waits for data: %s', (_name, over, waits) => {
    expect(linkedData(over).text.includes('answered only once a dataset is linked')).toBe(waits);
  });

  test('a reader sees what is linked and the reason, and changes neither', () => {
    const { $, text, buttons } = linkedData(
      { isGap: true, linked: [PORTS], reason: 'One.\nTwo.', choices: [PORTS] },
      false,
    );
    expect($(`a[href="${paths.dataset('22222222')}"]`).text()).toBe('Port records');
    expect(text).toContain('Why there are no data');
    expect([buttons, $('form').length]).toEqual([[], 0]);
  });

  test('whoever keeps it links, takes away and gives a reason, each button by a name of its own', () => {
    const choices = [{ reference: '2222223E', name: 'Court records' }];
    const { $, buttons } = linkedData({ isGap: true, linked: [PORTS], choices });
    expect(buttons).toEqual(['Take the link away: Port records', 'Link it', 'Record the reason']);
    expect($('form#unlink-22222222 input[name="dataset"]').attr('value')).toBe('22222222');
    expect(
      $('select option')
        .toArray()
        .map((node) => $(node).attr('value')),
    ).toEqual(['', '2222223E']);
    expect(linkedData({ linked: [PORTS] }).buttons).toEqual(['Take the link away: Port records', 'Link it']);
  });

  test('a message stands in the form that was sent, and in no other', () => {
    const over = { isGap: true, choices: [PORTS] };
    const shown = (error: Record<string, string[]>) => {
      const { $ } = linkedData(over, true, refused(error));
      const beside = [$('#link .govuk-error-message').length, $('#explain .govuk-error-message').length];
      return [...beside, $('.govuk-error-summary').length];
    };
    expect(shown({ reason: ['Say why'] })).toEqual([0, 1, 1]);
    expect(shown({ dataset: ['Choose a confirmed dataset'] })).toEqual([1, 0, 1]);
  });

  test('the reason that stands is there to be changed', () => {
    const { $ } = linkedData({ isGap: true, reason: 'Nobody gathers them.' });
    expect($('#explain textarea').text()).toBe('Nobody gathers them.');
  });

  test('a hostile name stays words', () => {
    const { $ } = linkedData({ linked: [{ ...PORTS, name: '<img src=x onerror=alert(1)>' }] });
    expect($('img').length).toBe(0);
    expect($('a').text()).toContain('<img');
  });
});

describe('the fields of a dataset', () => {
  const areas = [
    { slug: 'fraud', name: 'Fraud' },
    { slug: 'drugs', name: 'Illegal drugs' },
  ] as TermChoice[];
  const draw = (more: Parameters<typeof drawFields>[1] = {}) =>
    drawFields(
      (fields) => (
        <DatasetFields fields={fields} areas={areas} organisations={[{ ...PORTS, name: 'Harbour' }]} />
      ),
      more,
    );

  test('keep what was entered', () => {
    const $ = draw({
      values: {
        ...{ name: 'Port records', organisation: '22222222', coversFrom: '2019', threatAreas: ['drugs'] },
        reviewBy: { day: '1', month: '6', year: '2027' },
      },
    });
    expect($('input[name="name"]').attr('value')).toBe('Port records');
    expect($('option[selected]').attr('value')).toBe('22222222');
    expect($('input[name="reviewBy.year"]').attr('value')).toBe('2027');
    expect(
      $('input[type="checkbox"][checked]')
        .toArray()
        .map((node) => $(node).attr('value')),
    ).toEqual(['drugs']);
  });

  test('each has a label of its own, and a message stands beside its field', () => {
    const $ = draw({ reply: refused({ coversTo: ['Enter a year, like 2019'] }) });
    const labelled = $('input[type="text"], textarea, select')
      .toArray()
      .filter((node) => $(`label[for="${$(node).attr('id') ?? ''}"]`).length === 1);
    expect(labelled.length).toBe($('input[type="text"], textarea, select').length);
    const described = $('input[name="coversTo"]').attr('aria-describedby') ?? '';
    const messages = described.split(' ').map((id) => words($(`[id="${id}"]`).text()));
    expect(messages.join(' ')).toContain('Enter a year, like 2019');
    expect($('.govuk-error-message').length).toBe(1);
  });
});
