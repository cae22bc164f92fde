import { describe, expect, test } from 'vitest';
import { AS_OF, inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { NO_STAGE } from '../../../../tests/support/factories/question-stages';
import type { Actor } from '../../actor';
import type { QuestionForPolicy } from '../question-policy';
import { sponsoringFor } from './question-sponsoring';
import type { SetAsideFor, StoredSponsorship } from './stored-sponsoring.server';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(AS_OF.getTime() + days * DAY_MS);
const iso = (days: number) => day(days).toISOString();

const question = (over: Partial<QuestionForPolicy> = {}): QuestionForPolicy => ({
  ...NO_STAGE,
  ...{ id: 'question', teamId: 'asking', authorId: 'author', seniorResponsibleOwnerId: 'owner' },
  ...{ budgetHolderId: 'holder', visibility: 'network', releasedAt: null, invitations: [], sponsorships: [] },
  route: { takesBids: true, takesAdvice: false },
  ...{ submittedAt: day(-3), publishedAt: day(-2), closesAt: day(20) },
  ...over,
});
const stored = (teamId: string, over: Partial<StoredSponsorship> = {}): StoredSponsorship => ({
  reference: `request of ${teamId}`,
  teamId,
  team: { reference: teamId, name: `Team ${teamId}`, organisation: 'Ports' },
  ...{ neededFor: 'The review', neededBy: '2027-02-01', accepted: false, lapsesAt: iso(5) },
  ...over,
});

const CAST: Record<string, Actor> = {
  visitor: nobody,
  'committee reader': someone({ id: 'reader', roles: ['committeeReader'] }),
  expert: someone({ id: 'expert', expert: true }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  author: someone({ id: 'author', ...inTeam('asking', 'author') }),
  owner: someone({ id: 'owner' }),
  'budget holder': someone({ id: 'holder', ...inTeam('asking', 'budgetHolder') }),
  sponsor: someone({ id: 'sponsor', ...inTeam('north', 'author') }),
  'whoever asks': someone({ id: 'asks', ...inTeam('south', 'observer') }),
};
const named = Object.entries(CAST);
const actor = (name: string): Actor => CAST[name] ?? nobody;

describe('the teams beside a question', () => {
  const sponsorships = [stored('north', { accepted: true }), stored('south')];
  const shownTo = (one: Actor, over: Partial<QuestionForPolicy> = {}) =>
    sponsoringFor(one, question({ sponsorships: [{ teamId: 'north' }], ...over }), {
      sponsorships,
      setAsideFor: null,
    });

  test.each<[string, string[], (string | null)[]]>([
    ['a released one', ['committee reader', 'visitor'], []],
    ['one of the network', ['coordinator', 'expert', 'whoever asks'], [null]],
    ['their own', ['author', 'budget holder', 'owner', 'sponsor'], ['request of north']],
  ])('%s: the page of the request is for the two teams alone', (_what, names, references) => {
    for (const name of names) {
      const { sponsors } = shownTo(actor(name), { releasedAt: day(-1) });
      expect([name, sponsors.map(({ reference }) => reference)]).toEqual([name, references]);
    }
  });

  test('what the sponsor needs it for is shown with its name', () => {
    expect(shownTo(actor('expert')).sponsors).toEqual([
      {
        reference: null,
        team: { reference: 'north', name: 'Team north', organisation: 'Ports' },
        neededFor: 'The review',
        neededBy: '2027-02-01',
      },
    ]);
  });

  test('that a team has asked is known to both teams, and to nobody else', () => {
    const knows = named.filter(([, one]) => shownTo(one).requests.length > 0).map(([name]) => name);
    expect(knows).toEqual(['author', 'owner', 'budget holder', 'whoever asks']);
  });

  test('answering is for those who run the question', () => {
    const answers = named.filter(([, one]) => shownTo(one).requests[0]?.toAnswer).map(([name]) => name);
    expect(answers).toEqual(['author', 'owner']);
  });

  test('of both teams, nobody is asked to answer their own team', () => {
    const both = someone({
      id: 'both',
      teams: [...inTeam('asking', 'author').teams, ...inTeam('south', 'author').teams],
    });
    expect(shownTo(both).requests).toEqual([
      { reference: 'request of south', team: 'Team south', toAnswer: false },
    ]);
  });

  test.each([
    ['a moment before', new Date(AS_OF.getTime() + 1), 1],
    ['at the very end', AS_OF, 0],
    ['after the end', day(-1), 0],
  ])('a request shows until it lapses: %s', (_when, lapses, shown) => {
    const waiting = [stored('south', { lapsesAt: lapses.toISOString() })];
    const { requests } = sponsoringFor(actor('author'), question(), {
      sponsorships: waiting,
      setAsideFor: null,
    });
    expect(requests).toHaveLength(shown);
  });

  test('an accepted one stays whatever its day of lapsing', () => {
    const accepted = [stored('north', { accepted: true, lapsesAt: iso(-30) })];
    const { sponsors, requests } = sponsoringFor(actor('author'), question(), {
      sponsorships: accepted,
      setAsideFor: null,
    });
    expect([sponsors.length, requests.length]).toEqual([1, 0]);
  });

  test('nothing of it is told of a question that is not known', () => {
    for (const name of ['visitor', 'committee reader', 'expert', 'whoever asks']) {
      const told = shownTo(actor(name), { visibility: 'team', sponsorships: [] });
      expect([name, told.sponsors]).toEqual([name, []]);
    }
  });
});

describe('a draft that was set aside', () => {
  const draft = question({ submittedAt: null, publishedAt: null, closesAt: null, setAsideAt: day(-1) });
  const joined = (over: Partial<NonNullable<SetAsideFor['joined']>> = {}): SetAsideFor => ({
    joined: {
      reference: 'request',
      question: { reference: 'other', title: 'The other' },
      ...{ lapsesAt: iso(5), acceptedAt: null, endedAt: null, ending: null, reason: '' },
      ...over,
    },
    finding: null,
  });
  const shown = (setAsideFor: SetAsideFor | null, name = 'author') =>
    sponsoringFor(actor(name), draft, { sponsorships: [], setAsideFor }).setAside;

  test.each<[string, Partial<NonNullable<SetAsideFor['joined']>>, string, boolean]>([
    ['waits', {}, 'requested', true],
    ['was accepted', { acceptedAt: iso(-1) }, 'accepted', false],
    ['was declined', { endedAt: iso(-1), ending: 'declined', reason: 'Too late' }, 'declined', true],
    ['lapsed unread', { lapsesAt: iso(-1) }, 'lapsed', true],
    ['was left', { acceptedAt: iso(-2), endedAt: iso(-1), ending: 'left' }, 'left', true],
    ['was taken back', { endedAt: iso(-1), ending: 'withdrawn' }, 'withdrawn', true],
  ])('whose request %s comes back or not', (_what, over, state, reopen) => {
    const told = shown(joined(over));
    expect(told).toMatchObject({ state, reopen, reason: over.reason ?? '', sponsorship: 'request' });
    expect(told?.question?.title).toBe('The other');
  });

  test('for a finding has no request, and comes back', () => {
    const finding = { reference: 'finding', title: 'It was found' };
    expect(shown({ joined: null, finding })).toEqual({
      ...{ state: null, question: null, finding, reason: '', sponsorship: null, reopen: true },
    });
  });

  test('comes back by an author of its team alone', () => {
    const reopens = named.filter(([name]) => shown(joined(), name)?.reopen).map(([name]) => name);
    expect(reopens).toEqual(['author']);
  });

  test('that was not set aside says nothing', () => expect(shown(null)).toBeNull());
});
