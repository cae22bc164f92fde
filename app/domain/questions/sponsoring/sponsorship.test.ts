import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { NO_STAGE } from '../../../../tests/support/factories/question-stages';
import type { Actor } from '../../actor';
import type { QuestionStages } from '../question';
import { knowsOf, type QuestionForPolicy } from '../question-policy';
import { lapsesAt, sponsorshipLabel, sponsorshipState, type SponsorshipStages } from './sponsorship';
import {
  mayAnswerSponsorship,
  mayJoin,
  mayLeaveSponsorship,
  mayReopen,
  maySeeSponsors,
  maySeeSponsorship,
  type SponsorshipStanding,
} from './sponsorship-policy';

const now = nobody.asOf;
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);

const WAITING: SponsorshipStages = { lapsesAt: day(5), acceptedAt: null, endedAt: null, ending: null };
const STAGES: [string, Partial<SponsorshipStages>][] = [
  ['requested', {}],
  ['accepted', { acceptedAt: day(-1) }],
  ['declined', { endedAt: day(-1), ending: 'declined' }],
  ['withdrawn', { endedAt: day(-1), ending: 'withdrawn' }],
  ['lapsed', { lapsesAt: now }],
  ['lapsed', { endedAt: day(-1), ending: 'lapsed' }],
  ['left', { acceptedAt: day(-2), endedAt: day(-1), ending: 'left' }],
];

test.each(STAGES)('it is %s by %j', (state, over) => {
  expect(sponsorshipState({ ...WAITING, ...over }, now)).toBe(state);
  expect(sponsorshipLabel(sponsorshipState({ ...WAITING, ...over }, now))).toMatch(/^[A-Z]/);
});

test('an accepted one never lapses', () => {
  expect(sponsorshipState({ ...WAITING, acceptedAt: day(-9), lapsesAt: day(-5) }, now)).toBe('accepted');
});

test('it lapses at the end of the tenth working day, holidays left out', () => {
  const friday = new Date('2026-12-18T15:00:00Z');
  expect(lapsesAt(friday, new Set(['2026-12-25', '2026-12-28', '2027-01-01']))).toEqual(
    new Date('2027-01-07T00:00:00Z'),
  );
});

const published: Partial<QuestionStages> = { submittedAt: day(-3), publishedAt: day(-2), closesAt: day(20) };
const questionOf = (teamId: string, over: Partial<QuestionForPolicy> = {}): QuestionForPolicy => ({
  id: `question of ${teamId}`,
  teamId,
  authorId: `author of ${teamId}`,
  seniorResponsibleOwnerId: `owner of ${teamId}`,
  budgetHolderId: null,
  visibility: 'network',
  releasedAt: null,
  route: { takesBids: true, takesAdvice: false },
  invitations: [],
  sponsorships: [],
  ...NO_STAGE,
  ...over,
});

const CAST: Record<string, Actor> = {
  visitor: nobody,
  expert: someone({ id: 'expert', expert: true }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  'author who asks': someone({ id: 'author of asking', ...inTeam('asking', 'author') }),
  'owner who asks': someone({ id: 'owner of asking', ...inTeam('asking', 'seniorResponsibleOwner') }),
  'evaluator of the asking team': someone({ id: 'evaluator', ...inTeam('asking', 'evaluator') }),
  'author who joins': someone({ id: 'author of joining', ...inTeam('joining', 'author') }),
  'observer of the joining team': someone({ id: 'observer', ...inTeam('joining', 'observer') }),
};
const who = (verdict: (actor: Actor) => { kind: string } | boolean) =>
  Object.keys(CAST).filter((name) => {
    const said = verdict(CAST[name] ?? nobody);
    return typeof said === 'boolean' ? said : said.kind === 'allow';
  });

const draft = questionOf('joining');
const asked = questionOf('asking', published);
const standing = (over: Partial<SponsorshipStages> = {}): SponsorshipStanding => ({
  ...WAITING,
  ...over,
  teamId: 'joining',
  requestedById: 'author of joining',
  question: asked,
});
const accepted = standing({ acceptedAt: day(-1) });

describe('who may', () => {
  test.each<[string, (actor: Actor) => { kind: string } | boolean, string[]]>([
    ['join', (actor) => mayJoin(actor, draft, asked), ['author who joins']],
    [
      'see a request',
      (actor) => maySeeSponsorship(actor, standing()),
      [
        'author who asks',
        'owner who asks',
        'evaluator of the asking team',
        'author who joins',
        'observer of the joining team',
      ],
    ],
    ['answer', (actor) => mayAnswerSponsorship(actor, standing()), ['author who asks', 'owner who asks']],
    ['answer a lapsed one', (actor) => mayAnswerSponsorship(actor, standing({ lapsesAt: day(-1) })), []],
    ['answer twice', (actor) => mayAnswerSponsorship(actor, accepted), []],
    ['leave', (actor) => mayLeaveSponsorship(actor, accepted), ['author who joins']],
    ['leave what they only asked for', (actor) => mayLeaveSponsorship(actor, standing()), []],
    [
      'read of sponsors',
      (actor) => maySeeSponsors(actor, questionOf('asking', { ...published, releasedAt: day(-1) })),
      Object.keys(CAST).filter((name) => name !== 'visitor'),
    ],
    [
      'reopen',
      (actor) => mayReopen(actor, questionOf('joining', { setAsideAt: day(-1) }), standing()),
      ['author who joins'],
    ],
    [
      'reopen while the team is a sponsor',
      (actor) => mayReopen(actor, questionOf('joining', { setAsideAt: day(-1) }), accepted),
      [],
    ],
    ['reopen what is open', (actor) => mayReopen(actor, draft, null), []],
  ])('%s', (_what, verdict, expected) => {
    expect(who(verdict)).toEqual(expected);
  });

  test('a sponsor sees the question whatever its visibility, for as long as it stands beside it', () => {
    const teamOnly = { ...published, visibility: 'team' as const };
    const sponsored = questionOf('asking', { ...teamOnly, sponsorships: [{ teamId: 'joining' }] });
    const joins = CAST['author who joins'] ?? nobody;
    expect([knowsOf(joins, sponsored), knowsOf(joins, questionOf('asking', teamOnly))]).toEqual([
      true,
      false,
    ]);
  });

  test('nobody answers what they asked for themselves, of both teams or not', () => {
    const both = someone({
      id: 'author of joining',
      teams: [...inTeam('asking', 'author').teams, ...inTeam('joining', 'author').teams],
    });
    expect(mayAnswerSponsorship(both, standing()).kind).toBe('deny');
  });

  test.each<[string, QuestionForPolicy, QuestionForPolicy, string]>([
    ['their own team’s question', draft, questionOf('joining', published), 'deny'],
    ['a settled question', draft, questionOf('asking', { ...published, answeredAt: day(-1) }), 'deny'],
    [
      'a question that they may not know',
      draft,
      questionOf('asking', { ...published, visibility: 'team' }),
      'hide',
    ],
    ['with a draft set aside', questionOf('joining', { setAsideAt: day(-1) }), asked, 'deny'],
    ['another’s draft', questionOf('asking'), asked, 'hide'],
  ])('join %s: no', (_what, mine, other, kind) => {
    expect(mayJoin(CAST['author who joins'] ?? nobody, mine, other).kind).toBe(kind);
  });
});
