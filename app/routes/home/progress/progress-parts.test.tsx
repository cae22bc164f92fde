import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { BID_STATE_LABELS, type BidState } from '~/domain/bids/bid';
import { QUEUE_KINDS, QUEUES } from '~/domain/curation/queue';
import { contributionKinds, STAGES, type Stage } from '~/domain/insight/progress/progress';
import { isOpen, QUESTION_STATES } from '~/domain/questions/question';
import { draw, rowsIn, words } from '../../../../tests/support/drawn';
import { Brought } from './brought';
import { DeskFigures } from './desk-figures';
import { PanelTable } from './panel-table';
import { TeamCounts, UnderWay } from './team-questions';

const hrefs = ($: CheerioAPI) =>
  $('a')
    .toArray()
    .map((link) => [words($(link).text()), $(link).attr('href')]);

describe('the counts of a team', () => {
  const counted = (counts: Parameters<typeof TeamCounts>[0]['teams'][number]['counts']) =>
    draw(<TeamCounts teams={[{ reference: 'H7K4QXM2', name: 'Ports', counts }]} />);

  test('stand in one line, each leading to the list that it counts', () => {
    const $ = counted([
      { state: 'draft', count: 2 },
      { state: 'inEvaluation', count: 1 },
    ]);
    expect(words($.text())).toBe('Ports: 2 draft, 1 in evaluation');
    for (const [index, state] of ['draft', 'inEvaluation'].entries()) {
      const address = new URL($('a').eq(index).attr('href') ?? '', 'http://localhost');
      expect(address.pathname).toBe('/questions');
      expect(Object.fromEntries(address.searchParams)).toEqual({ team: 'H7K4QXM2', state });
    }
  });

  test('count what is open whether clarifications closed or not, and once', () => {
    const open = { state: 'open', count: 2 } as const;
    const late = { state: 'clarificationsClosed', count: 3 } as const;
    for (const [counts, said] of [
      [[open], '2 open'],
      [[late], '3 open'],
      [[open, late], '5 open'],
      [[late, open], '5 open'],
    ] as const) {
      const $ = counted([...counts, { state: 'closed', count: 1 }]);
      expect(words($.text())).toBe(`Ports: ${said}, 1 closed`);
      expect($('a').first().attr('href')).toMatch(/state=open$/);
    }
  });

  test('lead to no two lists alike, whatever states there are', () => {
    const $ = counted(QUESTION_STATES.map((state) => ({ state, count: 1 })));
    const links = hrefs($).map(([, href]) => href);
    expect(new Set(links).size).toBe(QUESTION_STATES.filter((state) => !isOpen(state)).length + 1);
    expect(links).toHaveLength(new Set(links).size);
  });
});

describe('questions under way', () => {
  const row = { reference: 'H7K4QXM2', title: 'Who drives?', team: 'Ports', outcome: null } as const;
  const shown = (over: object) =>
    rowsIn(
      draw(
        <UnderWay
          questions={[
            { ...row, state: 'open', next: { words: 'Answers close', on: null, exact: false }, ...over },
          ]}
        />,
      ),
    )[0];

  test('have their team below, their state and the next step', () => {
    expect(shown({})).toEqual(['Who drives?Ports', 'Open', 'Answers close', 'No date']);
    expect(shown({ title: '' })?.[0]).toBe('UntitledPorts');
  });

  test.each([
    ['2027-03-01T17:00:00Z', true, '1 March 2027 at 5pm'],
    ['2027-07-01T16:30:00Z', true, '1 July 2027 at 5:30pm'],
    ['2027-06-30T23:00:00.000Z', true, '1 July 2027 at midnight'],
    ['2027-07-01', false, '1 July 2027'],
    [new Date('2027-07-01T00:00:00Z'), false, '1 July 2027'],
  ])('%s, exact %j, are due %s', (on, exact, said) =>
    expect(shown({ next: { words: 'Next', on, exact } })?.[3]).toBe(said),
  );

  test('have a table only where there are any', () => {
    const $ = draw(<UnderWay questions={[]} />);
    expect($('table').length).toBe(0);
    expect(words($.text())).toBe('None of them is under way.');
  });
});

describe('panels', () => {
  const panel: Parameters<typeof PanelTable>[0]['panels'][number] = {
    ...{ reference: 'H7K4QXM2', title: 'Who drives?', role: 'evaluator', state: 'inEvaluation' },
    ...{ bids: null, scored: 0, decisionDate: '2027-04-01' },
  };

  test.each([
    [{}, 'Evaluator', 'No bid to score yet', false],
    [{ bids: 3, scored: 2 }, 'Evaluator', '2 of 3 scored', true],
    [{ bids: 0 }, 'Evaluator', '0 of 0 scored', true],
    [{ role: 'moderator' }, 'Moderator', 'No bid to score yet', false],
    [{ role: 'moderator', bids: 3, scored: 2 }, 'Moderator', '3 to be scored', true],
  ] as const)('%j', (over, part, scores, leads) => {
    const $ = draw(<PanelTable panels={[{ ...panel, ...over }]} />);
    expect(rowsIn($)).toEqual([['Who drives?', part, 'In evaluation', scores, '1 April 2027']]);
    expect(hrefs($)).toEqual([
      ['Who drives?', '/questions/H7K4-QXM2'],
      ...(leads ? [[scores, '/questions/H7K4-QXM2/evaluation']] : []),
    ]);
  });

  test('without a decision date say so', () => {
    const $ = draw(<PanelTable panels={[{ ...panel, decisionDate: null }]} />);
    expect(rowsIn($)[0]?.at(-1)).toBe('No date');
  });
});

describe('what is brought', () => {
  const bid: Parameters<typeof Brought>[0]['bids'][number] = {
    ...{ reference: 'H7K4QXM2', title: 'Who drives?', state: 'draft', open: true },
    closesAt: '2027-03-01T17:00:00Z',
  };
  const contribution = (kind: (typeof contributionKinds)[number], stage: Stage, title = 'Who drives?') => ({
    ...{ kind, stage, title, reference: 'H7K4QXM2', on: '2026-11-20T10:00:00Z', total: 40 },
  });
  const shown = (over: Partial<Parameters<typeof Brought>[0]>) =>
    draw(<Brought kinds={contributionKinds} contributions={[]} bids={[]} moreBids={false} {...over} />);

  test('has a figure for each kind that there is, which leads to its rows', () => {
    const $ = shown({
      bids: [bid],
      contributions: [contribution('finding', 'published'), contribution('answer', 'sent')],
    });
    expect(hrefs($).slice(0, 3)).toEqual([
      ['Bids: 1', '#bids'],
      ['Answers: 40', '#answers'],
      ['Findings: 40', '#findings'],
    ]);
    for (const [, href] of hrefs($).slice(0, 3)) expect($(`${href} tbody tr`).length, href).toBe(1);
    expect($('#invitations').length).toBe(0);
  });

  test.each([
    ['answer', '/questions/H7K4-QXM2/'],
    ['finding', '/findings/H7K4-QXM2'],
    ['invitation', '/questions/H7K4-QXM2/'],
  ] as const)('%s leads to the page where it goes on', (kind, begins) => {
    const $ = shown({ contributions: [contribution(kind, 'draft', '')] });
    const link = $('table a');
    expect(link.text()).toBe('Untitled');
    expect(link.attr('href')?.startsWith(begins)).toBe(true);
  });

  test('stands in words, since the UK day', () => {
    for (const stage of Object.keys(STAGES) as Stage[]) {
      const late = { ...contribution('finding', stage), on: '2026-06-30T23:30:00Z' };
      expect(rowsIn(shown({ contributions: [late] }))).toEqual([
        ['Who drives?', STAGES[stage], '1 July 2026'],
      ]);
    }
  });

  test.each([
    [{}, '1 March 2027 at 5pm'],
    [{ open: false }, 'Closed'],
    [{ closesAt: null }, 'Closed'],
  ])('a bid %j closes %s', (over, closes) => {
    for (const state of Object.keys(BID_STATE_LABELS) as BidState[])
      expect(rowsIn(shown({ bids: [{ ...bid, ...over, state }] }))).toEqual([
        ['Who drives?', BID_STATE_LABELS[state], closes],
      ]);
  });

  test('says when there are more bids than it shows, and where', () => {
    const $ = shown({ bids: [bid, { ...bid, reference: 'K3M9PW4T' }], moreBids: true });
    expect(hrefs($)[0]).toEqual(['Bids: more than 2', '#bids']);
    expect(hrefs($).at(-1)).toEqual(['All your bids', '/bids']);
  });
});

describe('what coordinators keep', () => {
  const week = { startsOn: '2026-11-16', endsOn: '2026-11-22', findings: 0, questions: 0 };

  test('leads from each queue to its list, in the order given', () => {
    const queues = QUEUE_KINDS.map((kind, place) => ({
      kind,
      count: place + 1,
      oldest: '2026-11-01T10:00:00Z',
    }));
    const $ = draw(<DeskFigures queues={queues} weeks={[]} />);
    expect(rowsIn($)).toEqual(
      queues.map(({ kind, count }) => [QUEUES[kind].title, String(count), '1 November 2026']),
    );
    expect(new Set(hrefs($).map(([, href]) => href)).size).toBe(QUEUE_KINDS.length);
  });

  test('says that nothing waits, and leads from nothing nowhere', () => {
    const $ = draw(<DeskFigures queues={[]} weeks={[week]} />);
    expect($.text()).toContain('Nothing waits on the desk.');
    expect(rowsIn($)).toEqual([['16 November 2026', '0', '0']]);
    expect(hrefs($)).toEqual([]);
  });

  test('leads from a week to the search for it, Monday to Sunday', () => {
    const $ = draw(
      <DeskFigures
        queues={[]}
        weeks={[{ ...week, startsOn: new Date('2026-11-16'), findings: 12, questions: 1 }]}
      />,
    );
    const asked = hrefs($).map(([count, href]) => [
      count,
      Object.fromEntries(new URL(href ?? '', 'http://localhost').searchParams),
    ]);
    const q = 'published:2026-11-16..2026-11-22';
    expect(asked).toEqual([
      ['12', { q, of: 'finding' }],
      ['1', { q, of: 'question' }],
    ]);
  });
});
