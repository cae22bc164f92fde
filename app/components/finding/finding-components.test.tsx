import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { FindingListItem } from '~/domain/knowledge/queries/finding-list.server';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { paths } from '~/paths';
import { Citation } from './citation';
import { showSize } from './file-size';
import { FindingActions } from './finding-actions';
import { FindingAside } from './finding-aside';
import { FindingBody } from './finding-body';
import { chosenFindingFilters, withoutBox } from './list/finding-filter-names';
import { FindingItem } from './list/finding-item';
import { FindingStanding } from './finding-standing';
import { FindingImpacts } from './impact/finding-impacts';
import { findingJsonLd } from './json-ld';

const REFERENCE = 'H7K4QXM2';
const NOBODY = {
  edit: false,
  review: false,
  curate: false,
  editTags: false,
  startVersion: false,
  use: false,
  seePeople: false,
  request: false,
};
const work = {
  kind: 'article' as const,
  title: 'Night work at ports',
  authors: [{ name: 'Leah Moyle', orcid: '0000-0002-1825-0097' }],
  year: 2024,
  venue: 'Ports',
  volume: null,
  issue: null,
  pages: null,
  publisher: null,
  doi: '10.1234/night',
  webAddress: null,
};
const version = {
  ...{ title: work.title, licence: 'CC BY 4.0', studyType: 'qualitative', number: 1, files: [] },
  ...{ reference: work, authors: [{ ...work.authors[0], roles: [] }], notStated: [] as string[] },
  ...{ firstPublicOn: null, returnedReason: 'Say which years', declinedReason: 'Other field' },
};
const finding = (over: Record<string, unknown> = {}, may: Partial<FindingView['may']> = {}) =>
  ({
    ...{ reference: REFERENCE, address: 'https://soundings.example/findings/H7K4-QXM2' },
    ...{ bibliographic: false, invented: false, marking: 'OFFICIAL', confidence: null },
    ...{ currentNumber: 1, terms: [], cases: [], question: null, releasedAt: null, retractedAt: null },
    ...{
      retractedReason: null,
      supersededBy: null,
      reviewBy: null,
      needsReview: false,
      reaffirmedAt: null,
      versions: [],
    },
    ...{ publishedAt: new Date('2026-05-01'), state: 'published', verified: true, sharedBy: null, links: [] },
    version,
    files: { count: 0, level: 'open', opensOn: null, reason: '', may: { read: true, keep: false } },
    collections: [],
    ...over,
    may: { ...NOBODY, ...may },
  }) as unknown as FindingView;

const render = (element: ReactElement) => {
  const $ = load(renderToStaticMarkup(element));
  const words = $('body').text().replace(/\s+/g, ' ').trim();
  const links = $('a')
    .toArray()
    .map((node) => $(node).text());
  return { $, words, links };
};

describe('what a reader may do', () => {
  const COORDINATOR = { curate: true, editTags: true, startVersion: true, seePeople: true, use: true };
  test.each([
    ['nobody', {}, {}, []],
    ['the auditor', { seePeople: true }, {}, ['Discussion', 'History']],
    [
      'its writer, of a draft',
      { edit: true },
      { state: 'draft', publishedAt: null },
      ['Go on with the draft'],
    ],
    [
      'a coordinator, of what waits',
      { review: true, editTags: true },
      { state: 'submitted' },
      ['Review this', 'Change its tags'],
    ],
    [
      'a coordinator, of what is published',
      COORDINATOR,
      {},
      [
        'Start a new version',
        'Release to the public',
        'Change its tags',
        'Confirm that it still stands',
        'Supersede it by another',
        'Retract it',
        'Discussion',
        'History',
      ],
    ],
    [
      'a coordinator, of what is superseded',
      { ...COORDINATOR, startVersion: false },
      { state: 'superseded' },
      ['Release to the public', 'Change its tags', 'Retract it', 'Discussion', 'History'],
    ],
    [
      'a coordinator, of what is retracted and public',
      { ...COORDINATOR, startVersion: false },
      { state: 'retracted', releasedAt: new Date() },
      ['Withdraw the release', 'Change its tags', 'Discussion', 'History'],
    ],
  ])('%s', (_name, may, over, wanted) => {
    expect(render(<FindingActions finding={finding(over, may)} />).links).toEqual(wanted);
  });

  test.each([
    ['of what stands', 'published', false, ['Propose it for a collection', 'Ask to merge it into another']],
    ['of what is superseded', 'superseded', false, ['Propose it for a collection']],
    [
      'who keeps its files',
      'published',
      true,
      ['Propose it for a collection', 'Ask to merge it into another', 'Ask for its deletion'],
    ],
  ])('what a member asks for, %s', (_name, state, keep, wanted) => {
    const files = { count: 1, level: 'open', may: { read: true, keep } };
    const asks = render(<FindingActions finding={finding({ state, files }, { request: true })} />);
    expect(asks.links).toEqual(wanted);
  });

  test('who curates retracts, and asks nobody for a deletion', () => {
    const files = { count: 1, level: 'open', may: { read: true, keep: true } };
    const may = { request: true, curate: true };
    expect(render(<FindingActions finding={finding({ files }, may)} />).links).not.toContain(
      'Ask for its deletion',
    );
  });

  test('no history is offered of what was never published', () => {
    const { links } = render(
      <FindingActions finding={finding({ publishedAt: null }, { seePeople: true })} />,
    );
    expect(links).toEqual([]);
  });
});

describe('how it stands', () => {
  test.each([
    [
      { retractedAt: new Date('2026-11-21T12:00:00Z'), retractedReason: 'Miscoded.' },
      /Retracted on 21 November 2026: Miscoded\. Do not use it\./,
    ],
    [
      { state: 'superseded', supersededBy: { reference: 'AAAA', title: 'Newer' } },
      /Superseded\. Read instead: Newer/,
    ],
    [{ state: 'superseded', supersededBy: null }, /Superseded\.$/],
    [{}, /^$/],
  ])('%j', (over, words) => {
    expect(render(<FindingStanding finding={finding(over)} />).words).toMatch(words);
  });

  const html = { keyMessages: '<p>At night.</p>', summary: '', methods: '', limits: '' };
  test.each([
    ['returned', { state: 'returned' }, 'Returned for changes: Say which years'],
    ['declined', { state: 'declined' }, 'Declined: Other field'],
    ['unchecked', { verified: false }, 'nobody has checked this reference'],
    ['invented', { invented: true }, 'no such research exists'],
    ['above OFFICIAL', { marking: 'OFFICIAL_SENSITIVE' }, 'OFFICIAL-SENSITIVE'],
    ['appraised', { confidence: 'high' }, 'High confidence'],
  ])('one that is %s says so over its text', (_name, over, words) => {
    const shown = render(<FindingBody finding={finding(over)} html={html} />);
    expect(shown.words).toContain(words);
    expect(shown.words).toContain('At night.');
    expect(shown.words).toContain('LimitsNot stated.');
  });

  test('the text of a retracted one is not shown', () => {
    const shown = render(<FindingBody finding={finding({ retractedAt: new Date() })} html={html} />);
    expect(shown.words).not.toContain('At night.');
  });
});

describe('what stands beside it', () => {
  test('what is not known takes no room', () => {
    const { words } = render(<FindingAside finding={finding({ publishedAt: null })} />);
    for (const name of ['Threat areas', 'Answers', 'Shared by', 'Files', 'Versions', 'Cite it'])
      expect(words).not.toContain(name);
    expect(words).toContain('/findings/H7K4-QXM2');
  });

  test('an author with an ORCID iD is a link to it, and a file says when nobody scanned it', () => {
    const files = [
      { reference: 'AAAA2222', name: 'data.csv', size: 2_400_000, scannedAt: null },
      { reference: 'BBBB2222', name: 'paper.pdf', size: 340_000, scannedAt: '2026-01-01' },
    ];
    const { $, words } = render(
      <FindingAside
        finding={finding({
          version: { ...version, files },
          files: { count: 2, level: 'open', may: { read: true } },
        })}
      />,
    );
    expect($('a[href="https://orcid.org/0000-0002-1825-0097"]').text()).toBe('Leah Moyle');
    expect(words).toContain('data.csv (2.4 MB, not scanned for viruses)');
    expect(words).toContain('paper.pdf (340 KB)');
  });

  test.each([
    [0, '1 KB'],
    [1499, '1 KB'],
    [999_499, '999 KB'],
    [1_000_000, '1.0 MB'],
    [20_000_000, '20.0 MB'],
  ])('%i bytes are %s', (bytes, words) => expect(showSize(bytes)).toBe(words));

  test('without an author that is said', () => {
    const none = { ...version, authors: [] };
    expect(render(<FindingAside finding={finding({ version: none })} />).words).toContain(
      'AuthorsNot stated',
    );
  });
});

describe('what it changed', () => {
  const impacts = [
    {
      ...{ reference: 'AAAA2222', decision: 'Vetting moved', decidedOn: new Date('2026-05-03') },
      ...{ effect: 'Twelve ports', organisation: 'Border Agency' },
    },
  ];
  test('is listed, and those who may are offered to add to it', () => {
    const shown = render(<FindingImpacts finding={finding({}, { use: true })} impacts={impacts} />);
    expect(shown.words).toContain('Border Agency, 3 May 2026. Twelve ports');
    expect(shown.$(`a[href="${paths.recordImpact(REFERENCE)}"]`).length).toBe(1);
  });

  test.each([
    ['readers', {}, []],
    ['members, while it does not state its limits', { use: true }, ['limits']],
  ])('%s are not', (_name, may, notStated) => {
    const shown = render(
      <FindingImpacts finding={finding({ version: { ...version, notStated } }, may)} impacts={[]} />,
    );
    expect(shown.words).toContain('Nobody has recorded a decision that it informed.');
    expect(shown.$(`a[href="${paths.recordImpact(REFERENCE)}"]`).length).toBe(0);
    expect(shown.words.includes('Its limits have to be stated')).toBe(notStated.length > 0);
  });
});

describe('a finding in a list', () => {
  const item = (over: Partial<FindingListItem> = {}) =>
    render(
      <FindingItem
        finding={{
          ...{ reference: REFERENCE, title: 'Night work', authors: ['One'], year: 2024, venue: '' },
          ...{ studyType: 'review', confidence: null, bibliographic: false, invented: false },
          ...{ released: false, fromQuestion: false, threatAreas: [] },
          ...over,
        }}
      />,
    ).words;

  test.each([
    [{ authors: [] }, 'Authors not stated, 2024'],
    [{ authors: ['One', 'Two', 'Three'] }, 'One, Two, Three, 2024'],
    [{ authors: ['One', 'Two', 'Three', 'Four'] }, 'One and others, 2024'],
    [{ year: null }, 'One, no date'],
    [{ venue: 'Ports' }, 'One, 2024, Ports'],
    [{ bibliographic: true }, 'Reference only'],
    [{ released: true }, 'Public'],
    [{ fromQuestion: true }, 'Answers a question'],
    [{ invented: true }, 'Invented for the demonstration'],
    [{ threatAreas: ['Fraud', 'Firearms'] }, 'Fraud, Firearms'],
  ])('%j says “%s”', (over, words) => expect(item(over)).toContain(words));

  test('a record that holds a reference alone claims no kind of study', () => {
    expect(item({ bibliographic: true })).not.toContain('Review of evidence');
  });
});

describe('a reference in a line and for machines', () => {
  test.each([
    [{}, 'https://doi.org/10.1234/night'],
    [{ doi: null, webAddress: 'https://example.org/a' }, 'https://example.org/a'],
    [{ doi: null }, undefined],
  ])('%j leads to %j', (over, href) => {
    const { $ } = render(<Citation reference={{ ...work, ...over }} />);
    expect($('a').attr('href')).toBe(href);
    if (href) expect($('a').attr('rel')).toBe('nofollow noreferrer');
  });

  test('search engines are told what was released, and that it was retracted', () => {
    const released = { releasedAt: new Date('2026-06-01T00:00:00Z') };
    expect(findingJsonLd(finding(released))).toMatchObject({
      '@type': 'ScholarlyArticle',
      identifier: 'H7K4-QXM2',
      headline: 'Night work at ports',
      datePublished: '2024',
      author: [{ name: 'Leah Moyle', sameAs: 'https://orcid.org/0000-0002-1825-0097' }],
    });
    expect(findingJsonLd(finding({ ...released, retractedAt: new Date() }))).toMatchObject({
      creativeWorkStatus: 'Retracted',
    });
  });
});

describe('the filters in force', () => {
  const none = { threat: [], strand: [], enabler: [], level: [], priority: [], type: [], confidence: [] };
  const terms = [{ scheme: 'threatArea', slug: 'fraud', name: 'Fraud' }] as unknown as Parameters<
    typeof chosenFindingFilters
  >[1];

  test('each has words and leads to the list without it alone', () => {
    const filters = { q: 'night', ...none, threat: ['fraud', 'none'], from: 2020, after: 'x' };
    expect(chosenFindingFilters(filters, terms, [])).toEqual([
      { text: '“night”', removeHref: '/findings?threat=fraud&threat=none&from=2020' },
      { text: 'Fraud', removeHref: '/findings?q=night&threat=none&from=2020' },
      { text: 'No threat area', removeHref: '/findings?q=night&threat=fraud&from=2020' },
      { text: 'From 2020', removeHref: '/findings?q=night&threat=fraud&threat=none' },
    ]);
  });

  test('what has no box is sent along', () => {
    const filters = { ...none, threat: ['fraud', 'none'], level: ['online'], priority: ['A', 'B'] };
    expect(withoutBox(filters)).toEqual([
      ['threat', 'none'],
      ['level', 'online'],
      ['priority', 'B'],
    ]);
  });
});
