import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { CollectionView } from '~/domain/knowledge/queries/collection-page.server';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { CollectionAside } from '../collections/collection-aside';
import { FilesBeside } from './files-beside';

const read = (element: ReactElement) => {
  const $ = load(renderToStaticMarkup(element));
  return {
    words: $('body').text().replace(/\s+/g, ' ').trim(),
    links: $('a')
      .toArray()
      .map((node) => $(node).text()),
  };
};

const FILE = {
  reference: 'BBBB2222',
  name: 'figures.csv',
  mediaType: 'text/csv',
  size: 2_400_000,
  scannedAt: null,
};
const MAY = { read: true, keep: false, give: false, ask: false };
const beside = (files: Partial<FindingView['files']>, may: Partial<typeof MAY> = {}) =>
  read(
    <FilesBeside
      finding={
        {
          reference: 'AAAA2222',
          version: { files: [FILE] },
          files: {
            ...{ count: 1, level: 'open', opensOn: null, reason: '', grantedUntil: null, ...files },
            may: { ...MAY, ...may },
          },
        } as unknown as FindingView
      }
    />,
  );

describe('the files beside a finding', () => {
  test('open: their names, and nothing more', () => {
    const { words, links } = beside({});
    expect(words).toBe('figures.csv (2.4 MB, not scanned for viruses)');
    expect(links).toEqual(['figures.csv']);
  });

  test('restricted: how many and why, never their names', () => {
    const { words, links } = beside(
      { count: 2, level: 'restricted', reason: 'They name informants' },
      { read: false, ask: true },
    );
    expect(words).toBe('2 files, restricted: They name informantsAsk for access');
    expect(links).toEqual(['Ask for access']);
  });

  test('under embargo: until when and why', () => {
    const opensOn = new Date('2027-03-01');
    const { words, links } = beside(
      { level: 'embargoed', opensOn, reason: 'It is in review' },
      { read: false },
    );
    expect(words).toBe('1 file, under embargo until 1 March 2027: It is in review');
    expect(links).toEqual([]);
  });

  test('given: until when', () => {
    const grantedUntil = new Date('2027-01-31');
    expect(beside({ level: 'restricted', grantedUntil }).words).toContain(
      'Not open to others. Your access lasts until 31 January 2027',
    );
  });

  test('kept: when others can read them, and where that is set', () => {
    const opensOn = new Date('2027-03-01');
    const { words, links } = beside({ level: 'embargoed', opensOn }, { keep: true });
    expect(words).toContain('Others can read them from 1 March 2027');
    expect(links).toEqual(['figures.csv', 'Who may read the files']);
  });
});

describe('beside a collection', () => {
  const collection = (over: Partial<CollectionView> = {}): CollectionView => ({
    ...{
      slug: 'boats',
      title: 'Boats',
      scope: 'Crossings',
      revision: 1,
      proposers: 'members',
      review: 'atOnce',
    },
    ...{ closed: false, findings: [], curators: [], next: null },
    may: { keep: false, add: false, propose: false },
    ...over,
  });

  test('a visitor reads its rules and no names', () => {
    const { words, links } = read(<CollectionAside collection={collection()} />);
    expect(words).toContain('Every verified member of the network');
    expect(words).not.toContain('Curators');
    expect(links).toEqual([]);
  });

  test('a member proposes, a curator keeps it', () => {
    const curators = [{ id: '1', name: 'Cu Rator' }];
    const member = collection({ curators, may: { keep: false, add: false, propose: true } });
    expect(read(<CollectionAside collection={member} />).links).toEqual([
      'Find a finding to propose',
      'What came in and went',
    ]);
    const keeper = collection({ curators, may: { keep: true, add: true, propose: false } });
    expect(read(<CollectionAside collection={keeper} />).links).toEqual([
      'Add a finding',
      'Change the collection',
      'Curators',
      'What came in and went',
    ]);
  });

  test('a closed one says so', () =>
    expect(read(<CollectionAside collection={collection({ closed: true })} />).words).toContain(
      'No, nothing comes in any more',
    ));
});
