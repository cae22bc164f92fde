import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { isRefusal } from '../../refusal';
import { editCollection } from '../commands/edit-collection.server';
import { startCollection } from '../commands/start-collection.server';
import { slugFrom, slugInput } from './collection';
import type { LoadedCollection } from './collection-standing.server';
import { enter, whyNotIn, type Entering } from './entering.server';

const NOW = new Date('2026-11-22T12:00:00Z');
const curator = someone({ id: 'curator', asOf: NOW });

const collection = (over: Partial<LoadedCollection['standing']> = {}): LoadedCollection => ({
  ...{ id: 'collection', slug: 'small-boats', title: 'Small boats', scope: 'Crossings', revision: 3 },
  standing: { proposers: 'members', review: 'atOnce', closed: false, curatorIds: ['curator'], ...over },
});
const stamps = (over: object = {}) =>
  ({
    ...{
      id: 'finding',
      publishedAt: NOW,
      retractedAt: null,
      mergedIntoId: null,
      supersededAt: null,
      ...over,
    },
  }) as unknown as NonNullable<Entering['finding']>;
const entering = (over: Partial<Entering> = {}): Entering => ({
  ...{ collection: collection(), finding: stamps(), isIn: false, ...over },
});
const situation = <Input, Loaded>(input: Input, loaded: Loaded) => {
  let made = 0;
  const newId = () => `id-${(made += 1)}`;
  return { input, loaded, actor: curator, now: NOW, newId, newReference: () => '22222222' };
};

describe('what comes into a collection', () => {
  test.each([
    ['what is published', {}, null],
    ['what was superseded and stays readable', { finding: stamps({ supersededAt: NOW }) }, null],
    ['nothing of that reference', { finding: null }, 'NoSuchFinding'],
    ['a draft', { finding: stamps({ publishedAt: null }) }, 'FindingDoesNotStand'],
    ['what is retracted', { finding: stamps({ retractedAt: NOW }) }, 'FindingDoesNotStand'],
    ['what was merged into another', { finding: stamps({ mergedIntoId: 'other' }) }, 'FindingDoesNotStand'],
    ['what is in already', { isIn: true }, 'IsInAlready'],
    [
      'what is in and was retracted',
      { isIn: true, finding: stamps({ retractedAt: NOW }) },
      'FindingDoesNotStand',
    ],
  ])('%s', (_name, over, expected) => {
    const refused = whyNotIn(entering(over));
    expect(refused?.name ?? null).toBe(expected);
    const decided = enter(
      situation({ note: 'The only count' }, entering(over)),
      'FindingWasAddedToCollection',
    );
    expect(isRefusal(decided) ? decided.name : null).toBe(expected);
  });

  test('what is in already is a stale page and no mistake of the one who typed', () => {
    expect(whyNotIn(entering({ isIn: true }))).toMatchObject({ stale: true });
    expect(whyNotIn(entering({ finding: null }))?.fields).toEqual({
      reference: 'There is no finding with this reference',
    });
  });

  test.each(['FindingWasAddedToCollection', 'FindingWasAdmittedToCollection'] as const)(
    '%s is a fact of the collection without the note',
    (name) => {
      const decided = enter(situation({ note: 'A confidential note' }, entering()), name);
      if (isRefusal(decided)) throw new Error(decided.name);
      expect(decided.change).toEqual({
        row: {
          ...{ id: 'id-1', collectionId: 'collection', findingId: 'finding' },
          ...{ note: 'A confidential note', addedById: 'curator' },
        },
        slug: 'small-boats',
      });
      expect(decided.facts).toEqual([
        {
          ...{ name, noun: 'collection', nounId: 'collection' },
          data: { findingId: 'finding', entryId: 'id-1' },
        },
      ]);
    },
  );

  test('a visitor who came so far is a fault of the policy', () =>
    expect(() =>
      enter({ ...situation({ note: '' }, entering()), actor: nobody }, 'FindingWasAddedToCollection'),
    ).toThrow('authorised above'));
});

describe('starting one', () => {
  const start = (title: string, taken = false) => {
    const said = { title, scope: 'Crossings', proposers: 'members' as const, review: 'atOnce' as const };
    const decided = startCollection.decide(situation(said, { slug: slugFrom(title), taken }));
    return isRefusal(decided) ? decided.name : decided.change.slug;
  };

  test.each([
    ['Small boats', 'small-boats'],
    ['New', 'TitleHasNoWords'],
    ['new!', 'TitleHasNoWords'],
    ['Newer boats', 'newer-boats'],
    ['???', 'TitleHasNoWords'],
  ])('%o: %s', (title, expected) => expect(start(title)).toBe(expected));

  test('of a title that is taken is refused beside it', () =>
    expect(start('Boats', true)).toBe('TitleIsTaken'));
});

describe('changing one', () => {
  const change = (revision: number, open: 'open' | 'closed') => {
    const said = {
      title: 'Boats',
      scope: 'Crossings',
      proposers: 'curators' as const,
      review: 'accepted' as const,
    };
    return editCollection.decide(situation({ slug: 'small-boats', ...said, open, revision }, collection()));
  };

  test.each([2, 4, 1])('from revision %i, which it has not, is a stale page', (revision) =>
    expect(change(revision, 'open')).toMatchObject({ name: 'CollectionHasChanged', stale: true }),
  );

  test.each([
    ['open', true],
    ['closed', false],
  ] as const)('to %s is a fact of its rules and not of its words', (asked, open) => {
    const decided = change(3, asked);
    if (isRefusal(decided)) throw new Error(decided.name);
    expect(decided.facts.map(({ data }) => data)).toEqual([
      { proposers: 'curators', review: 'accepted', open },
    ]);
    expect(decided.change.open).toBe(open);
  });
});

test('the address of any title is empty or an address, and is its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (title) => {
      const slug = slugFrom(title);
      if (slug !== '') expect(slugInput.safeParse(slug).success).toBe(true);
      expect(slugFrom(slug)).toBe(slug);
      expect(slugFrom(title.toLowerCase())).toBe(slug);
    }),
  );
});
