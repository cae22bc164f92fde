import { expect, test } from 'vitest';
import { singularUnit, withUnit } from './unit';

test.each([
  ['cases', 'case'],
  ['people', 'person'],
  ['People arrested', 'person arrested'],
  ['tonnes of cocaine', 'tonne of cocaine'],
  ['working days', 'working day'],
  ['days to arrest of suspects', 'day to arrest of suspects'],
  ['seizures per 1,000 crossings', 'seizure per 1,000 crossings'],
  ['enquiries', 'enquiry'],
  ['convoys', 'convoy'],
  ['boxes', 'box'],
  ['losses', 'loss'],
  ['searches', 'search'],
  ['exercises', 'exercise'],
  ['disruptions', 'disruption'],
  ['analyses', 'analysis'],
])('one of %s is one %s', (many, one) => expect(singularUnit(many)).toBe(one));

test.each([
  'million pounds',
  'of 100 firearms',
  'kg',
  'loss',
  '£',
  'status',
  'crisis',
  'premises',
  'full-time staff',
  '',
])('%j stays as it is', (unit) => expect(singularUnit(unit)).toBe(unit));

test.each([
  ['1', 'cases', '1 case'],
  ['-1', 'cases', '-1 case'],
  ['+1', 'cases', '+1 case'],
  ['0', 'cases', '0 cases'],
  ['1.5', 'cases', '1.5 cases'],
  ['11', 'cases', '11 cases'],
  ['1,001', 'cases', '1,001 cases'],
  ['1', '%', '1%'],
  ['1', 'million pounds', '1 million pounds'],
])('%s of %s reads %s', (figure, unit, words) => expect(withUnit(figure, unit)).toBe(words));
