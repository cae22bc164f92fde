import { expect, test } from 'vitest';
import { OPEN_LICENCES } from '../../questions/tasks/terms-choices';
import { agreedLicence } from './agreed-licence';

test('the terms of a question name the licence of what comes of it, or none', () => {
  const named = OPEN_LICENCES.map(({ value }) => agreedLicence({ openLicence: value }));
  expect(named).toEqual(['Open Government Licence 3.0', 'CC BY 4.0', 'CC BY-NC 4.0', '']);
  expect([{}, null, { openLicence: 'made up' }].map(agreedLicence)).toEqual(['', '', '']);
});
