import { describe, expect, test } from 'vitest';
import { PROPOSER_WORDS, REVIEW_WORDS } from '~/domain/knowledge/collections/collection';
import type { CollectionView } from '~/domain/knowledge/queries/collection-page.server';
import { draw, words } from '../../../../tests/support/drawn';
import { drawFields, refused } from '../../../../tests/support/drawn-form';
import { CollectionAside } from './collection-aside';
import { CollectionFields } from './collection-fields';

const fields = (drawing?: Parameters<typeof drawFields>[1]) =>
  drawFields((all) => <CollectionFields fields={all} />, drawing);

describe('what a collection says of itself', () => {
  test('each rule is offered in its words, none chosen before', () => {
    const $ = fields();
    const labels = $('.govuk-radios__item label')
      .toArray()
      .map((label) => words($(label).text()));
    expect(labels).toEqual([...Object.values(PROPOSER_WORDS), ...Object.values(REVIEW_WORDS)]);
    expect($('input[checked]').length).toBe(0);
  });

  test('what is held stands in its fields, and stays text', () => {
    const $ = fields({
      values: {
        ...{ title: 'Boats "at" night', scope: '</textarea><b>bold</b>' },
        ...{ proposers: 'curators', review: 'accepted' },
      },
    });
    expect($('[name=title]').val()).toBe('Boats "at" night');
    expect($('[name=scope]').text().trim()).toBe('</textarea><b>bold</b>');
    expect($('b').length).toBe(0);
    expect(
      $('input[checked]')
        .toArray()
        .map((radio) => [$(radio).attr('name'), $(radio).val()]),
    ).toEqual([
      ['proposers', 'curators'],
      ['review', 'accepted'],
    ]);
  });

  test.each(['title', 'scope', 'proposers', 'review'])('a refusal of “%s” leads to its field', (name) => {
    const $ = fields({ reply: refused({ [name]: ['Wrong'] }) });
    const target = $($('.govuk-error-summary__list a').attr('href') ?? '#none');
    expect(target.attr('name')).toBe(name);
    expect(words(target.closest('.govuk-form-group--error').find('.govuk-error-message').text())).toBe(
      'Error: Wrong',
    );
  });
});

describe('beside a collection, by what the reader may do', () => {
  const collection = (over: Partial<CollectionView>): CollectionView => ({
    ...{ slug: 'boats', title: 'Boats', scope: 'Crossings', revision: 1, proposers: 'members' },
    ...{ review: 'atOnce', closed: false, findings: [], curators: [], next: null },
    ...{ may: { keep: false, add: false, propose: false }, ...over },
  });
  const hrefs = (over: Partial<CollectionView>) => {
    const $ = draw(<CollectionAside collection={collection(over)} />);
    return $('a')
      .toArray()
      .map((link) => $(link).attr('href'));
  };
  const [add, edit, curators] = [
    '/collections/boats/add',
    '/collections/boats/edit',
    '/collections/boats/curators',
  ];

  test.each([
    [{ keep: false, add: false, propose: false }, []],
    [{ keep: false, add: false, propose: true }, ['/findings']],
    [{ keep: true, add: false, propose: true }, ['/findings', edit, curators]],
    [{ keep: true, add: true, propose: false }, [add, edit, curators]],
    [{ keep: true, add: false, propose: false }, [edit, curators]],
  ])('%o', (may, expected) => expect(hrefs({ may })).toEqual(expected));

  test('its history is offered to who reads the names of its curators', () =>
    expect(hrefs({ curators: [{ id: '1', name: 'Cu Rator' }] })).toEqual(['/collections/boats/history']));

  test.each([
    ['members', 'atOnce'],
    ['members', 'accepted'],
    ['curators', 'atOnce'],
    ['curators', 'accepted'],
  ] as const)('its rules stand in words: %s, %s', (proposers, review) => {
    const text = words(
      draw(<CollectionAside collection={collection({ proposers, review })} />)('body').text(),
    );
    expect(text).toContain(PROPOSER_WORDS[proposers]);
    expect(text).toContain(REVIEW_WORDS[review]);
  });
});
