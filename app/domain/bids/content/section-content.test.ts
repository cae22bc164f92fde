import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newReference } from '../../new-reference.server';
import { emptyContent, type BidContent } from './bid-content';
import { sectionOf, sectionsOf, type Section } from './bid-sections';
import { copySection, withSection } from './section-content';
import { sectionInput, type SectionInput } from './section-input';
import { sectionValues } from './section-values';

const OUTLINE = {
  wordLimit: 3000,
  criteria: [
    { id: 'c1', position: 1, name: 'Method', guidance: '', weight: 60 },
    { id: 'c2', position: 2, name: 'Reach', guidance: '', weight: 40 },
  ],
};
const SECTIONS = sectionsOf(OUTLINE);
function at(slug: string): Section {
  const section = sectionOf(OUTLINE, slug);
  if (!section) throw new Error(`no section ${slug}`);
  return section;
}

/** What a form of a section sends, read as the command reads it. */
const read = (slug: string, fields: Record<string, unknown>): SectionInput =>
  sectionInput.parse({ reference: newReference(), section: slug, revision: '1', ...filled(fields) });
/** An empty field arrives as none at all. */
const filled = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
const saved = (content: BidContent, slug: string, fields: Record<string, unknown>) =>
  withSection(content, at(slug), read(slug, fields));

const text = fc.string({ maxLength: 40 }).map((one) => one.replaceAll('\r', '').trim());
const words = text.filter((one) => one !== '');
const pence = fc.integer({ min: 0, max: 10_000_000 });
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const days = fc.integer({ min: 1, max: 500_000 }).map((hundredths) => hundredths / 100);
const someContent: fc.Arbitrary<BidContent> = fc.record({
  quality: fc.record({
    summary: text,
    answers: fc.record({ c1: text, c2: text }),
    people: fc.array(fc.record({ name: words, role: text, narrative: text }), { maxLength: 3 }),
    milestones: fc.array(
      fc.record({
        title: words,
        weeks: orNull(fc.integer({ min: 1, max: 520 })),
        share: orNull(fc.integer({ min: 0, max: 100 })),
      }),
      { maxLength: 3 },
    ),
    references: text,
    confidential: fc.array(
      fc.record({
        section: fc.constantFrom('summary', 'price', 'criterion-2'),
        reason: text,
        until: orNull(fc.constantFrom('2028-01-31', '2030-12-01')),
      }),
      { maxLength: 3 },
    ),
    otherBids: fc.record({ some: orNull(fc.boolean()), details: text }),
  }),
  price: fc.record({
    lines: fc.array(fc.record({ role: words, dayRate: orNull(pence), days: orNull(days) }), { maxLength: 3 }),
    otherCosts: fc.array(fc.record({ title: words, amount: orNull(pence) }), { maxLength: 3 }),
    overheads: pence,
    fullEconomicCost: orNull(fc.integer({ min: 1, max: 100 })),
  }),
});

describe('a section that is opened and saved unchanged', () => {
  test.each(SECTIONS.map(({ slug }) => slug))('%s: loses nothing and changes nothing', (slug) => {
    fc.assert(
      fc.property(someContent, (content) => {
        expect(saved(content, slug, sectionValues(content, at(slug)))).toEqual(content);
      }),
      { numRuns: 60 },
    );
  });
});

describe('saving one section', () => {
  test.each(SECTIONS.map(({ slug }) => slug))('%s: leaves every other as it was', (slug) => {
    fc.assert(
      fc.property(someContent, someContent, (before, typed) => {
        const after = saved(before, slug, sectionValues(typed, at(slug)));
        for (const other of SECTIONS.filter((one) => one.slug !== slug))
          expect(sectionValues(after, other)).toEqual(sectionValues(before, other));
        expect(sectionValues(after, at(slug))).toEqual(sectionValues(typed, at(slug)));
      }),
      { numRuns: 40 },
    );
  });

  test('a section that does not exist changes nothing', () => {
    const nowhere: Section = { slug: 'nowhere', title: '', hint: '' };
    const content = emptyContent();
    expect(withSection(content, nowhere, read('nowhere', { text: 'x' }))).toBe(content);
    expect(copySection(content, emptyContent(), nowhere)).toBe(content);
    expect(sectionValues(content, nowhere)).toEqual({});
  });
});

describe('choosing between two versions', () => {
  test.each(SECTIONS.map(({ slug }) => slug))(
    '%s: takes that section from one and the rest from the other',
    (slug) => {
      fc.assert(
        fc.property(someContent, someContent, (theirs, mine) => {
          const chosen = copySection(theirs, mine, at(slug));
          expect(sectionValues(chosen, at(slug))).toEqual(sectionValues(mine, at(slug)));
          for (const other of SECTIONS.filter((one) => one.slug !== slug))
            expect(sectionValues(chosen, other)).toEqual(sectionValues(theirs, other));
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('rows', () => {
  test.each([
    [
      'people',
      { people: [{ name: '', role: '', narrative: 'Only a CV' }, {}] },
      { people: [{ name: '', role: '', narrative: 'Only a CV' }] },
    ],
    [
      'plan',
      { milestones: [{ share: '0' }, { title: '' }] },
      { milestones: [{ title: '', weeks: null, share: 0 }] },
    ],
    [
      'confidential',
      { confidential: [{ reason: 'Rates' }, { section: '' }] },
      { confidential: [{ section: '', reason: 'Rates', until: null }] },
    ],
  ])('%s: one with anything in it is kept, an empty one goes', (slug, fields, kept) => {
    expect(saved(emptyContent(), slug, fields).quality).toMatchObject(kept);
  });

  test('a line of £0 is a line, and an amount without a name is kept', () => {
    const { price } = saved(emptyContent(), 'price', {
      lines: [{ dayRate: '0' }, { role: ' ' }],
      otherCosts: [{ amount: '£12.50' }],
    });
    expect(price.lines).toEqual([{ role: '', dayRate: 0, days: null }]);
    expect(price.otherCosts).toEqual([{ title: '', amount: 1250 }]);
  });

  test('a page offers empty rows beyond those that are filled', () => {
    const { people } = sectionValues({ ...emptyContent() }, at('people')) as { people: unknown[] };
    expect(people).toHaveLength(1);
    const price = sectionValues(emptyContent(), at('price')) as { lines: unknown[]; otherCosts: unknown[] };
    expect([price.lines.length, price.otherCosts.length]).toEqual([2, 1]);
  });

  test('line ends are stored in one way, whatever the browser sent', () => {
    expect(saved(emptyContent(), 'summary', { text: ' a\r\nb\r\n' }).quality.summary).toBe('a\nb');
  });
});
