import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksToBeConfirmed, CONFIRM_AFTER_DAYS, expertProfileInput } from './expert-profile';
import { INVITATION_DAYS, invitationInput, stateOfInvitation } from './invitations/invitation';
import { domainsInput, showKind, showLevel } from './organisations/organisation';
import { stateOfPerson } from './person';
import { codeInput } from './secrets/second-factor-input';
import { showTeamRoles, TEAM_ROLE_NAMES } from './teams/team';

const read = (fields: Record<string, unknown>) => {
  const parsed = expertProfileInput.safeParse(fields);
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

describe('a profile as typed', () => {
  test('left empty says nothing and is not listed', () => {
    expect(read({})).toMatchObject({
      summary: '',
      languages: [],
      availability: 'unstated',
      clearanceLevel: '',
      listed: false,
      webAddress: '',
    });
  });

  test.each([
    ['commas', 'albanian, French', ['Albanian', 'French']],
    ['lines', 'Albanian\nFrench\n', ['Albanian', 'French']],
    ['repeats and spaces', ' west   midlands; west midlands ,', ['West midlands']],
    ['what was read before', ['Albanian', 'French'], ['Albanian', 'French']],
  ])('names by %s are told apart', (_what, typed, names) => {
    expect(read({ languages: typed })).toMatchObject({ languages: names });
  });

  test('too many names, and too long ones, are refused', () => {
    const says = [['languages', 'Enter 20 names or fewer, each of 60 characters or fewer']];
    expect(read({ languages: Array.from({ length: 21 }, (_, n) => `L${n}`).join(',') })).toEqual(says);
    expect(read({ languages: 'x'.repeat(61) })).toEqual(says);
  });

  test.each([
    ['https://www.example.ac.uk/people/ada', true],
    ['http://example.org', true],
    ['', true],
    ['example.org', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['https://localhost', false],
    ['https://', false],
    ['https://a.b c', false],
    [`https://example.org/${'x'.repeat(300)}`, false],
  ])('the web page %j: %s', (webAddress, taken) => {
    expect(Array.isArray(read({ webAddress }))).toBe(!taken);
  });

  test.each([
    ['', undefined],
    ['0', 0],
    [' 12 ', 12],
    ['366', 366],
    ['367', null],
    ['-1', null],
    ['1.5', null],
    ['ten', null],
    ['Infinity', null],
  ])('days a year %j', (capacityDays, days) => {
    const result = read({ capacityDays });
    if (days === null) expect(result).toEqual([['capacityDays', 'Enter a number of days from 0 to 366']]);
    else expect(Array.isArray(result) ? null : result.capacityDays).toBe(days);
  });

  test('parsed again it is the same, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.record({
          summary: fc.string({ maxLength: 200 }),
          languages: fc.string({ maxLength: 60 }),
          regions: fc.array(fc.string({ maxLength: 10 }), { maxLength: 5 }),
          capacityDays: fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 366 }).map(String)),
          listed: fc.constantFrom('on', undefined),
          availableFrom: fc.oneof(
            fc.constant(undefined),
            fc.constant({ day: '1', month: '9', year: '2027' }),
          ),
        }),
        (typed) => {
          const once = expertProfileInput.parse(typed);
          expect(expertProfileInput.parse(once)).toEqual(once);
        },
      ),
    );
  });

  test('a field that the form does not have is refused', () => {
    expect(expertProfileInput.safeParse({ personId: 'somebody' }).success).toBe(false);
  });
});

test('a profile asks to be confirmed after half a year, not a moment before', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const before = (days: number, ms = 0) => new Date(now.getTime() - days * 86_400_000 - ms);
  expect(asksToBeConfirmed(before(CONFIRM_AFTER_DAYS), now)).toBe(false);
  expect(asksToBeConfirmed(before(CONFIRM_AFTER_DAYS, 1), now)).toBe(true);
  expect(asksToBeConfirmed(now, now)).toBe(false);
});

describe('e-mail domains that let people in', () => {
  const domains = (typed: unknown) => {
    const parsed = domainsInput.safeParse(typed);
    return parsed.success ? parsed.data : parsed.error.issues[0]?.message;
  };

  test.each([
    ['one', 'example.ac.uk', ['example.ac.uk']],
    [
      'several, however separated',
      'a.ac.uk, b.org;c.gov.uk\nd.police.uk',
      ['a.ac.uk', 'b.org', 'c.gov.uk', 'd.police.uk'],
    ],
    ['one as people write it', '@Example.AC.uk', ['example.ac.uk']],
    ['one twice', 'a.org a.org', ['a.org']],
    ['none', '', []],
    ['nothing at all', undefined, []],
  ])('%s', (_what, typed, read_) => expect(domains(typed)).toEqual(read_));

  test.each(['gmail.com', 'GMAIL.com', 'ac.uk', 'gov.uk', 'police.uk', 'co.uk', 'proton.me'])(
    '%s proves nobody’s organisation',
    (typed) => expect(domains(typed)).toContain('is used by many organisations, so it proves none'),
  );

  test.each([
    'example',
    'exa mple.org',
    '-a.org',
    'a-.org',
    'a..org',
    'ada@example.org',
    '<b>.org',
    '1.2.3.4',
    '*.ac.uk',
  ])('%s is none', (typed) => expect(domains(typed)).toBe('Enter domains like example.ac.uk'));

  test('what is stored is read the same again', () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label), { maxLength: 8 }), (pairs) => {
        const typed = pairs.map(([one, two]) => `${one}.${two}.org`).join(', ');
        const once = domainsInput.parse(typed);
        expect(domainsInput.parse(once)).toEqual(once);
      }),
    );
  });
});

describe('an invitation', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const open = { acceptedAt: null, revokedAt: null, expiresAt: new Date(now.getTime() + 1) };
  test.each([
    ['waits until its time', {}, 'open'],
    ['expires at its very instant', { expiresAt: now }, 'expired'],
    ['stays accepted after its time', { acceptedAt: now, expiresAt: new Date(0) }, 'accepted'],
    ['that was taken back stays so after its time', { revokedAt: now, expiresAt: new Date(0) }, 'revoked'],
  ])('%s', (_what, over, state) => expect(stateOfInvitation({ ...open, ...over }, now)).toBe(state));

  test('takes no role of nobody, neither in a team nor of the installation', () => {
    const address = 'ada@example.org';
    expect(invitationInput.safeParse({ address }).success).toBe(true);
    for (const over of [{ teamRoles: ['king'] }, { installationRoles: ['root'] }, { verified: true }])
      expect(invitationInput.safeParse({ address, ...over }).success).toBe(false);
    expect(INVITATION_DAYS).toBe(30);
  });
});

describe('a person', () => {
  const at = new Date();
  const none = { verifiedAt: null, suspendedAt: null, erasedAt: null };
  test.each([
    [none, 'unverified'],
    [{ ...none, verifiedAt: at }, 'member'],
    [{ ...none, suspendedAt: at }, 'suspended'],
    [{ ...none, verifiedAt: at, suspendedAt: at }, 'suspended'],
    [{ verifiedAt: at, suspendedAt: at, erasedAt: at }, 'erased'],
    [{ ...none, erasedAt: at }, 'erased'],
  ])('in the standing %# is %s', (standing, state) => expect(stateOfPerson(standing)).toBe(state));
});

test('roles in a team are named in one order, however they were given', () => {
  expect(showTeamRoles(['observer', 'author'])).toBe('Author, observer');
  expect(showTeamRoles(['moderator', 'seniorResponsibleOwner'])).toBe('Senior responsible owner, moderator');
  expect(showTeamRoles([])).toBe('');
  fc.assert(
    fc.property(fc.shuffledSubarray(TEAM_ROLE_NAMES), (roles) => {
      expect(showTeamRoles(roles)).toBe(showTeamRoles([...roles].sort()));
      expect(showTeamRoles(roles).split(', ').filter(Boolean)).toHaveLength(roles.length);
    }),
  );
});

test('what is not known of an organisation is said', () => {
  expect(showLevel(null)).toBe('not known');
  expect(showLevel('regional')).toBe('Regional');
  expect(showKind('police-force')).toBe('Police force');
  expect(showKind('a-kind-of-later')).toBe('a-kind-of-later');
});

describe('a code of the second factor', () => {
  test.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 12-34-56 ', '123456'],
    ['K3F9W-2M7QX', 'k3f9w2m7qx'],
  ])('%j is read as %j', (typed, code) => expect(codeInput.parse(typed)).toBe(code));

  test.each([
    ['', 'Enter a code'],
    ['   ', 'Enter a code'],
    [undefined, 'Enter a code'],
    ['12345', 'Enter the six digits of your app, or a recovery code'],
    ['1234567', 'Enter the six digits of your app, or a recovery code'],
    ['１２３４５６', 'Enter the six digits of your app, or a recovery code'],
    ['abc!efghij', 'Enter the six digits of your app, or a recovery code'],
  ])('%j is none', (typed, says) => expect(codeInput.safeParse(typed).error?.issues[0]?.message).toBe(says));
});
