import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../../tests/support/drawn-form';
import { paths } from '~/paths';
import { AgreementFigures } from './agreement-figures';
import { Attendance } from './attendance';
import { MeetingForm } from './meeting-form';
import { ScoreFields, type ScoredCriterion } from './score-fields';
import { SpreadFilter } from './spread-filter';
import { SpreadItem, type ShownSpread } from './spread-row';

const BID = '22222222';

const spread: ShownSpread = {
  bid: { reference: BID, bidder: 'Rosa <Kelp>' },
  criterion: { position: 2, name: 'Method' },
  scores: [
    { personId: 'a', name: 'Ada', value: 0 },
    { personId: 'b', name: 'Ben', value: 4 },
    { personId: 'c', name: 'Cyd', value: 4 },
  ],
  spread: { range: 4, mean: 8 / 3, outliers: [{ personId: 'a', from: -4 }] },
  queries: [],
};

describe('the scores of one criterion of one bid', () => {
  const lines = (row: ShownSpread) => {
    const $ = draw(<SpreadItem row={row} asks />);
    return $('li')
      .toArray()
      .map((node) => words($(node).text()));
  };

  test('say who gave what, and mark alone who stands alone', () => {
    expect(lines(spread)).toEqual(['Ada: 0 Stands alone', 'Ben: 4', 'Cyd: 4']);
    const text = textOf(<SpreadItem row={spread} asks />);
    expect(text).toContain('4 apart, mean 2.67');
    expect(text).toContain('Method: Rosa <Kelp>');
  });

  test('without a mean only the distance is said', () => {
    const row = { ...spread, spread: { range: 0, mean: null, outliers: [] } };
    expect(textOf(<SpreadItem row={row} asks />)).toContain('0 apartAda');
  });

  test('what was asked stands with the one asked, its answer after it', () => {
    const queries = [
      { personId: 'a', note: 'Why 0?', answer: null },
      { personId: 'b', note: 'Sure?', answer: 'Section 2.' },
    ];
    expect(lines({ ...spread, queries })).toEqual([
      'Ada: 0 Stands aloneAsked: Why 0? Not answered yet',
      'Ben: 4 Asked: Sure? Answered: Section 2.',
      'Cyd: 4',
    ]);
  });

  test('leads to asking only while one may ask, and to the consensus always; each link says of what', () => {
    const links = (asks: boolean) => {
      const $ = draw(<SpreadItem row={spread} asks={asks} />);
      return $('a')
        .toArray()
        .map((node) => [words($(node).text()), $(node).attr('href')]);
    };
    const consensus = ['Consensus on Rosa <Kelp>', paths.consensus(BID)];
    expect(links(false)).toEqual([consensus]);
    expect(links(true)).toEqual([
      ['Ask about a score on Method of Rosa <Kelp>', paths.askAboutScore(BID, 2)],
      consensus,
    ]);
  });
});

describe('who was at a meeting', () => {
  test('by kind, with the reason of an abstention beside its name', () => {
    const $ = draw(
      <Attendance
        attendance={[
          { name: 'Cyd', attendance: 'absent', note: '' },
          { name: 'Ben', attendance: 'abstained', note: 'Knows the lead.' },
          { name: 'Ada', attendance: 'present', note: '' },
          { name: 'Dan', attendance: 'present', note: '' },
        ]}
      />,
    );
    expect(
      $('li')
        .toArray()
        .map((node) => words($(node).text())),
    ).toEqual(['Present: Ada, Dan', 'Absent: Cyd', 'Abstained: Ben (Knows the lead.)']);
  });

  test('is not shown where nothing was recorded', () => {
    expect(draw(<Attendance attendance={[]} />)('body').html()).toBe('');
  });
});

describe('how far the panel agrees', () => {
  const few = { compared: 2, alpha: null, reliability: null };

  test('all criteria first, and too few said rather than a number', () => {
    const rows = rowsIn(
      draw(
        <AgreementFigures
          all={{ ...few, compared: 12, alpha: 0.8125 }}
          byCriterion={[{ position: 1, name: 'Method', ...few }]}
        />,
      ),
    );
    expect(rows).toEqual([
      ['All criteria', '12', '0.81', 'Too few', 'Too few'],
      ['Method', '2', 'Too few', 'Too few', 'Too few'],
    ]);
  });

  test('no agreement is a number too, and below chance is below zero', () => {
    const [none, below] = [0, -0.25].map(
      (alpha) => rowsIn(draw(<AgreementFigures all={{ ...few, alpha }} byCriterion={[]} />))[0]?.[2],
    );
    expect([none, below]).toEqual(['0.00', '-0.25']);
  });
});

describe('finding scores', () => {
  const lists = {
    criteria: [{ position: 1, name: 'Method' }],
    bids: [{ reference: BID, bidder: 'Kelp' }],
    people: [{ reference: '33333333', name: 'Ada' }],
  };
  const chosen = (filter: Partial<Parameters<typeof SpreadFilter>[0]['filter']>) => {
    const whole = { show: 'apart', range: 0, criterion: null, bid: null, person: null, ...filter };
    const $ = draw(<SpreadFilter action="/here" filter={whole} {...lists} />);
    return {
      $,
      values: $('select')
        .toArray()
        .map((node) => [$(node).attr('name'), $(node).find('option[selected]').attr('value')]),
    };
  };

  test('asks by address, and shows what was asked for', () => {
    const { $, values } = chosen({ show: 'outliers', range: 3, criterion: 1, bid: BID, person: '33333333' });
    expect([$('form').attr('method'), $('form').attr('action')]).toEqual(['get', '/here']);
    expect(values).toEqual([
      ['show', 'outliers'],
      ['range', '3'],
      ['criterion', '1'],
      ['bid', BID],
      ['person', '33333333'],
    ]);
  });

  test('nothing chosen is all of it, and every choice has a label', () => {
    const { $, values } = chosen({});
    expect(values.map(([, value]) => value)).toEqual(['apart', '0', '', '', '']);
    for (const node of $('select').toArray())
      expect($(`label[for="${$(node).attr('id') ?? ''}"]`)).toHaveLength(1);
  });
});

describe('scoring one criterion', () => {
  const criterion: ScoredCriterion = {
    position: 2,
    name: 'Method',
    weight: 60,
    minimum: 3,
    bands: ['No method at all', '', '', '', '', 'Best we saw'],
    reasonWords: null,
  };
  const shown = (over: Partial<ScoredCriterion> = {}) =>
    drawFields(
      (fields) => (
        <ScoreFields
          list={fields['scores']}
          criteria={[{ ...criterion, ...over }]}
          reasonLabel="Why?"
          above={(index) => <p>Above {index}</p>}
        />
      ),
      { values: { scores: [{ position: '2', value: '4', reason: 'Kept.' }] } },
    );

  test('says weight and minimum, keeps what was given, and sends the place of the criterion', () => {
    const $ = shown();
    expect(words($('body').text())).toContain('2. MethodWeight 60 of 100. At least 3 is needed to progress');
    expect($('[name="scores[0].position"]').attr('value')).toBe('2');
    expect($('[name="scores[0].value"][checked]').attr('value')).toBe('4');
    expect($('[name="scores[0].reason"]').val()).toContain('Kept.');
    expect(words(shown({ minimum: null })('body').text())).not.toContain('At least');
  });

  test('each band says what it means here, the standard words where it says nothing', () => {
    const $ = shown();
    const hints = $('.govuk-radios__hint')
      .toArray()
      .map((node) => words($(node).text()));
    const standard = shown({ bands: [] })('.govuk-radios__hint')
      .toArray()
      .map((node) => words($(node).text()));
    expect([hints[0], hints[5]]).toEqual(['Best we saw', 'No method at all']);
    expect(hints.slice(1, 5)).toEqual(standard.slice(1, 5));
    expect(standard.every((hint) => hint !== '')).toBe(true);
  });

  test('a limit of words is told before one writes; without one nothing is said of it', () => {
    expect(words(shown({ reasonWords: 40 })('body').text())).toContain('40 words');
    expect(words(shown()('body').text())).not.toContain('words');
  });
});

describe('minutes of a meeting', () => {
  const panel = [
    { reference: BID, name: 'Ada' },
    { reference: '33333333', name: 'Ben' },
  ];

  test('everybody on the panel can be ticked as present or abstaining', () => {
    const $ = drawOnPage(<MeetingForm reply={undefined} panel={panel} />);
    const boxes = (name: string) =>
      $(`[name="${name}"]`)
        .toArray()
        .map((node) => $(node).attr('value'));
    expect(boxes('present')).toEqual([BID, '33333333']);
    expect(boxes('abstained')).toEqual([BID, '33333333']);
  });

  test('a refusal stands beside what is wrong', () => {
    const reply = refused({ abstainedWhy: ['Say why'], heldOn: ['Not ahead'] });
    const $ = drawOnPage(<MeetingForm reply={reply} panel={panel} />);
    const beside = (name: string) =>
      words(
        $(`[name^="${name}"]`)
          .first()
          .closest('.govuk-form-group--error')
          .find('.govuk-error-message')
          .text(),
      );
    expect(beside('abstainedWhy')).toContain('Say why');
    expect(beside('heldOn')).toContain('Not ahead');
    expect(beside('minutes')).toBe('');
  });
});
