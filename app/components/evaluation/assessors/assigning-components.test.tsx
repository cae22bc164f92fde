import type { ComponentProps, ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import { drawOnPage, refused } from '../../../../tests/support/drawn-form';
import { paths } from '~/paths';
import { AnswerForm } from './answer-form';
import { AssessorTables } from './assessor-tables';
import { AvailabilityForm } from './availability-form';
import { InviteForm } from './invite-form';
import { PreferencesForm } from './preferences-form';
import { ProgressTables } from './progress-tables';
import { ProposalFigures } from './proposal-figures';
import { ProposalTables } from './proposal-tables';
import { RateForm } from './rate-form';

const rowsOf = (element: ReactElement) => rowsIn(draw(element));
const HOSTILE = '<script>alert(1)</script>';
const ada = { reference: 'ADA', name: 'Ada Ash' };
const ben = { reference: 'BEN', name: 'Ben Birch' };

describe('the assessors of a question', () => {
  type View = ComponentProps<typeof AssessorTables>['view'];
  const asked: View['invitations'][number] = {
    ...{ person: ben, answerBy: new Date('2026-12-01'), declinedAt: null, declineReason: null },
    ...{ declineWords: '', withdrawnAt: null, lapsed: false },
  };
  const member: View['members'][number] = {
    ...{ person: ada, mostBids: null, availableUntil: null, awayFrom: null, awayUntil: null },
  };
  const tables = (over: Partial<View> = {}) => (
    <AssessorTables
      view={{
        ...{ reference: 'Q', members: [member], invitations: [], apart: [], plan: null },
        ...{ may: { keepApart: true } },
        ...over,
      }}
    />
  );

  test('none yet is said in words, and then nobody can be kept apart', () => {
    const text = textOf(tables({ members: [] }));
    expect(text).toContain('Nobody has accepted yet.');
    expect(text).toContain('No two assessors are kept apart.');
    expect(draw(tables())('a')).toHaveLength(0);
  });

  test.each<[Partial<View['members'][number]>, View['plan'], string[]]>([
    [{}, null, ['Ada Ash', 'All', 'Not limited', 'No']],
    [{}, { mostBids: 8 }, ['Ada Ash', '8', 'Not limited', 'No']],
    [{ mostBids: 0 }, { mostBids: 8 }, ['Ada Ash', '0', 'Not limited', 'No']],
    [
      { mostBids: 3, availableUntil: '2027-02-01' },
      { mostBids: 8 },
      ['Ada Ash', '3', '1 February 2027', 'No'],
    ],
    [
      { awayFrom: new Date('2026-12-24'), awayUntil: new Date('2027-01-02') },
      null,
      ['Ada Ash', 'All', 'Not limited', '24 December 2026 to 2 January 2027'],
    ],
  ])('%o with %o takes what they said, else what is planned', (over, plan, row) => {
    expect(rowsOf(tables({ members: [{ ...member, ...over }], plan }))).toEqual([row]);
  });

  test.each<[Partial<View['invitations'][number]>, string]>([
    [{}, 'Awaited'],
    [{ lapsed: true }, 'None in time'],
    [{ declinedAt: new Date(), declineReason: 'away' }, 'Declined: I am away'],
    [
      { declinedAt: new Date(), declineReason: 'other', declineWords: HOSTILE, lapsed: true },
      `Declined: Another reason (${HOSTILE})`,
    ],
  ])('an invitation that is %o stands as %s', (over, answer) => {
    const rows = rowsOf(tables({ members: [], invitations: [{ ...asked, ...over }] }));
    expect(rows).toEqual([['Ben Birch', '1 December 2026', answer]]);
  });

  test('two are kept apart by those who may, with the reason as text', () => {
    const two = [member, { ...member, person: ben }];
    const $ = draw(tables({ members: two, apart: [{ one: ada, other: ben, reason: HOSTILE }] }));
    expect(words($('li').text())).toBe(`Ada Ash and Ben Birch: ${HOSTILE}`);
    expect($('script')).toHaveLength(0);
    expect($('a').attr('href')).toBe(paths.keepApart('Q'));
    expect(draw(tables({ members: two, may: { keepApart: false } }))('a')).toHaveLength(0);
  });
});

describe('forms of an assessor', () => {
  const invitation = { answerBy: new Date('2026-12-01'), declinedAt: null, lapsed: false };

  test('an invitation is answered in one form, with neither answer chosen for them', () => {
    const $ = drawOnPage(<AnswerForm invitation={invitation} reply={undefined} />);
    expect($('form')).toHaveLength(1);
    expect(words($.root().text())).toContain('Answer by 1 December 2026.');
    expect($('input[checked]')).toHaveLength(0);
    expect($('[name="reason"]')).toHaveLength(5);
    const after = { ...invitation, declinedAt: new Date('2026-11-20T10:00:00Z'), lapsed: true };
    const text = words(
      drawOnPage(<AnswerForm invitation={after} reply={undefined} />)
        .root()
        .text(),
    );
    expect(text).toContain('You declined on');
    expect(text).toContain('The day to answer by has passed: 1 December 2026');
  });

  test('what was wrong stands beside its field', () => {
    const reply = refused({ reason: ['Choose why you decline'], awayUntil: ['Say when you are back'] });
    const $ = drawOnPage(<AnswerForm invitation={invitation} reply={reply} />);
    const messages = $('.govuk-error-message')
      .toArray()
      .map((node) => words($(node).text()));
    expect(messages.map((one) => one.replace('Error: ', '')).sort()).toEqual([
      'Choose why you decline',
      'Say when you are back',
    ]);
  });

  test('availability is filled with what they said, also where that is no bid at all', () => {
    const own = { mostBids: 0, availableUntil: '2027-02-01', awayFrom: null, awayUntil: null };
    const $ = drawOnPage(<AvailabilityForm own={own} reply={undefined} />);
    expect($('[name="mostBids"]').val()).toBe('0');
    expect(['day', 'month', 'year'].map((part) => $(`[name="availableUntil.${part}"]`).val())).toEqual([
      '1',
      '2',
      '2027',
    ]);
    const empty = drawOnPage(<AvailabilityForm own={null} reply={undefined} />);
    expect(empty('[name="mostBids"]').val() ?? '').toBe('');
  });

  test('preferences ask two things and a conflict of each bid, under its bidder or its reference', () => {
    const bid = {
      ...{ reference: 'B1', bidder: null, summary: HOSTILE, wish: -2, expertise: 0 },
      ...{ conflict: 'family' as const, words: 'My sister' },
    };
    const other = { ...bid, reference: 'B2', bidder: 'Kelp, Rosa', wish: null, expertise: null };
    const $ = drawOnPage(<PreferencesForm bids={[bid, { ...other, conflict: null }]} reply={undefined} />);
    expect(
      $('h2')
        .toArray()
        .map((node) => words($(node).text())),
    ).toEqual(['Bid B1', 'Kelp, Rosa']);
    const chosen = (name: string) => $(`[name="${name}"] option[selected]`).attr('value') ?? '';
    expect([chosen('bids[0].wish'), chosen('bids[0].expertise')]).toEqual(['-2', '0']);
    expect([chosen('bids[1].wish'), chosen('bids[1].expertise')]).toEqual(['', '']);
    expect([chosen('bids[0].conflict'), chosen('bids[1].conflict')]).toEqual(['family', '']);
    expect($('[name="bids[1].bid"]').val()).toBe('B2');
    expect($('script')).toHaveLength(0);
  });
});

describe('forms of those who run the panel', () => {
  const view = { reference: 'Q', find: '', candidates: [] };
  test('somebody is invited by address, or chosen of those who were found', () => {
    const none = drawOnPage(<InviteForm view={view} reply={undefined} />);
    expect(none('[name="person"]').attr('type')).toBe('email');
    const missed = drawOnPage(<InviteForm view={{ ...view, find: HOSTILE }} reply={undefined} />);
    expect(words(missed.root().text())).toContain(`No expert is called “${HOSTILE}”. E-mail address`);
    expect(missed('[name="find"]').val()).toBe(HOSTILE);
    const candidates = [
      { ...ada, title: 'Reader in ports' },
      { ...ben, title: '' },
    ];
    const found = drawOnPage(<InviteForm view={{ ...view, find: 'a', candidates }} reply={undefined} />);
    expect(
      found('[name="person"]')
        .toArray()
        .map((node) => found(node).val()),
    ).toEqual(['ADA', 'BEN']);
    expect(words(found.root().text())).toContain('Reader in ports');
  });

  test('an assessment is rated in a form of its own, beside what was written', () => {
    const reasons = [{ criterion: 'Method', value: 4, reason: HOSTILE }];
    const $ = drawOnPage(<RateForm assessment={{ ...ada, helpfulness: 4, words: 'Clear', reasons }} />);
    expect($('input[checked]').val()).toBe('4');
    expect(words($('li').text())).toBe(`Method, 4: ${HOSTILE}`);
    expect([$('[name="person"]').val(), words($('textarea').text())]).toEqual(['ADA', 'Clear']);
    const unrated = drawOnPage(
      <RateForm assessment={{ ...ben, helpfulness: null, words: '', reasons: [] }} />,
    );
    expect(unrated('input[checked]')).toHaveLength(0);
  });
});

describe('how far assessments are', () => {
  const person = {
    ...{ name: 'Ada Ash', submitted: 1, started: 1, assigned: 2, refused: 0, remindedAt: null },
    ...{ rated: 0, helpfulness: null },
  };
  test('nothing assigned is said; who comes for helpfulness sees no bid', () => {
    const none = textOf(<ProgressTables view={{ people: [], assessments: [] }} />);
    expect(none).toBe('No bid is assigned yet.');
    const rows = rowsOf(<ProgressTables view={{ people: [person], assessments: null }} />);
    expect(rows).toEqual([['Ada Ash', '1', '3', '0', 'No', 'Not rated']]);
  });

  test('only what is submitted can be rated', () => {
    const one = { bid: 'B', bidder: 'Kelp', name: 'Ada Ash', person: 'ADA' };
    const states = ['assigned', 'started', 'submitted', 'refused'] as const;
    const rated = { ...person, rated: 2, helpfulness: '3.5', remindedAt: '2026-11-20T10:00:00Z' };
    const $ = draw(
      <ProgressTables view={{ people: [rated], assessments: states.map((state) => ({ ...one, state })) }} />,
    );
    const [own, ...rows] = rowsIn($);
    expect(own?.at(-1)).toBe('3.5 of 2');
    expect(own?.at(-2)).toContain('20 November 2026');
    expect(rows.map(([, , state, rate]) => [state, rate])).toEqual([
      ['Not started', ''],
      ['Started', ''],
      ['Submitted', 'Rate what Ada Ash wrote on Kelp'],
      ['Refused', ''],
    ]);
    expect($('a').attr('href')).toBe(paths.assessmentsOfBid('B'));
  });
});

describe('a proposal', () => {
  type Figures = ComponentProps<typeof ProposalFigures>['view'];
  const view: Figures = {
    ...{ perBid: 3, saidAnything: 1, matchedAt: null, people: [1, 2], changes: { added: 6, moved: 0 } },
    figures: {
      ...{ places: 6, total: '4.20', worst: '0.61', worstBid: 'Kelp', withoutExpert: [] },
      ...{ lowestLoad: 1, highestLoad: 3, floorCost: null, proven: true },
    },
    short: [],
  };
  const said = (over: Partial<Figures> = {}) => textOf(<ProposalFigures view={{ ...view, ...over }} />);

  test('tells how good and fair it is, and what it rests on', () => {
    for (const sentence of [
      '4.20 over 6 places',
      'Kelp, 0.61 a place',
      '1 to 3',
      '6 assigned, 0 moved',
      '1 of 2',
      'Not yet',
      'Each bid has 3 places',
    ])
      expect(said()).toContain(sentence);
    expect(said()).not.toContain('the best that was found');
    expect(said()).not.toContain('Cost of raising');
    expect(said()).not.toContain('Not every place');
  });

  test('says where it is not proven, what fairness cost, and who has no expert', () => {
    const figures = { ...view.figures, proven: false, floorCost: '0.20', withoutExpert: ['Kelp', 'Reed'] };
    const text = said({ figures });
    expect(text).toContain('(the best that was found)');
    expect(text).toContain('0.20 of the total');
    expect(text).toContain('Kelp; Reed');
    expect(said({ figures: { ...view.figures, worstBid: '' } })).toContain('Worst-off bidNone');
  });

  test('names the bids it leaves short, and who is full', () => {
    const gap = { bidder: 'Kelp', missing: 2, able: 7, full: ['Ada Ash', 'Ben Birch'], moreFull: 3 };
    const text = said({ short: [gap, { ...gap, bidder: 'Reed', full: [], moreFull: 0 }] });
    expect(text).toContain('Kelp: 2 missing, 7 able; full: Ada Ash, Ben Birch and 3 more');
    expect(text).toMatch(/Reed: 2 missing, 7 able$/);
  });

  test('lists each bid with its people and what is new, begun or by hand, and what each person gets', () => {
    const place = { similarity: '0.90', kind: 'kept' as const, begun: false, pinned: false };
    const bids = [
      {
        ...{ reference: 'B1', bidder: 'Kelp' },
        assessors: [
          { ...place, name: 'Ada' },
          { ...place, name: 'Ben', kind: 'new' as const, pinned: true },
          { ...place, name: 'Cas', begun: true },
        ],
      },
      { reference: 'B2', bidder: 'Reed', assessors: [] },
    ];
    const idle = { name: 'Dee', mostBids: 0, load: 0, gets: null, unable: 'has not declared yet' };
    const people = [{ name: 'Ada', mostBids: 4, load: 1, gets: '0.90', unable: null }, idle];
    expect(rowsOf(<ProposalTables view={{ bids, people }} />)).toEqual([
      ['Kelp', 'Ada 0.90; Ben 0.90 (new, by hand); Cas 0.90 (begun)', 'Settle by hand who assesses Kelp'],
      ['Reed', 'Nobody', 'Settle by hand who assesses Reed'],
      ['Ada', '1', '4', '0.90'],
      ['Dee (has not declared yet)', '0', '0', 'None'],
    ]);
  });
});
