import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { NOT_ASKED } from '~/domain/questions/inviting/asking-limit';
import { paths } from '~/paths';
import { InvitedList } from '../inviting/invited-list';
import { SuggestedExperts } from '../inviting/suggested-experts';
import { ListedQuestions } from '../listed-questions';
import { QuestionCrumbs } from '../question-crumbs';
import { QuestionFilters } from '../question-filters';
import { Warnings } from '../forms/warnings';
import { AnswerList } from './answer-list';
import { formReply } from './autosave';
import { formValues } from './form-values';
import { Nearest } from './nearest';
import { SavedMeanwhile } from './saved-meanwhile';

const shown = (node: ReactElement) => {
  const $ = load(renderToStaticMarkup(node));
  return { $, text: $('body').text().replace(/\s+/g, ' ').trim() };
};

describe('answers read back before they are sent', () => {
  const answers = [
    { label: 'Why it is asked', value: 'One.\n\nTwo.' },
    { label: 'Outputs', value: '' },
  ];

  test('what was not answered says so, and each has a link to change it that says what', () => {
    const { $, text } = shown(<AnswerList title="Need" answers={answers} changeHref="/change" />);
    expect($('dd p').length).toBe(2);
    expect(text).toContain('Not answered');
    expect(
      $('a')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual([
      expect.stringMatching(/Change\s*Why it is asked/i),
      expect.stringMatching(/Change\s*Outputs/i),
    ]);
    expect($('a').attr('href')).toBe('/change');
  });

  test('whoever may only read gets no link', () => {
    expect(shown(<AnswerList title="Need" answers={answers} />).$('a').length).toBe(0);
  });
});

describe('after a save that came too late', () => {
  const answers = [{ label: 'Why', value: 'Saved by somebody else' }];
  const reply = (error: Record<string, string[]>) => ({ result: { status: 'error' as const, error } });

  test('both versions are named', () => {
    const { text } = shown(
      <SavedMeanwhile reply={reply({ '': ['Somebody else saved'] })} answers={answers} />,
    );
    expect(text).toContain('What is saved now');
    expect(text).toContain('Saved by somebody else');
    expect(text).toContain('Your version');
  });

  test('a message beside a field is no such thing, and nothing sent shows nothing', () => {
    expect(shown(<SavedMeanwhile reply={reply({ title: ['Enter it'] })} answers={answers} />).text).toBe('');
    expect(shown(<SavedMeanwhile reply={undefined} answers={answers} />).text).toBe('');
  });

  test('the time of an autosave is no reply of the form', () => {
    expect(formReply({ savedAt: '10:31' })).toBeUndefined();
    expect(formReply(undefined)).toBeUndefined();
    expect(formReply('no')).toBeUndefined();
    expect(formReply({ result: { error: {} } })).toEqual({ result: { error: {} } });
  });
});

describe('stored answers as fields hold them', () => {
  test.each([
    [{ budgetMaximum: 12_000_000 }, { budgetMaximum: '£120,000' }],
    [{ feeAmount: 5_050 }, { feeAmount: '£50.50' }],
    [{ wordLimit: 3000 }, { wordLimit: '3000' }],
    [{ weight1: undefined }, { weight1: '' }],
    [{ noPersonalData: true }, { noPersonalData: 'on' }],
    [{ decisionDate: new Date('2027-06-01') }, { decisionDate: { day: '1', month: '6', year: '2027' } }],
    [{ threats: ['drugs', 'fraud'] }, { threats: ['drugs', 'fraud'] }],
    [{ title: 'Who?' }, { title: 'Who?' }],
  ])('%j is %j', (stored, held) => {
    expect(formValues(stored)).toEqual(held);
  });
});

describe('what is near', () => {
  test('questions with their state and findings with their year lead there', () => {
    const { $, text } = shown(
      <Nearest
        questions={[{ reference: '22222222', title: 'Ports?', state: 'Open' }]}
        findings={[
          { reference: '2222223E', title: 'A review', year: 2021 },
          { reference: '2222224G', title: 'A note', year: null },
        ]}
      />,
    );
    expect(text).toContain('Ports? (Open)');
    expect(text).toContain('A review (2021)');
    expect(text).not.toContain('(null)');
    expect($(`a[href="${paths.question('22222222')}"]`).length).toBe(1);
    expect($(`a[href="${paths.finding('2222224G')}"]`).length).toBe(1);
  });

  test('a kind of which there is none has no heading and no empty list', () => {
    const { $, text } = shown(<Nearest questions={[]} findings={[]} />);
    expect(text).toBe('');
    expect($('ul').length).toBe(0);
  });
});

describe('inviting', () => {
  const at = new Date('2026-11-20T10:00:00Z');

  test('a question for invited people that invited nobody is seen by nobody, and says so', () => {
    expect(shown(<InvitedList invited={[]} visibility="invited" />).text).toContain(
      'nobody outside your team can see this question',
    );
    expect(shown(<InvitedList invited={[]} visibility="network" />).text).toBe('Nobody is invited yet.');
  });

  test('who was invited stands with day and answer', () => {
    const invited = [
      { name: 'Eve', invitedAt: at, answer: 'Declined: no time', reason: '' },
      { name: 'Institute', invitedAt: at, answer: 'Open', reason: '' },
    ];
    const { $ } = shown(<InvitedList invited={invited} visibility="network" />);
    const rows = $('tbody tr')
      .toArray()
      .map((row) => $(row).text());
    expect(rows).toEqual(['Eve20 November 2026Declined: no time', 'Institute20 November 2026Open']);
  });

  const expert = {
    ...{ reference: '22222222', name: 'Eve', organisation: null, reasons: ['Shares a threat area'] },
    ...{ works: [], workWords: [], ruledOut: [], invited: false, asked: NOT_ASKED },
  };

  test('an expert who is ruled out or invited is shown without a button, and why', () => {
    const { text, $ } = shown(
      <SuggestedExperts
        missing={[]}
        people={[
          { ...expert, name: 'Invited already', invited: true },
          { ...expert, reference: '2222223E', name: 'Away', ruledOut: ['Not available until May'] },
          { ...expert, reference: '2222224G', name: 'Worn out', asked: { inYear: 4, waiting: 3 } },
        ]}
      />,
    );
    expect(text).toContain('Shares a threat areaNot asked in the last 12 monthsInvited');
    expect(text).toContain('Not now: Not available until May');
    expect(text).toContain('Not now: 3 questions wait for their answer already');
    expect($('button').length).toBe(0);
  });

  test('nobody to suggest teaches what suggestions come from', () => {
    expect(shown(<SuggestedExperts people={[]} missing={['Nobody from Wales']} />).text).toContain(
      'by their works and by shared threat areas, methods and words',
    );
  });
});

describe('lists of questions', () => {
  const one = {
    reference: '22222222',
    title: 'Who?',
    summary: 'Because.',
    state: 'open' as const,
    outcome: null,
    route: 'Commissioned study',
    team: 'Border team',
    closesAt: new Date('2026-12-01T17:00:00Z'),
    publishedAt: new Date('2026-11-01T17:00:00Z'),
    budgetMinimum: null,
    budgetMaximum: 12_000_000,
    threats: ['Drugs', 'Fraud'],
  };

  test('an open one says when it closes, a later one when it was asked', () => {
    expect(shown(<ListedQuestions questions={[one]} filtered={false} />).text).toContain(
      'Border team · closes 1 December 2026 at 5pm · Up to £120,000 without VAT · Drugs, Fraud',
    );
    const later = { ...one, state: 'inEvaluation' as const };
    expect(shown(<ListedQuestions questions={[later]} filtered={false} />).text).toContain(
      'Border team · asked 1 November 2026',
    );
  });

  test('a draft without words can still be opened', () => {
    const draft = { ...one, title: '', state: 'draft' as const, publishedAt: null, closesAt: null };
    const { $ } = shown(<ListedQuestions questions={[draft]} filtered={false} />);
    expect($('h2 a').text()).toBe('Untitled question');
  });

  test('an empty list teaches; an empty search leads back', () => {
    expect(shown(<ListedQuestions questions={[]} filtered={false} />).text).toContain('No questions yet');
    expect(
      shown(<ListedQuestions questions={[]} filtered />)
        .$('a')
        .attr('href'),
    ).toBe(paths.questions());
  });

  test('each chosen filter is a chip that takes away itself alone', () => {
    const filters = {
      q: 'ports',
      threat: ['drugs', 'none'],
      enabler: ['insiders'],
      level: ['none'],
      team: '22222222',
      state: ['asked'],
      priority: ['2222223E'],
      route: undefined,
    };
    const { $ } = shown(
      <QuestionFilters
        filters={filters}
        terms={[
          { scheme: 'threatArea', slug: 'drugs', name: 'Illegal drugs' },
          { scheme: 'enabler', slug: 'insiders', name: 'Insiders' },
        ]}
        sets={[{ document: 'Strategy', priorities: [{ reference: '2222223E', name: 'Fewer victims' }] }]}
        routes={[]}
      />,
    );
    const chips = $('.filter-panel__chip')
      .toArray()
      .map((node) => $(node).text().replace('Remove this filter: ', '').replace(' ×', ''));
    expect(chips).toEqual([
      '“ports”',
      'Illegal drugs',
      'No threat area',
      'Insiders',
      'No level',
      'One team',
      'Asked, not commissioned yet',
      'Fewer victims',
    ]);
    const first = new URL($('.filter-panel__chip').eq(1).attr('href') ?? '', 'http://x').searchParams;
    expect(first.getAll('threat')).toEqual(['none']);
    expect(first.get('q')).toBe('ports');
    expect(
      $('input[type="hidden"]')
        .toArray()
        .map((node) => `${$(node).attr('name')}=${$(node).attr('value')}`),
    ).toEqual(['threat=none', 'enabler=insiders', 'level=none', 'team=22222222']);
  });
});

describe('ways back and warnings', () => {
  test('crumbs lead to the list and the question, not to the page one is on', () => {
    const { $ } = shown(<QuestionCrumbs question={{ reference: '22222222', title: 'Who?' }} here="Invite" />);
    expect(
      $('a')
        .toArray()
        .map((node) => $(node).attr('href')),
    ).toEqual([paths.questions(), paths.question('22222222')]);
  });

  test('each warning stands by itself', () => {
    const { $ } = shown(<Warnings warnings={['Few days', 'A holiday']} />);
    expect($('.govuk-warning-text').length).toBe(2);
    expect(shown(<Warnings warnings={[]} />).text).toBe('');
  });
});
