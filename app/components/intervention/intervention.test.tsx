import { describe, expect, test } from 'vitest';
import { draw, rowsIn, words } from '../../../tests/support/drawn';
import type { Sides } from '~/domain/knowledge/interventions/evidence';
import type { Contradiction, EvidenceRow } from '~/domain/knowledge/interventions/evidence-on.server';
import { RULE, type Verdict } from '~/domain/knowledge/interventions/verdict';
import { paths } from '~/paths';
import { Contradictions } from './contradictions';
import { EvidenceSide, type Reader } from './evidence-side';
import { SidesShown } from './sides-shown';
import { VerdictShown } from './verdict-shown';

const ABOUT = 'ZZZZ2222';
const READS: Reader = { seePeople: false, record: false };
const row = (over: Partial<EvidenceRow> = {}): EvidenceRow => ({
  ...{ subjectId: 'subject', reference: 'H7K4QXM2', title: 'Night work', year: 2021 },
  ...{ authors: ['Leah Moyle'], studyType: 'impact', invented: false, direction: 'helps' },
  ...{ note: 'Thefts fell by a third.', recordedBy: 'Cora Curator', plans: [], appraisal: null },
  recordedAt: new Date('2026-11-20T09:00:00Z'),
  ...over,
});
const other = row({
  ...{ reference: 'AAAA2222', title: 'Day work', year: null, direction: 'noClearEffect' },
  note: 'No change in two years.',
});
const contradiction: Contradiction = {
  ...{ subjectId: 'subject', from: 'H7K4QXM2', to: 'AAAA2222', fromTitle: 'Night work', toTitle: 'Day work' },
  ...{ fromYear: 2021, toYear: null, note: 'Same ports, other years.' },
};

describe('the verdict', () => {
  const shown = (verdict: Verdict) =>
    draw(<VerdictShown judged={{ verdict, because: 'Two <b>agree</b>.' }} />);

  test.each([
    ['helps', 'Helps, by the credible findings so far'],
    ['harms', 'Harms, by the credible findings so far'],
    ['noClearEffect', 'No clear effect, by the credible findings so far'],
    ['doesNotHelp', 'Does not help, by the credible findings so far'],
    ['mixed', 'Mixed'],
    ['notKnown', 'Not known'],
    ['nothing', 'Unevidenced'],
  ] as const)('%s reads “%s”', (verdict, line) => {
    expect(shown(verdict)('strong').text()).toBe(line);
  });

  test('says why, as text', () => {
    const $ = shown('helps');
    expect($('.govuk-inset-text .govuk-body').text()).toBe('Two <b>agree</b>.');
    expect($('b').length).toBe(0);
  });

  test('always shows the whole rule that made it', () => {
    const $ = shown('nothing');
    expect($('summary').text()).toBe('How this is decided');
    expect(
      $('li')
        .map((_, node) => $(node).text())
        .get(),
    ).toEqual([...RULE]);
  });
});

describe('findings that contradict each other', () => {
  const shown = (pairs: Contradiction[], rows: EvidenceRow[] = [row(), other]) =>
    draw(<Contradictions pairs={pairs} rows={rows} />);

  test('none takes no room', () => {
    expect(shown([])('body').text()).toBe('');
  });

  test('stand side by side, each with what it says, and why under both', () => {
    const $ = shown([contradiction]);
    const sides = $('.govuk-grid-column-one-half');
    expect(sides.length).toBe(2);
    expect(words(sides.first().text())).toBe('Night work (2021)Helps. Thefts fell by a third.');
    expect(words(sides.last().text())).toBe('Day workNo clear effect. No change in two years.');
    expect($('section section > p').text()).toBe('Why: Same ports, other years.');
  });

  test('each leads to its finding, and the pair is named', () => {
    const $ = shown([contradiction]);
    expect($('h4 a').first().attr('href')).toBe(paths.finding('H7K4QXM2'));
    expect($('h4 a').last().attr('href')).toBe(paths.finding('AAAA2222'));
    expect($('section section').attr('aria-label')).toBe('Night work and Day work');
  });

  test('one filed elsewhere says that what it says of this is not recorded', () => {
    const $ = shown([contradiction], [row()]);
    expect($('.govuk-grid-column-one-half').last().text()).toContain('What it says of this is not recorded.');
    expect($('.govuk-grid-column-one-half').first().text()).not.toContain('not recorded');
  });

  test('titles are text', () => {
    const $ = shown([{ ...contradiction, fromTitle: '<script>alert(1)</script>' }]);
    expect($('script').length).toBe(0);
    expect($('h4').first().text()).toContain('<script>alert(1)</script>');
  });
});

describe('one side', () => {
  const side = (rows: EvidenceRow[], over: { may?: Reader; empty?: string } = {}) =>
    draw(<EvidenceSide title="It helps" rows={rows} about={ABOUT} may={READS} {...over} />);
  const cells = (over: Partial<EvidenceRow>, may: Reader = READS) => rowsIn(side([row(over)], { may }))[0];

  test('counts its findings, and shows kind, soundness and what each says', () => {
    const $ = side([row(), other]);
    expect(words($('h2').text())).toBe('It helps (2)');
    expect(rowsIn($)[0]).toEqual([
      'Night workLeah Moyle, 2021',
      'Impact evaluation',
      'Not yet appraised',
      'Helps. Thefts fell by a third.',
    ]);
    expect($('td a').first().attr('href')).toBe(paths.finding('H7K4QXM2'));
  });

  test('empty, it says so where it should be said, and is left out elsewhere', () => {
    expect(words(side([], { empty: 'None is recorded.' })('body').text())).toBe(
      'It helps (0)None is recorded.',
    );
    expect(side([])('body').text()).toBe('');
  });

  test('what was agreed of a finding stands with the grade of its scheme', () => {
    const answers = { level: '3' };
    expect(cells({ appraisal: { scheme: 'maryland', answers, confidence: 'moderate' } })?.[2]).toBe(
      'Moderate confidence. Maryland scale, level 3: before and after, with a comparable group',
    );
  });

  test('a checklist has no grade to show', () => {
    const cell = cells({ appraisal: { scheme: 'qualitative', answers: {}, confidence: 'low' } })?.[2];
    expect(cell).toMatch(/^Low confidence\. /);
    expect(cell).not.toContain('No answer');
    expect(cell).not.toMatch(/,/);
  });

  test.each([
    [{ authors: ['A', 'B', 'C'] }, 'Night workA and others, 2021'],
    [{ authors: ['A'], year: null }, 'Night workA'],
    [{ authors: [], year: null }, 'Night work'],
    [{ authors: [], invented: true }, 'Night work2021, invented for demonstration'],
  ])('%j is named “%s”', (over, name) => expect(cells(over)?.[0]).toBe(name));

  test('a protocol leads to what it plans', () => {
    const $ = side([row({ plans: [{ reference: 'BBBB2222', title: 'The trial' }] })]);
    expect(rowsIn($)[0]?.[0]).toContain('Protocol of The trial');
    expect($('td a').last().attr('href')).toBe(paths.finding('BBBB2222'));
  });

  test('who recorded it is for readers who see people', () => {
    expect(cells({})?.[3]).not.toContain('Cora Curator');
    expect(cells({}, { seePeople: true, record: false })?.[3]).toBe(
      'Helps. Thefts fell by a third.Read so by Cora Curator, 20 November 2026',
    );
  });

  test('changing it is for coordinators, each link naming its finding', () => {
    const $ = side([row()], { may: { seePeople: true, record: true } });
    expect($('td a').last().attr('href')).toBe(paths.recordDirection('H7K4QXM2', ABOUT));
    expect($('td a').last().text()).toBe('Change what Night work says');
    expect(side([row()], { may: { seePeople: true, record: false } })('td a').length).toBe(1);
  });

  test('what was typed is text', () => {
    const $ = side([row({ title: '<img src=x>', note: '<b>fell</b>', authors: ['<i>A</i>'] })]);
    expect($('img, b, i').length).toBe(0);
    expect(rowsIn($)[0]?.[3]).toBe('Helps. <b>fell</b>');
  });
});

describe('a page with both sides', () => {
  const sides: Sides = {
    judged: { verdict: 'mixed', because: 'They contradict.' },
    ...{ contradictions: [], supporting: [], against: [], otherwise: [], protocols: [] },
  };
  const shown = (over: Partial<Sides> = {}) =>
    draw(<SidesShown sides={{ ...sides, ...over }} about={ABOUT} may={READS} />);
  const headings = (over: Partial<Sides> = {}) => {
    const $ = shown(over);
    return $('h2')
      .map((_, node) => words($(node).text()))
      .get();
  };

  test('names both sides even where one is empty, and nothing else that is', () => {
    expect(headings()).toEqual([
      'Findings that say it helps (0)',
      'Findings of no clear effect, or of harm (0)',
    ]);
    expect(
      shown()('body')
        .text()
        .match(/None is recorded\./g),
    ).toHaveLength(2);
  });

  test('shows each finding on its side, and a protocol apart', () => {
    const all = { supporting: [row()], against: [other], otherwise: [row()], protocols: [row(), row()] };
    expect(headings(all)).toEqual([
      'Findings that say it helps (1)',
      'Findings of no clear effect, or of harm (1)',
      'Mixed, or says nothing of the effect (1)',
      'Protocols, not counted as evidence (2)',
    ]);
  });

  test('contradictions come before both sides, with words from either', () => {
    const $ = shown({ contradictions: [contradiction], supporting: [row()], against: [other] });
    expect($('h2').first().text()).toBe('What contradicts what');
    expect($('#contradictions').parent().text()).not.toContain('not recorded');
  });
});
