import { expect, test } from 'vitest';
import { messageAttributes } from './messages';

test('a text becomes one attribute, plural forms one each, and nothing for what is not said', () => {
  expect(
    messageAttributes({
      'show-password': 'Dangos',
      limit: { one: '%{count} gair', other: '%{count} o eiriau' },
      none: undefined,
    }),
  ).toEqual({
    'data-i18n.show-password': 'Dangos',
    'data-i18n.limit.one': '%{count} gair',
    'data-i18n.limit.other': '%{count} o eiriau',
  });
});
