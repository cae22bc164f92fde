import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whyNotTerms, type MergeableTerm } from './merge-rules';

const term = (id: string, over: Partial<MergeableTerm> = {}): MergeableTerm => ({
  ...{ id, scheme: 'enabler', mergedIntoId: null, retiredAt: null, fixed: false, judged: false },
  ...over,
});
const RETIRED = new Date('2026-01-01');

test.each<[string, Partial<MergeableTerm>, Partial<MergeableTerm>, RegExp | null]>([
  ['two terms in use', {}, {}, null],
  ['a retired one into one in use', { retiredAt: RETIRED }, {}, null],
  ['one into a term that strategies name', {}, { fixed: true }, null],
  ['one into a term of which somebody read findings', {}, { judged: true }, null],
  ['itself', {}, { id: 'from' }, /into itself/],
  ['another kind', {}, { scheme: 'threatArea' }, /terms of one kind/],
  ['one that was merged', { mergedIntoId: 'third' }, {}, /merged already/],
  ['into one that was merged', {}, { mergedIntoId: 'third' }, /Merge into that/],
  ['into a retired one', {}, { retiredAt: RETIRED }, /term in use/],
  ['one that a strategy names', { fixed: true }, {}, /names it/],
  ['one of which somebody read findings', { judged: true }, {}, /Remove those judgements/],
])('%s', (_name, from, into, why) => {
  const said = whyNotTerms(term('from', from), term('into', into));
  if (why === null) expect(said).toBeNull();
  else expect(said).toMatch(why);
});

const terms = (id: string) =>
  fc.record<MergeableTerm>({
    id: fc.constant(id),
    scheme: fc.constantFrom('enabler', 'level'),
    mergedIntoId: fc.constantFrom(null, 'third'),
    retiredAt: fc.constantFrom(null, RETIRED),
    ...{ fixed: fc.boolean(), judged: fc.boolean() },
  });

test('what is merged keeps tags, strategies and judgements on one term in use', () => {
  fc.assert(
    fc.property(terms('from'), terms('into'), (from, into) => {
      if (whyNotTerms(from, into) !== null) return;
      expect(from).toMatchObject({ scheme: into.scheme, mergedIntoId: null, fixed: false, judged: false });
      expect(into).toMatchObject({ mergedIntoId: null, retiredAt: null });
    }),
  );
});

test('once merged it is merged no further, and nothing into it', () => {
  fc.assert(
    fc.property(terms('from'), terms('into'), (from, into) => {
      const merged = { ...from, mergedIntoId: into.id };
      expect(whyNotTerms(merged, into)).not.toBeNull();
      expect(whyNotTerms(into, merged)).not.toBeNull();
    }),
  );
});
