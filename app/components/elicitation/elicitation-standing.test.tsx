import { describe, expect, test } from 'vitest';
import { draw, textOf, words } from '../../../tests/support/drawn';
import type { ElicitationView } from '~/domain/elicitation/queries/elicitation-page.server';
import { paths } from '~/paths';
import { ElicitationActions } from './elicitation-actions';
import { ElicitationStanding } from './elicitation-standing';
import { ElicitationsSection } from './elicitations-section';

const REFERENCE = 'H7K4QXM2';
const NOTHING: ElicitationView['may'] = {
  ...{ run: false, invite: false, estimate: false, readFirst: false },
  ...{ readResult: false, comment: false, leave: false, withdraw: false },
};
const view = (over: Partial<ElicitationView> = {}): ElicitationView => ({
  reference: REFERENCE,
  title: 'Parcels a month',
  background: '',
  openedAt: new Date('2026-11-01T09:00:00Z'),
  firstClosesAt: new Date('2026-12-01T17:00:00Z'),
  secondClosesAt: new Date('2026-12-08T17:00:00Z'),
  withdrawnReason: '',
  stage: 'first',
  subject: null,
  quantities: [],
  may: NOTHING,
  discussion: [],
  counts: { invited: 5, first: 2, second: 0 },
  left: 0,
  invited: [],
  own: undefined,
  results: [],
  ...over,
});

describe('how far an elicitation has come', () => {
  const standing = (over: Partial<ElicitationView>) => textOf(<ElicitationStanding view={view(over)} />);

  test('in the first round: until when, how many are in, and that nobody can read them', () => {
    expect(standing({})).toBe(
      'First estimates close on 1 December 2026 at 5pm. 2 of 5 experts invited have given theirs. Until then nobody can read anybody else’s, whoever they are.',
    );
  });

  test('one of one is said in the singular', () => {
    expect(standing({ counts: { invited: 1, first: 1, second: 0 } })).toContain(
      '1 of 1 expert invited has given theirs.',
    );
  });

  test('in the second round: who may read on, until when, and how many are in', () => {
    const counts = { invited: 5, first: 4, second: 1 };
    expect(standing({ stage: 'second', counts })).toContain(
      '4 of 5 experts gave one. Those who did can read all of them without names, discuss, and estimate again until 8 December 2026 at 5pm. 1 second estimate is in,',
    );
    expect(standing({ stage: 'second', counts: { ...counts, second: 3 } })).toContain(
      '3 second estimates are in, and nobody can read them yet.',
    );
  });

  test('when it is closed: how many gave each', () => {
    expect(standing({ stage: 'closed', counts: { invited: 5, first: 4, second: 3 } })).toBe(
      'Closed on 8 December 2026 at 5pm. 4 of 5 experts invited gave a first estimate, 3 a second.',
    );
  });

  test('with too few nothing is computed, and the bound is named', () => {
    const text = standing({ stage: 'tooFew' });
    expect(text).toContain('Only 2 of 5 experts gave a first estimate in time and stayed.');
    expect(text).toContain('Fewer than 3 are no judgement of a group');
    expect(text).toContain('nothing is shown and nothing is computed');
  });

  test('a withdrawn one gives its reason, as text', () => {
    const $ = draw(
      <ElicitationStanding view={view({ stage: 'withdrawn', withdrawnReason: 'Data <b>came</b>.' })} />,
    );
    expect($('b').length).toBe(0);
    expect($('body').text()).toBe(
      'Withdrawn: Data <b>came</b>. No estimate that was given is shown to anybody.',
    );
  });

  test.each([
    [1, '1 expert left. What they gave is not counted and not shown.'],
    [2, '2 experts left.'],
  ])('%i who left are said to have', (left, line) => {
    expect(standing({ left })).toContain(line);
    expect(standing({ left: 0 })).not.toContain(' left.');
  });

  test('whoever runs it is warned of too few invited, and only while more can be', () => {
    const run = { ...NOTHING, run: true };
    const few = { invited: 2, first: 0, second: 0 };
    expect(standing({ may: run, counts: few })).toContain('Fewer than 3 experts are invited.');
    expect(standing({ may: run, counts: { ...few, invited: 3 } })).not.toContain('Fewer than');
    expect(standing({ counts: few })).not.toContain('Fewer than');
    expect(standing({ may: run, counts: few, stage: 'withdrawn' })).not.toContain('are invited');
  });
});

describe('the one thing for an expert to do', () => {
  const own = { hasLeft: false, letter: null, isIn: false, gaveFirst: false };
  const shown = (over: Partial<ElicitationView>) =>
    draw(<ElicitationStanding view={view({ may: { ...NOTHING, estimate: true }, own, ...over })} />);

  test('in the first round is the first estimate', () => {
    const $ = shown({});
    expect($('body').text()).toContain('You are asked for your first estimate.');
    expect($('a').attr('href')).toBe(paths.giveEstimates(REFERENCE));
    expect($('a').text()).toBe('Give your first estimate');
  });

  test('once it is in, to change it', () => {
    const $ = shown({ own: { ...own, isIn: true } });
    expect($('body').text()).toContain('Your first estimate is in. You can change it until it closes.');
    expect($('a').text()).toBe('Change your first estimate');
  });

  test('in the second round the first counts until there is another, and one is told one’s own letter', () => {
    const $ = shown({ stage: 'second', own: { ...own, gaveFirst: true, letter: 'C' } });
    expect($('body').text()).toContain('Without one, your first counts.');
    expect($('body').text()).toContain('You are Expert C; nobody is told so.');
    expect($('a').text()).toBe('Give your second estimate');
  });

  test('nobody is told a letter in the first round', () => {
    expect(shown({ own: { ...own, letter: 'C' } })('body').text()).not.toContain('Expert C');
  });

  test('who gave none in time waits for the result', () => {
    const $ = shown({ stage: 'second' });
    expect($('.govuk-warning-text').text()).toContain('Your first estimate did not come in time');
    expect($('a').length).toBe(0);
  });

  test('who left is told what that means, and asked for nothing', () => {
    const $ = shown({ own: { ...own, hasLeft: true, isIn: true } });
    expect($('.govuk-inset-text').text()).toBe('You left, so what you gave is not counted and not shown.');
    expect($('a').length).toBe(0);
  });

  test('a reader who was not asked has nothing to do', () => {
    expect(shown({ own: undefined })('a').length).toBe(0);
    expect(shown({ may: NOTHING })('a').length).toBe(0);
  });
});

describe('beside an elicitation', () => {
  const shown = (over: Partial<ElicitationView>) => draw(<ElicitationActions view={view(over)} />);
  const links = (may: Partial<ElicitationView['may']>) => {
    const $ = shown({ may: { ...NOTHING, ...may } });
    return $('li a')
      .map((_, node) => `${$(node).text()} ${$(node).attr('href')}`)
      .get();
  };

  test('dates stand for everybody, and nobody’s name', () => {
    const $ = shown({});
    expect(words($('dl').text())).toContain('First estimates close1 December 2026 at 5pm');
    expect($('dl').text()).toContain('Second estimates close8 December 2026 at 5pm');
    expect($('dl').text()).not.toContain('Invited');
    expect($('dl').text()).not.toContain('About');
  });

  test('who was asked is there for whoever runs it', () => {
    expect(shown({ invited: ['Leah Moyle', 'Ono <Reader>'] })('dl').text()).toContain(
      'InvitedLeah Moyle, Ono <Reader>',
    );
  });

  test('estimates in are those of the round that runs, zero too, and of none when it is over', () => {
    const counts = { invited: 5, first: 0, second: 7 };
    expect(shown({ counts })('dl').text()).toContain('Estimates in0');
    expect(shown({ counts, stage: 'second' })('dl').text()).toContain('Estimates in7');
    expect(shown({ counts, stage: 'closed' })('dl').text()).not.toContain('Estimates in');
  });

  test('the way to what it is about', () => {
    const about = { reference: 'AAAA2222', title: 'Who recruits?' };
    const ofQuestion = shown({ subject: { kind: 'question', ...about } })('dl a');
    expect(ofQuestion.attr('href')).toBe(paths.question('AAAA2222'));
    expect(ofQuestion.text()).toBe('Who recruits?');
    const ofFinding = shown({ subject: { kind: 'finding', ...about } })('dl a');
    expect(ofFinding.attr('href')).toBe(paths.finding('AAAA2222'));
  });

  test('each may do what they may, and no more', () => {
    expect(links({})).toEqual([]);
    expect(links({ invite: true })).toEqual([`Invite experts ${paths.elicitationExperts(REFERENCE)}`]);
    expect(links({ readResult: true })).toEqual([`Every estimate as CSV ${paths.elicitationCsv(REFERENCE)}`]);
    expect(links({ leave: true })).toEqual([
      `Take no part any more ${paths.endElicitation(REFERENCE, 'leave')}`,
    ]);
    expect(links({ withdraw: true })).toEqual([`Withdraw it ${paths.endElicitation(REFERENCE, 'withdraw')}`]);
  });

  test('running it gives no way to read estimates before they are open', () => {
    expect(links({ run: true })).toEqual([]);
  });
});

describe('what experts estimate, on the page of a question or finding', () => {
  const about = { question: 'AAAA-2222' };
  const result = { asks: 'Parcels?', unit: 'parcels', lowest: 800, best: 1200, highest: 2500.4, experts: 4 };
  const elicitation = {
    ...{ reference: REFERENCE, title: 'Parcels <i>a month</i>', stage: 'closed' as const, results: [result] },
    firstClosesAt: new Date('2026-12-01T17:00:00Z'),
    secondClosesAt: new Date('2026-12-08T17:00:00Z'),
  };
  const section = (elicitations: (typeof elicitation)[], mayOpen = false) =>
    draw(<ElicitationsSection {...{ about, elicitations, mayOpen }} />);

  test('takes no room where there is none and none can be opened', () => {
    expect(section([])('body').text()).toBe('');
  });

  test('says what it is for to whoever may open one', () => {
    const $ = section([], true);
    expect($('body').text()).toContain('Nobody has been asked yet.');
    expect($('a').attr('href')).toBe('/elicitations/new?question=AAAA-2222');
  });

  test('a closed one can be cited: best, interval, experts and day', () => {
    const $ = section([elicitation]);
    expect($('h3 a').text()).toBe('Parcels <i>a month</i>');
    expect($('h3 a').attr('href')).toBe(paths.elicitation(REFERENCE));
    expect(words($('li').text())).toBe(
      'Parcels? Best estimate 1,200 parcels, 80% interval 800 to 2,500 parcels, 4 experts, 8 December 2026.',
    );
    expect($('body').text()).not.toContain('Ask experts to estimate');
  });

  test('one that runs says its stage, and no figure even where one is given', () => {
    const text = words(
      draw(
        <ElicitationsSection
          {...{ about, mayOpen: false, elicitations: [{ ...elicitation, stage: 'second' }] }}
        />,
      )('body').text(),
    );
    expect(text).toContain('Discussion and second estimates');
    expect(text).not.toContain('1,200');
  });
});
