import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import type { Verdict } from '../policy';
import { isOpenToChange, missingForReview, notStated, stateOf, stands, versionStateOf } from './finding';
import type { FindingStanding } from './finding-policy';
import * as policy from './finding-policy';

const ACTORS: Record<string, Actor> = {
  visitor: nobody,
  unverified: someone({ verified: false }),
  'no second factor': someone({ id: 'writer', secondFactorPassed: false }),
  member: someone({ expert: true }),
  writer: someone({ id: 'writer', expert: true }),
  auditor: someone({ roles: ['auditor'] }),
  committee: someone({ roles: ['committeeReader'] }),
  coordinator: someone({ roles: ['coordinator'] }),
  'writing coordinator': someone({ id: 'writer', roles: ['coordinator'] }),
};

const standing = (over: Partial<FindingStanding>): FindingStanding => ({
  submittedById: 'writer',
  state: 'published',
  everPublished: false,
  everSubmitted: false,
  released: false,
  open: null,
  ...over,
});
const open = (state: 'draft' | 'submitted' | 'returned') => ({ state, createdById: 'writer' });
const published = { everPublished: true, everSubmitted: true };

const STATES: Record<string, FindingStanding> = {
  draft: standing({ state: 'draft', open: open('draft') }),
  submitted: standing({ state: 'submitted', everSubmitted: true, open: open('submitted') }),
  returned: standing({ state: 'returned', everSubmitted: true, open: open('returned') }),
  declined: standing({ state: 'declined', everSubmitted: true }),
  published: standing(published),
  rewritten: standing({ ...published, open: open('draft') }),
  resubmitted: standing({ ...published, open: open('submitted') }),
  superseded: standing({ ...published, state: 'superseded' }),
  retracted: standing({ ...published, state: 'retracted' }),
  released: standing({ ...published, released: true }),
};

/** One letter a state, in the order of STATES: a allowed, d denied with a reason, - hidden. */
type Table = Record<keyof typeof ACTORS, string>;

const lettersOf = (rule: (actor: Actor, finding: FindingStanding) => Verdict, actor: Actor): string =>
  Object.values(STATES)
    .map((state) => ({ allow: 'a', deny: 'd', hide: '-' })[rule(actor, state).kind])
    .join('');

const holds = (rule: (actor: Actor, finding: FindingStanding) => Verdict, table: Table) => {
  for (const [who, letters] of Object.entries(table))
    expect(`${who}: ${lettersOf(rule, ACTORS[who] ?? nobody)}`).toBe(`${who}: ${letters}`);
};

describe('who may do what to a finding in which state', () => {
  // draft, submitted, returned, declined, published, rewritten, resubmitted, superseded, retracted, released
  test('see it', () =>
    holds(policy.maySeeFinding, {
      visitor: '---------a',
      unverified: '---------a',
      'no second factor': '---------a',
      member: '----aaaaaa',
      writer: 'aaaaaaaaaa',
      auditor: '----aaaaaa',
      committee: '---------a',
      coordinator: '-aaaaaaaaa',
      'writing coordinator': 'aaaaaaaaaa',
    }));

  test('go on with the draft: its writer, while nobody reviews it', () =>
    holds(policy.mayEditDraft, {
      visitor: '---------d',
      unverified: '---------d',
      'no second factor': '---------d',
      member: '----dddddd',
      writer: 'adaddadddd',
      auditor: '----dddddd',
      committee: '---------d',
      coordinator: '-ddddddddd',
      'writing coordinator': 'adaddadddd',
    }));

  test('decide on it: a coordinator who did not write it, while it waits', () =>
    holds(policy.mayReview, {
      visitor: '---------d',
      unverified: '---------d',
      'no second factor': '---------d',
      member: '----dddddd',
      writer: 'dddddddddd',
      auditor: '----dddddd',
      committee: '---------d',
      coordinator: '-addddaddd',
      'writing coordinator': 'dddddddddd',
    }));

  test.each([
    ['release', policy.mayRelease],
    ['retract', policy.mayRetract],
    ['reaffirm', policy.mayReaffirm],
  ] as const)('%s it: coordinators, once it was published', (_name, rule) =>
    holds(rule, {
      visitor: '---------d',
      unverified: '---------d',
      'no second factor': '---------d',
      member: '----dddddd',
      writer: 'dddddddddd',
      auditor: '----dddddd',
      committee: '---------d',
      coordinator: '-dddaaaaaa',
      'writing coordinator': 'ddddaaaaaa',
    }),
  );

  test('change its tags: coordinators, from review on', () =>
    holds(policy.mayEditTags, {
      visitor: '---------d',
      unverified: '---------d',
      'no second factor': '---------d',
      member: '----dddddd',
      writer: 'dddddddddd',
      auditor: '----dddddd',
      committee: '---------d',
      coordinator: '-addaaaaaa',
      'writing coordinator': 'daddaaaaaa',
    }));

  test('start a new version: its submitter or a coordinator, of what stands, one at a time', () =>
    holds(policy.mayStartVersion, {
      visitor: '---------d',
      unverified: '---------d',
      'no second factor': '---------d',
      member: '----dddddd',
      writer: 'ddddadddda',
      auditor: '----dddddd',
      committee: '---------d',
      coordinator: '-dddadddda',
      'writing coordinator': 'ddddadddda',
    }));

  test('rate or use it: whoever takes part, while it stands', () =>
    holds(policy.mayUseFinding, {
      visitor: '---------d',
      unverified: '---------d',
      'no second factor': '---------d',
      member: '----aaadda',
      writer: 'ddddaaadda',
      auditor: '----dddddd',
      committee: '---------d',
      coordinator: '-dddaaadda',
      'writing coordinator': 'ddddaaadda',
    }));

  test('nobody is refused without a reason, and nobody acts on what they may not see', () => {
    const rules = [
      policy.mayEditDraft,
      policy.mayReview,
      policy.mayRelease,
      policy.mayEditTags,
      policy.mayStartVersion,
      policy.mayUseFinding,
    ];
    for (const rule of rules)
      for (const actor of Object.values(ACTORS))
        for (const state of Object.values(STATES)) {
          const verdict = rule(actor, state);
          const seen = policy.maySeeFinding(actor, state).kind === 'allow';
          expect(verdict.kind === 'hide').toBe(!seen);
          if (verdict.kind === 'deny') expect(verdict.why).toMatch(/^[A-Z].*\.$/);
        }
  });
});

describe('who takes part', () => {
  test.each([
    ['visitor', false, false],
    ['unverified', false, false],
    ['no second factor', false, false],
    ['member', true, true],
    ['auditor', false, true],
    ['committee', false, false],
    ['coordinator', true, true],
  ] as const)('a %s shares research: %s; reads what is published: %s', (who, shares, reads) => {
    const actor = ACTORS[who] ?? nobody;
    expect(policy.takesPart(actor)).toBe(shares);
    expect(policy.mayShareFinding(actor).kind).toBe(shares ? 'allow' : 'deny');
    expect(policy.readsPublished(actor)).toBe(reads);
  });

  test('somebody with another place keeps it beside the committee', () => {
    expect(policy.takesPart(someone({ roles: ['committeeReader'], expert: true }))).toBe(true);
  });
});

describe('how far a finding has come', () => {
  const stamp = fc.option(fc.date({ noInvalidDate: true }), { nil: null });
  const version = fc.record({
    submittedAt: stamp,
    returnedAt: stamp,
    declinedAt: stamp,
    publishedAt: stamp,
  });

  test('what is published is nothing else, and only drafts and returned ones can be changed', () => {
    fc.assert(
      fc.property(version, (stamps) => {
        const state = versionStateOf(stamps);
        if (stamps.publishedAt) expect(state).toBe('published');
        if (isOpenToChange(state)) {
          expect(stamps.publishedAt).toBeNull();
          expect(stamps.declinedAt).toBeNull();
        }
        if (state === 'draft') expect(stamps.submittedAt).toBeNull();
      }),
    );
  });

  test('what was retracted or superseded never stands again through a new version', () => {
    fc.assert(
      fc.property(version, stamp, stamp, stamp, (latest, publishedAt, supersededAt, retractedAt) => {
        const state = stateOf({ publishedAt, supersededAt, retractedAt }, latest);
        if (retractedAt) expect(state).toBe('retracted');
        else if (supersededAt) expect(state).toBe('superseded');
        if (stands(state) && publishedAt) expect([retractedAt, supersededAt]).toEqual([null, null]);
      }),
    );
  });

  test.each([
    [{ title: '', authors: 0, year: null }, ['a title', 'at least one author', 'the year']],
    [{ title: '  ', authors: 1, year: 2020 }, ['a title']],
    [{ title: 'T', authors: 1, year: 2020 }, []],
  ])('%j lacks %j before review', (draft, missing) => expect(missingForReview(draft)).toEqual(missing));

  test.each([
    [{ keyMessages: '', limits: ' ', licence: '\n' }, ['key messages', 'limits', 'licence']],
    [{ keyMessages: 'k', limits: 'l', licence: '' }, ['licence']],
    [{ keyMessages: 'k', limits: 'l', licence: 'c' }, []],
  ])('%j does not state %j', (said, missing) => expect(notStated(said)).toEqual(missing));
});
