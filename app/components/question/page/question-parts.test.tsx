import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { NO_STAGE } from '../../../../tests/support/factories/question-stages';
import type { QuestionPage } from '~/domain/questions/queries/question-page.server';
import { QUESTION_STATES, type QuestionOutcome, type QuestionState } from '~/domain/questions/question';
import { mayDoOn } from '~/domain/questions/question-may';
import { paths } from '~/paths';
import { nobody } from '../../../../tests/support/factories/actors';
import { Lines } from '../../lines';
import { stateTag } from '../state-tag';
import { QuestionBody } from './body';
import { CriteriaTable } from './criteria-table';
import { USUAL_METHOD } from '~/domain/questions/method/award-method';
import { QuestionSide } from './side';
import { QuestionActions } from './actions';
import { StateNote } from './state-note';

const ROUTE: QuestionPage['route'] = {
  id: 'route',
  slug: 'commissioned-study',
  name: 'Commissioned study',
  purpose: 'A funded study',
  takesBids: true,
  takesAdvice: false,
  biddingWorkingDays: 20,
  priceScored: true,
  severalAwards: false,
  lightCriteria: false,
  minimumEvaluators: 2,
};
const ADVICE = { ...ROUTE, name: 'Expert advice request', takesBids: false, takesAdvice: true };
const policyRow = {
  ...NO_STAGE,
  id: 'question',
  teamId: 'team',
  authorId: 'author',
  seniorResponsibleOwnerId: null,
  budgetHolderId: null,
  visibility: 'network' as const,
  releasedAt: null,
  route: ROUTE,
  invitations: [],
  sponsorships: [],
};

const page = (over: Partial<QuestionPage> = {}): QuestionPage => ({
  id: 'question',
  reference: '22222222',
  title: 'Who recruits at ports?',
  summary: 'Border Force decides.',
  decision: '',
  decisionDate: null,
  neededBy: null,
  asked: ['Which roles?', 'Which ports?'],
  method: USUAL_METHOD,
  background: '',
  outputs: '',
  state: 'open',
  outcome: null,
  outcomeReason: null,
  withdrawnReason: null,
  review: null,
  returnedReason: null,
  approver: null,
  marking: 'OFFICIAL',
  visibility: 'network',
  released: false,
  invented: false,
  route: ROUTE,
  team: { reference: '2222223E', name: 'Border team', organisation: 'Border Force' },
  publishedAt: new Date('2026-11-01T09:00:00Z'),
  closesAt: new Date('2026-12-01T17:00:00Z'),
  millisecondsLeft: 10 * 86_400_000,
  clarificationsCloseAt: new Date('2026-11-25T17:00:00Z'),
  answersDueAt: new Date('2026-11-30T17:00:00Z'),
  budget: '',
  budgetMaximum: null,
  covered: null,
  notices: [],
  cascades: [],
  awardsAvailable: 1,
  publication: '',
  fee: '',
  qualityWeight: 70,
  criteria: [],
  requirements: [],
  lots: [],
  lotLimits: null,
  expressions: [],
  terms: [],
  priorities: [],
  particulars: [],
  may: { ...mayDoOn(policyRow, nobody), extend: false, openTeam: true, reopen: false, discuss: false },
  sessions: [],
  extensions: [],
  addenda: [],
  clarifications: [],
  waitingClarifications: 0,
  answersReceived: 0,
  told: true,
  invited: false,
  interested: false,
  watching: false,
  seekingPartners: false,
  mergedInto: null,
  tookIn: [],
  sponsors: [],
  requests: [],
  setAside: null,
  ownAnswer: null,
  ...over,
});

const shown = (node: ReactElement) => {
  const $ = load(renderToStaticMarkup(node));
  return { $, text: $('body').text().replace(/\s+/g, ' ').trim() };
};

describe('the note above a question', () => {
  const noteOn = (over: Partial<QuestionPage>) => shown(<StateNote question={page(over)} />).text;

  test.each<[Partial<QuestionPage>, string]>([
    [{ state: 'withdrawn', withdrawnReason: 'Decided early.' }, 'This question was withdrawn.Decided early.'],
    [{ state: 'returned', returnedReason: 'Say who.' }, 'The senior responsible owner returned it.Say who.'],
    [
      { state: 'decided', outcome: 'cancelled', outcomeReason: 'No money.' },
      'This question was cancelled.No money.',
    ],
    [
      { state: 'decided', outcome: 'noneSuitable', outcomeReason: 'None passed.' },
      'No bid was suitable.None passed.',
    ],
    [{ state: 'open' }, ''],
    [{ state: 'inEvaluation' }, ''],
    [{ state: 'decided', outcome: 'awarded' }, ''],
  ])('%j', (over, text) => {
    expect(noteOn(over)).toBe(text);
  });

  test('what awaits approval is the team’s alone', () => {
    expect(noteOn({ state: 'awaitingApproval' })).toContain('Only its team sees it.');
    expect(noteOn({ state: 'awaitingApproval', approver: 'Owen Pryce' })).toContain(
      'the approval of Owen Pryce, its senior responsible owner',
    );
  });

  test('closed bids are sealed: how many there are is nobody’s to know', () => {
    expect(noteOn({ state: 'closed' })).toContain('Bids are closed and sealed');
  });

  test('a closed request has no bids to speak of', () => {
    expect(noteOn({ state: 'closed', route: ADVICE })).toBe('Answers are closed.');
  });
});

describe('the text of a question', () => {
  const body = (over: Partial<QuestionPage>) => shown(<QuestionBody question={page(over)} />);

  test('what is asked stands as a list, and empty parts have no heading', () => {
    const { $, text } = body({});
    expect(
      $('ol li')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(['Which roles?', 'Which ports?']);
    for (const heading of ['What is known already', 'What we want to receive', 'What it decides', 'Addenda'])
      expect(text).not.toContain(heading);
  });

  test('two questions of the same words are both shown', () => {
    expect(body({ asked: ['Why?', 'Why?'] }).$('ol li').length).toBe(2);
  });

  test.each<[Partial<QuestionPage>, string]>([
    [{ decisionDate: new Date('2027-06-01') }, 'Decided by 1 June 2027'],
    [
      { decision: 'Where to vet', decisionDate: new Date('2027-06-01'), neededBy: new Date('2027-05-01') },
      'Decided by 1 June 2027; answer needed by 1 May 2027',
    ],
    [{ background: 'Two reviews.' }, 'What is known alreadyTwo reviews.'],
    [{ outputs: 'A report.' }, 'What we want to receiveA report.'],
  ])('%j reads “%s”', (over, text) => {
    expect(body(over).text).toContain(text);
  });

  test('addenda carry number and day, the latest first as given', () => {
    const addenda = [
      { number: 2, text: 'Port twelve is in Wales.', publishedAt: '2026-11-10T10:00:00Z' },
      { number: 1, text: 'Annex B was missing.', publishedAt: '2026-11-05T10:00:00Z' },
    ];
    const { $ } = body({ addenda });
    expect(
      $('article h3')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(['Addendum 2, 10 November 2026', 'Addendum 1, 5 November 2026']);
  });

  test('the place for clarifications says until when one may ask, and that nobody is named', () => {
    const { text } = body({});
    expect(text).toContain('Nobody has been answered yet.');
    expect(text).toContain('until 25 November 2026 at 5pm');
    expect(text).toContain('Answers are due by 30 November 2026 at 5pm');
    expect(text).toContain('who asked is never shown');
  });

  test('after the window none is invited, and none published is said', () => {
    const { text } = body({ state: 'closed' });
    expect(text).toContain('None were published.');
    expect(text).not.toContain('can be asked until');
    expect(body({ clarificationsCloseAt: null }).text).not.toContain('Clarifications');
  });

  test('a published answer stands under its question', () => {
    const clarifications = [
      { reference: 'x', question: 'Is travel paid?', answer: 'Yes.', answeredAt: '2026-11-12T10:00:00Z' },
    ];
    const { $, text } = body({ clarifications });
    expect($('article h3').text()).toBe('Is travel paid?');
    expect(text).toContain('Yes.Answered on 12 November 2026');
  });

  test('criteria show where bids are taken, nowhere else', () => {
    const criteria = [{ id: 'c', position: 1, name: 'Method', guidance: '', weight: 100, minimum: null }];
    expect(body({ criteria }).text).toContain('How bids are scored');
    expect(body({ criteria, route: ADVICE }).text).not.toContain('How bids are scored');
  });
});

describe('criteria', () => {
  test('show weight, minimum and what assessors look for', () => {
    const criteria = [
      { id: 'a', name: 'Method', guidance: 'Will it answer?', weight: 60, minimum: 3 },
      { id: 'b', name: 'Team', guidance: '', weight: 40, minimum: null },
    ];
    const { $ } = shown(
      <CriteriaTable criteria={criteria} qualityWeight={70} method={USUAL_METHOD} priceScored />,
    );
    const rows = $('.govuk-summary-list__row')
      .toArray()
      .map((row) => [$(row).find('dt').text().trim(), $(row).find('dd').text().trim()]);
    expect(rows.slice(0, 3)).toEqual([
      ['Method', '60, at least 3 out of 5 to go onWill it answer?'],
      ['Team', '40'],
      ['Quality against price', '70 to 30'],
    ]);
  });
});

test('a bid that was not submitted is continued only while it can be', () => {
  const may = { ...page({}).may, edit: false, approve: false, watch: false, signalInterest: false };
  const action = (over: Partial<QuestionPage>, submitted = false) =>
    shown(<QuestionActions question={page({ ...over, may })} ownBid={{ reference: '22222222', submitted }} />)
      .$('a.govuk-button')
      .text();
  expect(action({})).toBe('Continue your bid');
  expect(action({}, true)).toBe('See your bid');
  expect(action({ state: 'closed', millisecondsLeft: -1 })).toBe('See your bid');
});

describe('the side of a question', () => {
  const side = (over: Partial<QuestionPage>, odds: string | null = null) =>
    shown(
      <QuestionSide question={page(over)} odds={odds}>
        <p>Buttons</p>
      </QuestionSide>,
    );

  test.each<[Partial<QuestionPage>, string]>([
    [{}, '10 days left to bid'],
    [{ route: ADVICE }, '10 days left to answer'],
    [{ closesAt: null, millisecondsLeft: null }, 'Open, with no closing date'],
    [{ state: 'closed', millisecondsLeft: -1 }, 'In short'],
    [{ state: 'clarificationsClosed', millisecondsLeft: 30_000 }, 'less than a minute left to bid'],
  ])('%j has the title “%s”', (over, title) => {
    expect(side(over).$('h2').first().text()).toBe(title);
  });

  test('says when it closes, in UK time, and offers it to the calendar only while open', () => {
    const open = side({});
    expect(open.text).toContain('Closes 1 December 2026 at 5pm');
    expect(open.$(`a[href="${paths.questionCalendar('22222222')}"]`).length).toBe(1);
    const closed = side({ state: 'closed', millisecondsLeft: -1 });
    expect(closed.text).toContain('Closed 1 December 2026 at 5pm');
    expect(closed.$(`a[href="${paths.questionCalendar('22222222')}"]`).length).toBe(0);
  });

  test('one that ended early never says that it closed on a day to come', () => {
    for (const state of ['withdrawn', 'answered'] as const) {
      const { text } = side({ state });
      expect(text).toContain('It was to close on 1 December 2026 at 5pm, and ended before that.');
      expect(text).not.toContain('Closed 1 December');
    }
  });

  test('money, terms and odds stand before the first word of a bid', () => {
    const { text } = side(
      { budget: '£120,000 without VAT', awardsAvailable: 2, publication: 'Yes, whenever they like' },
      '1 in 4 bids won',
    );
    expect(text).toContain('Budget£120,000 without VAT');
    expect(text).toContain('Awards and odds2 awards; 1 in 4 bids won');
    expect(text).toContain('You may publishYes, whenever they like');
  });

  test('a request shows its payment, and neither awards nor odds', () => {
    const { text } = side({ route: ADVICE, fee: 'Unpaid' });
    expect(text).toContain('PaymentUnpaid');
    expect(text).not.toContain('Awards');
  });

  test('every neighbour in the chain can be reached', () => {
    const { $, text } = side({
      priorities: [{ reference: '2222224G', name: 'Fewer victims' }],
      terms: [
        { scheme: 'threatArea', slug: 'drugs', name: 'Illegal drugs' },
        { scheme: 'threatArea', slug: 'fraud', name: 'Fraud' },
        { scheme: 'level', slug: 'border', name: 'Border' },
      ],
    });
    expect($(`a[href="${paths.priority('2222224G')}"]`).text()).toBe('Fewer victims');
    expect($(`a[href="${paths.team('2222223E')}"]`).text()).toBe('Border team, Border Force');
    expect(text).toContain('Threat areasIllegal drugsFraud');
    expect(text).not.toContain('Illegal drugs, Fraud');
    expect($(`a[href="${paths.threatArea('fraud')}"]`).text()).toBe('Fraud');
    expect(text).toContain('LevelsBorder');
    expect(text).not.toContain('Enablers');
  });

  test('who may not open the page of the team reads its name', () => {
    const { $, text } = side({ may: { ...page().may, openTeam: false } });
    expect(text).toContain('Asked byBorder team, Border Force');
    expect($(`a[href="${paths.team('2222223E')}"]`).length).toBe(0);
  });
});

describe('small parts', () => {
  test('each state has words and a colour; a decided one says how', () => {
    const words = QUESTION_STATES.map((state) => stateTag(state, null).text);
    expect(new Set(words).size).toBe(QUESTION_STATES.length);
    const decided = (outcome: QuestionOutcome) => stateTag('decided' satisfies QuestionState, outcome).text;
    expect(decided('noneSuitable')).toBe('None suitable');
    expect(decided('cancelled')).toBe('Cancelled');
    expect(stateTag('withdrawn', 'awarded')).toEqual({ text: 'Withdrawn', colour: 'red' });
  });

  test('typed text keeps its paragraphs and stays text', () => {
    const { $ } = shown(<Lines text={'One\nstill one\n\n\nTwo <b>bold</b>'} />);
    expect(
      $('p')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(['One\nstill one', 'Two <b>bold</b>']);
    expect($('b').length).toBe(0);
  });
});
