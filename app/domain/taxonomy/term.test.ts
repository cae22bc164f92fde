import { expect, test } from 'vitest';
import { wordingOn } from './term';

const versions = [
  { number: 2, holdsFrom: new Date('2024-05-01'), name: 'Cyber crime' },
  { number: 1, holdsFrom: new Date('2019-01-01'), name: 'Cybercrime' },
  { number: 3, holdsFrom: new Date('2024-05-01'), name: 'Cyber crime and intrusion' },
];

test.each([
  ['2018-12-31', null],
  ['2019-01-01', 'Cybercrime'],
  ['2024-04-30', 'Cybercrime'],
  ['2024-05-01', 'Cyber crime and intrusion'],
])('on %s the wording was %s', (day, name) => {
  expect(wordingOn(versions, new Date(day))?.name ?? null).toBe(name);
});
