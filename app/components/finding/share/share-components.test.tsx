import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { FindingDraftView } from '~/domain/knowledge/queries/finding-draft.server';
import type { StatementContent } from '~/domain/ratings/impact/statement-content';
import { paths } from '~/paths';
import { StatementText } from '../impact/statement-text';
import { DraftSummary } from './draft-summary';
import { NearFindings } from './near-findings';
import { OwnFindings } from './own-findings';
import { tagValues } from './tag-boxes';
import { workValues } from './work-fields';

const REFERENCE = 'H7K4QXM2';
const render = (element: ReactElement) => {
  const $ = load(renderToStaticMarkup(element));
  const hrefs = $('a')
    .toArray()
    .map((node) => $(node).attr('href') ?? '');
  return { $, hrefs, words: $('body').text().replace(/\s+/g, ' ').trim() };
};

describe('what somebody is sharing', () => {
  const own = (state: 'draft' | 'submitted' | 'returned', over: { title?: string } = {}) =>
    render(
      <OwnFindings
        findings={[
          {
            reference: REFERENCE,
            title: 'Night work',
            state,
            returnedReason: state === 'returned' ? 'Years' : null,
            ...over,
          },
        ]}
      />,
    );

  test.each([
    ['draft', paths.checkFinding(REFERENCE), 'Draft'],
    ['returned', paths.checkFinding(REFERENCE), 'Years'],
    ['submitted', paths.finding(REFERENCE), 'Waiting for review'],
  ] as const)('a %s one leads to %s', (state, href, words) => {
    const shown = own(state);
    expect(shown.hrefs).toEqual([href]);
    expect(shown.words).toContain(words);
  });

  test('a draft without a title still has words to follow', () => {
    expect(own('draft', { title: '' }).$('a').text()).toBe('A draft without a title');
  });

  test('nothing shared takes no room', () => {
    expect(render(<OwnFindings findings={[]} />).words).toBe('');
  });
});

describe('what may be there already', () => {
  test('is pointed out, the same DOI in words', () => {
    const near = { reference: REFERENCE, title: 'Night work', year: null };
    const shown = render(
      <NearFindings
        findings={[
          { ...near, sameDoi: true },
          { ...near, reference: 'AAAA2222', year: 2020, sameDoi: false },
        ]}
      />,
    );
    expect(shown.words).toContain('(no date), the same DOI');
    expect(shown.words).toContain('(2020)');
    expect(shown.words.match(/same DOI/g)).toHaveLength(1);
    expect(render(<NearFindings findings={[]} />).words).toBe('');
  });
});

describe('everything on a draft', () => {
  const version = {
    ...{ title: '', authors: [], year: null, kind: 'article', venue: 'Ports', volume: '4', issue: null },
    ...{
      pages: '7-9',
      publisher: null,
      doi: null,
      webAddress: null,
      keyMessages: '',
      summary: '',
      methods: '',
    },
    ...{ limits: '', licence: '', studyType: 'notStated', firstPublicOn: null, files: [] },
  };
  const draft = (over: Record<string, unknown> = {}) =>
    render(
      <DraftSummary
        draft={
          {
            ...{ reference: REFERENCE, isFirst: true, state: 'draft', version, terms: [], cases: [] },
            ...over,
          } as unknown as FindingDraftView
        }
      />,
    );

  test('what was left empty is said to be, each part with the page that changes it', () => {
    const shown = draft();
    expect(shown.words).toContain('Title Not stated'.replace(' N', 'N'));
    expect(shown.words).toContain('Ports, volume 4, pages 7-9');
    for (const address of [paths.findingDraft, paths.findingContent, paths.findingFiles])
      expect(shown.hrefs).toContain(address(REFERENCE));
    expect(shown.$('a').first().text()).toBe('Change title');
  });

  test('nothing can be changed while a coordinator has it', () => {
    expect(draft({ state: 'submitted' }).hrefs).toEqual([]);
    expect(draft({ state: 'returned' }).hrefs.length).toBeGreaterThan(5);
  });

  test('tags and cases are the coordinators’ once it was published', () => {
    expect(draft().words).toContain('Threat areas');
    expect(draft({ isFirst: false }).words).not.toContain('Threat areas');
  });
});

describe('a corroboration statement', () => {
  const content: StatementContent = {
    ...{
      kind: 'soundings-corroboration-statement',
      record: 'AAAA2222',
      finding: REFERENCE,
      findingVersion: 2,
    },
    ...{ findingTitle: 'Night work', authors: ['Leah Moyle', 'Home Office'], organisation: 'Border Agency' },
    ...{ decision: 'Vetting moved', decidedOn: '2026-05-03', effect: 'Twelve ports', evidence: 'Minute 12' },
    issuedAt: '2026-05-04T10:00:00.000Z',
  };
  const text = (over: Partial<StatementContent> = {}, recordedBy: string | null = null, invented = false) =>
    render(<StatementText content={{ ...content, ...over }} recordedBy={recordedBy} invented={invented} />)
      .words;

  test('says who decided what on what day, by which finding of whom', () => {
    expect(text()).toContain(
      'Border Agency states that the research finding “Night work” by Leah Moyle, Home Office informed a decision.',
    );
    for (const words of ['3 May 2026', 'H7K4-QXM2, version 2', 'Twelve ports', 'Minute 12'])
      expect(text()).toContain(words);
  });

  test('without authors reads as a sentence, and names who recorded it only where that is told', () => {
    expect(text({ authors: [] })).toContain('“Night work” informed a decision.');
    expect(text()).not.toContain('Recorded by');
    expect(text({}, 'Una User')).toContain('Una User');
  });

  test('an invented one says so', () => {
    expect(text({}, null, true)).toContain('no such decision was taken');
    expect(text()).not.toContain('Invented');
  });
});

describe('what stands in the boxes when a draft is opened again', () => {
  test('tags by the field of their kind', () => {
    const terms = [
      { scheme: 'threatArea', slug: 'fraud' },
      { scheme: 'strand', slug: 'prevent' },
      { scheme: 'route', slug: 'elsewhere' },
    ];
    expect(tagValues(terms)).toEqual({
      threatAreas: ['fraud'],
      strands: ['prevent'],
      enablers: [],
      levels: [],
    });
  });

  test('what is not known is empty and never the word null', () => {
    const none = { volume: null, issue: null, pages: null, publisher: null, doi: null, webAddress: null };
    const values = workValues({
      ...{
        title: 'T',
        kind: 'article',
        year: null,
        venue: '',
        authors: [{ name: 'A', orcid: null, roles: [] }],
      },
      ...none,
    });
    expect(values).toMatchObject({ year: '', volume: '', doi: '', webAddress: '' });
    expect(values.authors).toEqual([{ name: 'A', orcid: '', roles: [] }]);
  });
});
