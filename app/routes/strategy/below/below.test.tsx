import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { ItemsAbout, QuestionLine } from '~/domain/insight/items-about.server';
import { noCounts, type Counts } from '~/domain/insight/map/marks';
import { BelowPriority } from './below-priority';
import { Figures } from './figures';
import { Known } from './findings-below';
import { Asked, Bought } from './items-below';
import { MappedAreas } from './mapped-areas';
import { Used } from './used';
import { Versions } from './versions';

const shown = (element: ReactElement) => {
  const $ = load(renderToStaticMarkup(element));
  return {
    $,
    text: $('body').text().replace(/\s+/g, ' ').trim(),
    links: $('a')
      .toArray()
      .map((node) => [$(node).text(), $(node).attr('href')]),
  };
};
const counts = (over: Partial<Counts> = {}): Counts => ({ ...noCounts(), ...over });
const items = (over: Partial<ItemsAbout> = {}): ItemsAbout => ({
  counts: counts(),
  asked: [],
  commissions: [],
  answered: 0,
  current: 0,
  findings: [],
  money: { knownPence: 0, costed: 0, all: 0 },
  ...over,
});
const line = (over: Partial<QuestionLine> = {}): QuestionLine => ({
  reference: 'H7K4QXM2',
  title: 'Who pays?',
  route: 'Commissioned study',
  publishedAt: '2026-01-01T00:00:00Z',
  closesAt: null,
  closed: false,
  amount: null,
  ...over,
});
const about = { threat: 'fraud' };

describe('what is asked', () => {
  test.each([
    ['has no closing day', {}, 'Commissioned study, open'],
    ['closes later', { closesAt: '2026-06-30T16:00:00Z' }, 'closes 30 June 2026'],
    ['has closed', { closesAt: '2026-06-30T16:00:00Z', closed: true }, 'closed 30 June 2026'],
    ['closes after midnight in summer', { closesAt: '2026-06-30T23:30:00Z' }, 'closes 1 July 2026'],
  ])('a question that %s says so', (_what, over, words) => {
    const view = shown(
      <Asked items={items({ counts: counts({ question: 1 }), asked: [line(over)] })} about={about} />,
    );
    expect(view.text).toContain(words);
    expect(view.links[0]).toEqual(['Who pays?', '/questions/H7K4-QXM2']);
  });

  test.each([
    [1, 'See the open question'],
    [2, 'All 2 open questions'],
    [1200, 'All 1,200 open questions'],
  ])('%d of them lead to their list by its words', (question, words) => {
    const view = shown(
      <Asked items={items({ counts: counts({ question }), asked: [line()] })} about={about} />,
    );
    expect(view.links.at(-1)).toEqual([words, '/questions?threat=fraud&state=asked']);
  });

  test('none says so and links nowhere', () => {
    const view = shown(<Asked items={items()} about={about} />);
    expect(view.text).toBe('Nothing is being asked at the moment.');
    expect(view.links).toEqual([]);
  });
});

describe('what is bought', () => {
  test.each([
    ['nothing was', { knownPence: 0, costed: 0, all: 0 }, 0, 'Nothing bought yet.'],
    [
      'it is over',
      { knownPence: 5_000_000, costed: 1, all: 1 },
      0,
      '£50k known, 1 of 1 question costed. There is no live commission.',
    ],
    ['no cost is known', { knownPence: 0, costed: 0, all: 2 }, 2, 'Cost unknown, 0 of 2 questions costed.'],
    [
      'some costs are known',
      { knownPence: 240_000_000, costed: 7, all: 9 },
      9,
      '£2.4m known, 7 of 9 questions costed.',
    ],
  ])('says what the sum covers when %s', (_what, money, commission, words) => {
    const view = shown(<Bought items={items({ money, counts: counts({ commission }) })} about={about} />);
    expect(view.text.startsWith(words)).toBe(true);
  });

  test('a commission without a figure is of unknown cost, never free', () => {
    const commissions = [line({ amount: null }), line({ title: 'Who gains?', amount: 12_000_000 })];
    const view = shown(
      <Bought
        items={items({
          commissions,
          counts: counts({ commission: 2 }),
          money: { knownPence: 12_000_000, costed: 1, all: 2 },
        })}
        about={about}
      />,
    );
    expect(view.text).toContain('Who pays?Commissioned study, cost unknown');
    expect(view.text).toContain('Who gains?Commissioned study, £120k');
    expect(view.links.at(-1)).toEqual([
      'All 2 live commissions',
      '/questions?threat=fraud&state=commissioned',
    ]);
  });
});

describe('what is known', () => {
  const finding = (over: object = {}) => ({
    reference: 'H7K4QXM2',
    title: 'It works at night',
    year: 2024,
    confidence: null,
    ...over,
  });

  test.each([
    ['not appraised', {}, '2024, not yet appraised'],
    ['appraised as low', { confidence: 'low' as const }, '2024, low confidence'],
    ['appraised as high', { confidence: 'high' as const }, '2024, high confidence'],
    ['without a year', { year: null }, 'not yet appraised'],
    ['rated', { note: 'relevance 4.0 of 5' }, '2024, not yet appraised, relevance 4.0 of 5'],
  ])('a finding that is %s says so', (_what, over, words) => {
    const view = shown(
      <Known counts={counts({ 'not-appraised': 1 })} findings={[finding(over)]} about={about} />,
    );
    expect(view.$('li .govuk-hint').text()).toBe(words);
  });

  test('every figure opens the list of just these findings', () => {
    const view = shown(
      <Known
        counts={counts({ 'finding-high': 2, 'not-appraised': 1, question: 9, commission: 9 })}
        findings={[finding()]}
        about={about}
      />,
    );
    const hrefs = view.links.map(([, href]) => href);
    expect(hrefs).toContain('/findings?threat=fraud&confidence=high');
    expect(hrefs).toContain('/findings?threat=fraud&confidence=notAppraised');
    expect(hrefs.join(' ')).not.toContain('/questions');
    expect(view.links.at(-1)?.[0]).toBe('All 3 findings');
  });

  test('nothing known says so', () => {
    expect(shown(<Known counts={counts({ question: 3 })} findings={[]} about={about} />).text).toBe(
      'The knowledge base holds nothing about this yet.',
    );
  });
});

describe('figures', () => {
  const stats = (props: Partial<Parameters<typeof Figures>[0]> = {}) =>
    shown(<Figures counts={counts()} current={8} about={about} {...props} />).text;

  test.each([
    [{ question: 1 }, '1open question'],
    [{ question: 2 }, '2open questions'],
    [{ commission: 1 }, '1live commission'],
    [{ 'finding-low': 1 }, '1finding'],
    [{ 'finding-low': 1, 'not-appraised': 3 }, '4findings'],
  ])('%j agrees in number', (over, words) => {
    expect(stats({ counts: counts(over) }).replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
  });

  test('say how many findings nobody has appraised yet', () => {
    expect(stats({ counts: counts({ 'finding-high': 1, 'not-appraised': 3 }) })).toContain(
      '8 current, 3 not yet appraised',
    );
  });

  test('leave out experts for whoever may not know them, and use where it is not counted', () => {
    expect(stats({ experts: null })).not.toContain('expert');
    expect(stats({ experts: { count: 1, href: '/experts?threat=x' } })).toMatch(/1\s*expert(?!s)/);
    expect(stats()).not.toContain('impact');
    expect(stats({ used: 2 })).toMatch(/2\s*impact records/);
  });
});

describe('the chain below a priority', () => {
  test('lights what is there and does not link what is not', () => {
    const view = shown(
      <BelowPriority
        about={{ priority: 'H7K4-QXM2' }}
        used={0}
        items={items({
          counts: counts({ question: 1, commission: 1, 'finding-low': 1 }),
          answered: 1,
          money: { knownPence: 0, costed: 0, all: 1 },
        })}
      />,
    );
    expect(view.text).toContain('3 questions');
    expect(view.text).toContain('1 award');
    expect(view.text).toContain('1 finding');
    expect(view.text).toContain('No impact records');
    expect(view.links.map(([, href]) => href)).not.toContain('#used');
  });
});

describe('threat areas of a priority', () => {
  const area = (name: string, verified = true) => ({ slug: name.toLowerCase(), name, verified });
  test.each([
    [[area('Fraud')], 'Covers Fraud.'],
    [[area('Fraud'), area('Drugs')], 'Covers Fraud and Drugs.'],
    [[area('Fraud'), area('Drugs'), area('Arms')], 'Covers Fraud, Drugs and Arms.'],
    [[area('Fraud', false)], 'Covers Fraud. Unverified'],
    [[], 'Which threat areas this priority covers is not known: no crosswalk maps it.'],
  ])('are listed as a sentence %#', (areas, words) => {
    expect(shown(<MappedAreas area={null} areas={areas} />).text).toBe(words);
  });

  test('a priority that is a threat area itself leads to it', () => {
    const bare = shown(<MappedAreas empty area={{ slug: 'fraud', name: 'Fraud' }} areas={[]} />);
    expect(bare.text).toContain('Nothing names this priority itself yet');
    expect(bare.$('a').attr('href')).toBe('/threat-areas/fraud');
    const two = [{ slug: 'fraud', name: 'Fraud', verified: true }];
    expect(shown(<MappedAreas empty area={null} areas={two} />).text).toContain('stands there');
    const view = shown(<MappedAreas area={{ slug: 'fraud', name: 'Fraud' }} areas={[]} />);
    expect(view.text).toBe('Threat area: Fraud');
    expect(view.links).toEqual([['Fraud', '/threat-areas/fraud']]);
  });
});

describe('use and versions', () => {
  test('a decision names who took it, when, and by which finding', () => {
    const used = {
      reference: 'H7K4QXM2',
      decision: 'To patrol at night',
      organisation: 'The Port Authority',
      decidedOn: new Date('2026-05-01'),
      finding: 'Night shifts matter',
    };
    const view = shown(<Used used={[used]} />);
    expect(view.text).toContain('The Port Authority, 1 May 2026, informed by “Night shifts matter”');
    expect(view.links).toEqual([['To patrol at night', '/impact-records/H7K4-QXM2']]);
  });

  test('the way to the history stands only for whoever may read it', () => {
    const versions = [{ number: 1, changeNote: 'First', recordedAt: new Date('2026-01-01T17:00:00Z') }];
    expect(shown(<Versions versions={versions} history={null} />).links).toEqual([]);
    const view = shown(<Versions versions={versions} history="/history/framework/H7K4-QXM2" />);
    expect(view.links).toEqual([['Full history of this record', '/history/framework/H7K4-QXM2']]);
    expect(view.text).toContain('Version 1: First');
    expect(view.text).toContain('1 January 2026 at 5pm');
  });
});
