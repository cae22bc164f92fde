import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor, InstallationRole, Person } from '../actor';
import { isAllowed } from '../policy';
import { mayExportTrail, mayReadTrail } from './audit-policy';
import { namesActor, readableNames, type Level } from './fact-audience';
import { factWords } from './fact-words';

const read = (level: Level) => readableNames(level) ?? [];

/** What must never be told to anybody but the auditor: who asked, who bid, who scored, who has an interest. */
const SECRET = [
  'ClarificationWasAsked',
  'BidWasStarted',
  'BidWasSaved',
  'BidWasSubmitted',
  'BidWasWithdrawn',
  'BidMemberWasInvited',
  'BidWasRead',
  'ScoresWereSaved',
  'ScoresWereSubmitted',
  'ConsensusWasRecorded',
  'InterestWasDeclared',
  'InterestWasSignalled',
  'NoInterestWasDeclared',
  'PartnersWereSought',
  'QuestionWasWatched',
  'FindingWasRated',
  'AttemptWasDenied',
  'HistoryWasRead',
  'TrailWasRead',
  'LetterWasRead',
  'PersonSignedIn',
  'PasswordWasChanged',
  'SecondFactorWasCleared',
  'EmailWasOffered',
];

describe('who reads which facts', () => {
  test.each(SECRET)('%s is the auditor’s alone', (fact) => {
    for (const level of ['open', 'team', 'curator'] as const) {
      expect(read(level)).not.toContain(fact);
      expect(namesActor(level, fact)).toBe(false);
    }
    expect(namesActor('auditor', fact)).toBe(true);
  });

  test('a fact that nobody decided about is the auditor’s alone', () => {
    for (const level of ['open', 'team', 'curator'] as const) {
      expect(read(level)).not.toContain('SomethingNewHappened');
      expect(namesActor(level, 'SomethingNewHappened')).toBe(false);
    }
    expect(readableNames('auditor')).toBeNull();
  });

  test('the team and those who look after a thing read all that everybody reads, and more', () => {
    for (const level of ['team', 'curator'] as const) {
      expect(read(level)).toEqual(expect.arrayContaining(read('open')));
      expect(read(level).length).toBeGreaterThan(read('open').length);
    }
  });

  test('what a team reads of its competition is not what a coordinator reads', () => {
    for (const fact of ['PanelMemberWasAppointed', 'RecommendationWasMade', 'AwardWasDecided']) {
      expect(read('team')).toContain(fact);
      expect(read('curator')).not.toContain(fact);
      expect(read('open')).not.toContain(fact);
    }
    for (const fact of ['PersonWasSuspended', 'FindingWasDeclined', 'RoleWasGranted']) {
      expect(read('curator')).toContain(fact);
      expect(read('team')).not.toContain(fact);
    }
  });

  test('everybody reads that bids were opened and a question decided, and not by whom', () => {
    for (const fact of [
      'BidsWereOpened',
      'QuestionWasDecided',
      'ClarificationWasAnswered',
      'FindingWasSubmitted',
    ]) {
      expect(read('open')).toContain(fact);
      expect(namesActor('open', fact)).toBe(false);
    }
  });

  test('whoever made something public is named, because making public is a decision of somebody', () => {
    for (const fact of [
      'QuestionWasReleased',
      'FindingWasReleased',
      'ImpactWasReleased',
      'FindingWasPublished',
    ])
      expect(namesActor('open', fact)).toBe(true);
  });

  test('nobody is named in a fact that the reader does not read', () => {
    const all = new Set([...read('team'), ...read('curator'), ...SECRET]);
    for (const level of ['open', 'team', 'curator'] as const)
      for (const fact of all) if (namesActor(level, fact)) expect(read(level)).toContain(fact);
  });
});

describe('facts in words', () => {
  test.each([
    ['FindingWasPublished', 'Finding was published'],
    ['QuestionWasSubmittedForApproval', 'Question was submitted for approval'],
    ['PersonSignedIn', 'Signed in'],
    ['AttemptWasDenied', 'An attempt was denied'],
    ['Odd', 'Odd'],
  ])('%s reads “%s”', (name, words) => expect(factWords(name)).toBe(words));

  test('every fact that is shown reads as a sentence', () => {
    for (const fact of [...read('team'), ...read('curator')])
      expect(factWords(fact)).toMatch(/^[A-Z](?!.*[a-z][A-Z])/);
  });
});

describe('the trail', () => {
  const person = (roles: InstallationRole[], over: Partial<Person> = {}): Person =>
    someone({ roles, demonstration: false, ...over });
  const cases: [string, Actor, { reads: boolean; downloads: boolean }][] = [
    ['a visitor', nobody, { reads: false, downloads: false }],
    ['a member', person([]), { reads: false, downloads: false }],
    ['a coordinator', person(['coordinator']), { reads: false, downloads: false }],
    ['a committee reader', person(['committeeReader']), { reads: false, downloads: false }],
    ['an administrator', person(['administrator']), { reads: true, downloads: false }],
    ['an auditor', person(['auditor']), { reads: true, downloads: true }],
    ['one who is both', person(['administrator', 'auditor']), { reads: true, downloads: true }],
    [
      'an auditor before the second factor',
      person(['auditor'], { secondFactorPassed: false }),
      { reads: false, downloads: false },
    ],
  ];
  test.each(cases)('%s', (_who, actor, { reads, downloads }) => {
    expect(isAllowed(mayReadTrail(actor))).toBe(reads);
    expect(isAllowed(mayExportTrail(actor))).toBe(downloads);
  });
});
