import { describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { tasksOf } from './evaluation-tasks';

type View = Parameters<typeof tasksOf>[0];

const nothing = {
  seeAssessors: false,
  prefer: false,
  assign: false,
  seeAssessments: false,
  runPanel: false,
  seeDeclarations: false,
  seeConflicts: false,
  moderate: false,
  seeRanking: false,
  decide: false,
  hold: false,
  reserve: false,
  tellBidders: false,
  readFile: false,
};
const view = (over: Omit<Partial<View>, 'may'> & { may?: Partial<View['may']> } = {}): View => ({
  reference: 'AAAA2222',
  title: 'A question',
  stage: 'scoring',
  stageName: 'Scoring and moderation',
  route: 'Commissioned study',
  outcome: null,
  panel: [],
  waits: [],
  mine: { capacities: [], declares: 'opening', standing: null },
  bids: null,
  hold: null,
  interviews: false,
  expressions: null,
  assigning: null,
  ...over,
  may: { ...nothing, ...over.may },
});
const steps = (of: View) => tasksOf(of).flatMap((task) => (task === false ? [] : [task.title]));
const bid = {
  reference: 'B',
  bidder: 'Kelp',
  scores: true,
  mine: 'to do' as const,
  complete: false,
  requirements: 'none' as const,
};

describe('the steps of an evaluation', () => {
  test('whoever has no part in it has no step', () => {
    expect(steps(view())).toEqual([]);
  });

  test.each([
    ['runs the panel', { may: { runPanel: true } }, 'Appoint the panel'],
    [
      'can influence the outcome',
      {
        mine: { capacities: ['author' as const], declares: 'opening' as const, standing: 'missing' as const },
      },
      'Declare your interests',
    ],
    ['invites assessors', { may: { seeAssessors: true } }, 'Invite assessors'],
    ['is to be assigned bids', { may: { prefer: true } }, 'Say which bids you could assess'],
    ['assigns bids', { may: { assign: true } }, 'Decide who assesses what'],
    ['follows assessments', { may: { seeAssessments: true } }, 'Follow the assessments'],
    ['could hold it', { may: { hold: true } }, 'Put the competition on hold'],
    [
      'has held it',
      { hold: { reviewOn: new Date('2026-12-01') }, may: { hold: true } },
      'Take the competition off hold',
    ],
    ['keeps a reserve list', { may: { reserve: true } }, 'Reserve list'],
    ['sees declarations', { may: { seeDeclarations: true } }, 'Declarations of interest'],
    ['sees conflicts', { may: { seeConflicts: true } }, 'Conflicts of interest'],
    ['reads bids', { bids: [bid] }, 'Follow the moderation'],
    ['leads the panel', { bids: [bid], may: { moderate: true } }, 'Lead the moderation meeting'],
    ['sees the ranking', { may: { seeRanking: true } }, 'Ranking'],
    ['decides', { may: { decide: true } }, 'Decide on the recommendation'],
    ['reads the file', { may: { readFile: true } }, 'The file of this question'],
  ])('whoever %s has that step alone', (_, over, title) => {
    expect(steps(view(over))).toEqual([title]);
  });

  test('the moderator recommends once there is a ranking, never before', () => {
    expect(steps(view({ stage: 'scoring', may: { moderate: true } }))).not.toContain('Recommend');
    expect(steps(view({ stage: 'ranking', may: { moderate: true, seeRanking: true } }))).toContain(
      'Recommend',
    );
    expect(steps(view({ stage: 'ranking', may: { seeRanking: true } }))).not.toContain('Recommend');
  });

  test.each([
    ['moderator' as const, 'beforeOpening' as const, true],
    ['budgetHolder' as const, 'beforeOpening' as const, true],
    ['author' as const, 'beforeOpening' as const, false],
    ['evaluator' as const, 'beforeOpening' as const, false],
    ['moderator' as const, 'scoring' as const, false],
  ])('opening is the step of %s while %s: %s', (capacity, stage, offered) => {
    const mine = { capacities: [capacity], declares: null, standing: null };
    expect(steps(view({ stage, mine })).includes('Open the bids')).toBe(offered);
  });

  test.each([
    ['decided' as const, { tellBidders: true }, true],
    ['decided' as const, { seeDeclarations: true, readFile: true }, false],
    ['ranking' as const, { tellBidders: true }, false],
  ])('summaries follow the decision (%s, %o): %s', (stage, may, offered) => {
    expect(steps(view({ stage, may })).includes('Summaries, notice and awards')).toBe(offered);
  });

  test('each leads to its own page', () => {
    const all = tasksOf(
      view({
        stage: 'decided',
        bids: [bid],
        mine: { capacities: ['seniorResponsibleOwner'], declares: null, standing: null },
        may: {
          runPanel: true,
          seeDeclarations: true,
          moderate: true,
          seeRanking: true,
          decide: true,
          tellBidders: true,
          readFile: true,
        },
      }),
    ).flatMap((task) => (task === false ? [] : [task.href]));
    expect(all).toEqual([
      paths.panel('AAAA2222'),
      paths.declaration('AAAA2222'),
      paths.declarations('AAAA2222'),
      paths.moderation('AAAA2222'),
      paths.ranking('AAAA2222'),
      paths.recommendation('AAAA2222'),
      paths.decision('AAAA2222'),
      paths.summaries('AAAA2222'),
      paths.questionFile('AAAA2222'),
    ]);
  });

  test('where nothing is due for declaring it says so, and what waits is told', () => {
    const standing = (of: View['mine']['standing']) =>
      tasksOf(view({ mine: { capacities: ['author'], declares: 'opening', standing: of } })).flatMap(
        (task) => (task === false ? [] : [task.status]),
      )[0];
    expect(standing(null)).toBe('Nothing due');
    expect(standing('clear')).toBe('Completed');
    expect(standing('missing')).not.toBe('Completed');
    expect(standing('undecided')).not.toBe('Completed');
  });
});
