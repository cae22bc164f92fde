import { describe, expect, test } from 'vitest';
import { ALERTS, alerts } from '~/domain/matching/saved/saved-search';
import { paths } from '~/paths';
import { draw, words } from '../../../../tests/support/drawn';
import { drawFields, refused } from '../../../../tests/support/drawn-form';
import { FeedMade } from './feed-made';
import { SearchFields } from './search-fields';

const fields = (options?: Parameters<typeof drawFields>[1]) =>
  drawFields((held) => <SearchFields fields={held} />, options);

describe('the fields of a saved search', () => {
  test('offer each alert with its words and its hour', () => {
    const $ = fields();
    const radios = $('input[type=radio]').toArray();
    expect(radios.map((node) => $(node).attr('value'))).toEqual(alerts);
    expect(radios.map((node) => words($(`label[for="${$(node).attr('id')}"]`).text()))).toEqual(
      Object.values(ALERTS),
    );
    expect($('.govuk-radios__hint').length).toBe(2);
    expect(words($('.govuk-radios__hint').first().text())).toBe('At 7 in the morning');
  });

  test.each(alerts)('hold what was chosen: %s', (alert) => {
    const $ = fields({ values: { name: 'Ports "at night"', alert } });
    expect($('input[name=name]').attr('value')).toBe('Ports "at night"');
    expect(
      $('input[checked]')
        .toArray()
        .map((node) => $(node).attr('value')),
    ).toEqual([alert]);
  });

  test('say beside each what is wrong', () => {
    const $ = fields({ reply: refused({ name: ['Give the search a name'], alert: ['Choose when'] }) });
    const messages = $('.govuk-error-message').toArray();
    expect(messages.map((node) => words($(node).text()))).toEqual([
      'Error: Give the search a name',
      'Error: Choose when',
    ]);
    const described = $('input[name=name]').attr('aria-describedby') ?? '';
    expect(described.split(' ')).toContain($(messages[0] ?? '').attr('id'));
  });
});

describe('a feed that was made', () => {
  const made = {
    name: '<b>Ports</b>',
    reference: 'H7K4QXM2',
    address: 'https://example.org/feeds/searches/x',
  };

  test('shows its address once, as text that can be copied whole', () => {
    const $ = draw(<FeedMade {...made} />);
    expect($('code').text()).toBe(made.address);
    expect(words($('body').text())).toContain('It is shown this once.');
    expect($('a[href*="/feeds/"]').length).toBe(0);
  });

  test('names its search as text, and leads back to it', () => {
    const $ = draw(<FeedMade {...made} />);
    expect(words($('body').text())).toContain('Of “<b>Ports</b>”:');
    expect(
      $('a')
        .toArray()
        .map((node) => $(node).attr('href')),
    ).toEqual([paths.savedSearch('H7K4QXM2')]);
  });
});
