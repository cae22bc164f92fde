import { expect, test } from 'vitest';
import { licenceAddress } from './licence-address';

test.each([
  ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['cc-by-nc-nd 3.0', 'https://creativecommons.org/licenses/by-nc-nd/3.0/'],
  ['CC0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  [
    'Open Government Licence 3.0',
    'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  ],
  ['OGL', 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'],
  ['OGL v2', 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/'],
  ['All rights reserved', null],
  ['CC BY', null],
  ['', null],
])('%s', (name, address) => expect(licenceAddress(name)).toBe(address));
