import { expect, test } from 'vitest';
import { asSentence, nameFromSlug, slugFromName } from './wording';

test.each([
  ['protect-uk-integrity', 'Protect UK integrity'],
  ['3d-printing', '3D printing'],
  ['ai-generated-imagery', 'AI generated imagery'],
  ['what-works', 'What works'],
])('%s is called %s', (slug, name) => {
  expect(nameFromSlug(slug)).toBe(name);
});

test.each([
  ['Cash & cargo theft', 'cash-cargo-theft'],
  ['Délits économiques ', 'delits-economiques'],
  ['!!', ''],
])('%j has the address %j', (name, slug) => {
  expect(slugFromName(name)).toBe(slug);
});

test.each([
  ['nine priorities; list not found', 'Nine priorities; list not found.'],
  ['Is it known?', 'Is it known?'],
  ['  ', ''],
])('%j as a sentence is %j', (note, sentence) => {
  expect(asSentence(note)).toBe(sentence);
});
