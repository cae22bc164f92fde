import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOfToken, newToken } from '~/platform/one-time-tokens.server';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { addDays, ukDay } from '../../uk-time';
import { authorsWithAccount } from './authors-with-account';
import { changesNothing, levelNow, prolongsSilently, type FileAccess } from './file-access';
import { mayAskForFiles, mayGiveFiles, mayKeepFiles, mayReadFiles, type FilesStanding } from './file-policy';
import { filesView } from './files-view';
import { linkUse, tokenShape } from './link-in-force.server';

const NOW = new Date('2026-11-22T12:00:00Z');
const days = fc
  .integer({ min: -4000, max: 4000 })
  .map((offset) => addDays(new Date('2026-11-22T00:00:00Z'), offset));
const reasons = fc.constantFrom('It names informants', 'it names INFORMANTS ', 'The journal is late', '');
const rules: fc.Arbitrary<FileAccess> = fc.oneof(
  fc.record({
    level: fc.constantFrom('open' as const, 'restricted' as const),
    opensOn: fc.constant(null),
    reason: reasons,
    conditions: fc.constantFrom('', 'Tell nobody'),
  }),
  fc.record({
    level: fc.constant('embargoed' as const),
    opensOn: days,
    reason: reasons,
    conditions: fc.constantFrom('', 'Tell nobody'),
  }),
);

describe('a rule about files, whatever it says', () => {
  test('an embargo is over from its day on, and never closes again by itself', () =>
    fc.assert(
      fc.property(rules, fc.integer({ min: -5000, max: 5000 }), fc.nat(5000), (rule, offset, more) => {
        const now = addDays(NOW, offset);
        const level = levelNow(rule, now);
        if (rule.level === 'embargoed')
          expect(level).toBe(rule.opensOn && ukDay(now) >= rule.opensOn ? 'open' : 'embargoed');
        else expect(level).toBe(rule.level);
        if (level === 'open') expect(levelNow(rule, addDays(now, more))).toBe('open');
      }),
    ));

  test('set again it changes nothing, and it prolongs nothing', () =>
    fc.assert(
      fc.property(rules, (rule) => {
        expect(changesNothing(rule, { ...rule, reason: 'Another' })).toBe(true);
        expect(prolongsSilently(rule, rule)).toBe(false);
        expect(prolongsSilently(null, rule)).toBe(false);
      }),
    ));

  test('a later day under the same words is silent, however they are spelt', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), fc.string(), (opensOn, by, reason) => {
        const before: FileAccess = { level: 'embargoed', opensOn, reason, conditions: '' };
        const after = { ...before, opensOn: addDays(opensOn, by), reason: ` ${reason.toUpperCase()}\n` };
        const isSame = after.reason.trim().toLowerCase() === reason.trim().toLowerCase();
        expect(prolongsSilently(before, after)).toBe(by > 0 && isSame);
        expect(prolongsSilently(before, { ...after, reason: `${reason} and more` })).toBe(false);
      }),
    ));

  test.each([
    ['from none to open', null, { level: 'open' }, true],
    ['from none to restricted', null, { level: 'restricted' }, false],
    ['to another day', {}, { opensOn: new Date('2027-02-02') }, false],
    ['to no day', {}, { level: 'restricted', opensOn: null }, false],
    ['to conditions', {}, { conditions: 'Tell nobody' }, false],
    ['to another reason alone', {}, { reason: 'Another' }, true],
  ] as const)('%s changes nothing: %s', (_name, before, over, nothing) => {
    const held: FileAccess = {
      ...{ level: 'embargoed', opensOn: new Date('2027-02-01'), reason: 'Review', conditions: '' },
    };
    const from = before && held;
    const to: FileAccess = { ...(from ?? { ...held, opensOn: null }), ...over };
    expect(changesNothing(from, to)).toBe(nothing);
  });
});

const PEOPLE: Record<string, Actor> = {
  visitor: nobody,
  unverified: someone({ id: 'unverified', verified: false }),
  other: someone({ id: 'other' }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  committee: someone({ id: 'committee', roles: ['committeeReader'] }),
  administrator: someone({ id: 'administrator', roles: ['administrator'] }),
  owner: someone({ id: 'owner' }),
  'owner, half signed in': someone({ id: 'owner', secondFactorPassed: false }),
  author: someone({ id: 'author' }),
  writer: someone({ id: 'writer' }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
};
const actors = fc.constantFrom(...Object.values(PEOPLE));
const standings: fc.Arbitrary<FilesStanding> = fc
  .record({
    rule: fc.option(rules),
    state: fc.constantFrom(
      'published' as const,
      'superseded' as const,
      'retracted' as const,
      'draft' as const,
    ),
    released: fc.boolean(),
    writes: fc.boolean(),
    grantedUntil: fc.option(days),
  })
  .map(({ rule, state, released, writes, grantedUntil }) => ({
    finding: {
      ...{ submittedById: 'owner', state, released: released && state !== 'draft' },
      ...{ everPublished: state !== 'draft', everSubmitted: state !== 'draft' },
      open: writes ? { state: 'draft' as const, createdById: 'writer' } : null,
    },
    ...{ authorIds: ['author'], access: rule, grantedUntil },
  }));

describe('whoever asks, of whatever files', () => {
  test('a stricter rule never lets anybody in, and asking is for who is shut out', () =>
    fc.assert(
      fc.property(actors, standings, (actor, files) => {
        const reads = mayReadFiles(actor, files).kind;
        const open = mayReadFiles(actor, { ...files, access: null }).kind;
        if (reads === 'allow') expect(open).toBe('allow');
        expect(reads === 'hide').toBe(open === 'hide');
        if (mayAskForFiles(actor, files).kind === 'allow') expect(reads).toBe('deny');
        if (mayKeepFiles(actor, files).kind === 'allow') expect(reads).toBe('allow');
        if (mayGiveFiles(actor, files).kind === 'allow')
          expect(mayKeepFiles(actor, files).kind).toBe('allow');
      }),
      { numRuns: 400 },
    ));

  test('a page says of them what the policy says, and never a day or reason that no longer holds', () =>
    fc.assert(
      fc.property(actors, standings, fc.nat(3), (actor, files, count) => {
        const row = {
          versions: [{ publishedAt: NOW, authors: [{ personId: 'author' }] }],
          fileAccess: files.access && {
            ...files.access,
            opensOn: files.access.opensOn?.toISOString().slice(0, 10) ?? null,
          },
          filesUntil: files.grantedUntil,
        };
        const view = filesView(actor, row, files.finding, count);
        expect(view.may).toEqual({
          read: mayReadFiles(actor, files).kind === 'allow',
          keep: mayKeepFiles(actor, files).kind === 'allow',
          give: mayGiveFiles(actor, files).kind === 'allow',
          ask: count > 0 && mayAskForFiles(actor, files).kind === 'allow',
        });
        expect(view.level).toBe(levelNow(files.access, actor.asOf));
        expect(view.opensOn !== null).toBe(view.level === 'embargoed');
        if (view.level === 'open') expect(view.reason).toBe('');
      }),
      { numRuns: 400 },
    ));
});

describe('what closed files say', () => {
  const why = (access: Partial<FileAccess>) => {
    const verdict = mayReadFiles(someone({ id: 'other' }), {
      finding: {
        ...{ submittedById: 'owner', state: 'published', everPublished: true, everSubmitted: true },
        ...{ released: true, open: null },
      },
      ...{ authorIds: [], grantedUntil: null },
      access: {
        level: 'restricted',
        opensOn: null,
        reason: 'They name informants',
        conditions: '',
        ...access,
      },
    });
    return verdict.kind === 'deny' ? verdict.why : verdict.kind;
  };

  test.each([
    [{}, 'The files of this finding are restricted: They name informants'],
    [
      { level: 'embargoed', opensOn: new Date('2027-03-01') },
      'The files of this finding are under embargo until 1 March 2027: They name informants',
    ],
    [{ level: 'open' }, 'allow'],
  ] as const)('%o: %s', (access, expected) => expect(why(access)).toBe(expected));
});

describe('authors who keep the files', () => {
  const version = (publishedAt: Date | null, ...ids: (string | null)[]) => ({
    publishedAt,
    authors: ids.map((personId) => ({ personId })),
  });
  test.each([
    ['of what was published', [version(NOW, 'a', 'b')], ['a', 'b']],
    ['not whom a draft names', [version(null, 'a'), version(NOW, 'b')], ['b']],
    ['not those without an account', [version(NOW, null, 'b', null)], ['b']],
    ['of an earlier version too', [version(NOW, 'b'), version(NOW, 'a')], ['b', 'a']],
    ['of nothing', [], []],
  ])('%s', (_name, versions, expected) => expect(authorsWithAccount(versions)).toEqual(expected));
});

describe('the token of a link', () => {
  test('has the shape that addresses are read by, and is told apart by every letter', () => {
    const made = Array.from({ length: 20 }, () => newToken());
    for (const { token, hash } of made) {
      expect(token).toMatch(tokenShape);
      expect(Buffer.from(hashOfToken(token))).toEqual(Buffer.from(hash));
      expect(Buffer.from(hashOfToken(token.toLowerCase())).equals(Buffer.from(hash))).toBe(
        token === token.toLowerCase(),
      );
    }
    expect(new Set(made.map(({ token }) => token)).size).toBe(20);
  });

  test.each([
    '',
    'x',
    'a'.repeat(42),
    'a'.repeat(44),
    `${'a'.repeat(42)}=`,
    `${'a'.repeat(43)}\n`,
    'ä'.repeat(43),
  ])('%j has not', (guess) => expect(tokenShape.test(guess)).toBe(false));

  test('a use names the link and the file, and nobody', () => {
    expect(linkUse({ linkId: 'link', findingId: 'finding' }, 'file')).toEqual({
      ...{ name: 'FileLinkWasUsed', noun: 'finding', nounId: 'finding' },
      data: { linkId: 'link', file: 'file' },
    });
    expect(linkUse({ linkId: 'link', findingId: 'finding' }, null).data).toEqual({
      linkId: 'link',
      file: null,
    });
  });
});
