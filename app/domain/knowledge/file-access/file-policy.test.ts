import { describe, expect, test } from 'vitest';
import { someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { changesNothing, levelNow, prolongsSilently, type FileAccess } from './file-access';
import { mayAskForFiles, mayGiveFiles, mayKeepFiles, mayReadFiles, type FilesStanding } from './file-policy';

const NOW = new Date('2026-11-22T12:00:00Z');
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const access = (over: Partial<FileAccess> = {}): FileAccess => ({
  ...{ level: 'restricted', opensOn: null, reason: 'It names informants', conditions: '' },
  ...over,
});
const embargo = (opensOn: string, reason = 'The paper is under review') =>
  access({ level: 'embargoed', opensOn: day(opensOn), reason });

describe('an embargo', () => {
  test.each([
    ['none', null, 'open'],
    ['tomorrow', embargo('2026-11-23'), 'embargoed'],
    ['today', embargo('2026-11-22'), 'open'],
    ['restricted', access(), 'restricted'],
  ] as const)('of %s', (_name, rule, level) => expect(levelNow(rule, NOW)).toBe(level));

  test('ends at midnight in the UK, not in UTC', () => {
    const summer = embargo('2027-07-01');
    expect(levelNow(summer, new Date('2027-06-30T22:59:59Z'))).toBe('embargoed');
    expect(levelNow(summer, new Date('2027-06-30T23:00:00Z'))).toBe('open');
  });

  test.each([
    ['another day, the same words', embargo('2027-02-01', ' the paper IS under review '), true],
    ['another day, another reason', embargo('2027-02-01', 'The journal is late'), false],
    ['an earlier day', embargo('2026-12-01'), false],
    ['restricted instead', access(), false],
  ])('is prolonged silently by %s', (_name, after, silently) =>
    expect(prolongsSilently(embargo('2027-01-01'), after)).toBe(silently),
  );

  test('set again as it is changes nothing', () => {
    expect(changesNothing(embargo('2027-01-01'), embargo('2027-01-01', 'Other words'))).toBe(true);
    expect(changesNothing(null, access({ level: 'open' }))).toBe(true);
    expect(changesNothing(access(), access({ conditions: 'Tell nobody' }))).toBe(false);
  });
});

const owner = someone({ id: 'owner', asOf: NOW });
const author = someone({ id: 'author', asOf: NOW });
const other = someone({ id: 'other', asOf: NOW });
const coordinator = someone({ id: 'coordinator', asOf: NOW, roles: ['coordinator'] });
const auditor = someone({ id: 'auditor', asOf: NOW, roles: ['auditor'] });
const visitor: Actor = { kind: 'visitor', asOf: NOW };

const files = (over: Partial<FilesStanding> = {}, finding = {}): FilesStanding => ({
  finding: {
    ...{ submittedById: owner.id, state: 'published', everPublished: true, everSubmitted: true },
    ...{ released: true, open: null, ...finding },
  },
  authorIds: [author.id],
  access: access(),
  grantedUntil: null,
  ...over,
});
const kinds = (rule: typeof mayReadFiles, standing: FilesStanding) =>
  [visitor, other, auditor, owner, author, coordinator].map((who) => rule(who, standing).kind);

describe('the files of a finding', () => {
  test('open: everybody who reads the finding', () =>
    expect(kinds(mayReadFiles, files({ access: null }))).toEqual(Array(6).fill('allow')));

  test('restricted: those who keep them alone', () =>
    expect(kinds(mayReadFiles, files())).toEqual(['deny', 'deny', 'deny', 'allow', 'allow', 'allow']));

  test('under embargo: the same, until its day', () => {
    const until = (opensOn: string) => kinds(mayReadFiles, files({ access: embargo(opensOn) }));
    expect(until('2026-11-23')).toEqual(['deny', 'deny', 'deny', 'allow', 'allow', 'allow']);
    expect(until('2026-11-22')).toEqual(Array(6).fill('allow'));
  });

  test('a grant lets one person in until its last day', () => {
    const until = (iso: string) => mayReadFiles(other, files({ grantedUntil: day(iso) })).kind;
    expect([until('2026-11-22'), until('2026-11-21')]).toEqual(['allow', 'deny']);
    expect(mayReadFiles(visitor, files({ grantedUntil: day('2027-01-01') })).kind).toBe('deny');
  });

  test('where the finding itself is hidden, so are its files', () => {
    const draft = files(
      { access: null },
      { state: 'draft', everPublished: false, everSubmitted: false, released: false },
    );
    expect(kinds(mayReadFiles, draft)).toEqual(['hide', 'hide', 'hide', 'allow', 'hide', 'hide']);
    expect(kinds(mayKeepFiles, draft)).toEqual(['hide', 'hide', 'hide', 'allow', 'hide', 'hide']);
    expect(mayGiveFiles(owner, draft).kind).toBe('deny');
  });

  test('only those who may not read them ask, and only members', () => {
    expect(kinds(mayAskForFiles, files())).toEqual(['deny', 'allow', 'allow', 'deny', 'deny', 'deny']);
    expect(kinds(mayAskForFiles, files({}, { state: 'retracted' }))[1]).toBe('hide');
  });

  test('of what was retracted nobody opens or closes anything', () =>
    expect(mayKeepFiles(coordinator, files({}, { state: 'retracted' })).kind).toBe('deny'));
});
