import { beforeAll, describe, expect, test } from 'vitest';
import { matchRoutes } from '@remix-run/react';
import addresses from '~/routes';
import { env } from '~/platform/env.server';
import {
  addressTakenLetter,
  alreadyJoinedLetter,
  confirmEmailLetter,
  invitationLetter,
  joinDecidedLetter,
  joinLetter,
  noAccountLetter,
  passwordChangedLetter,
  resetLetter,
} from '~/domain/people/letters/letters.server';

const TO = 'ada@example.org';
const TOKEN = 'A-token_of-43-characters-0123456789abcdefgh';
const about = { inviter: 'Ina Viter', into: ' as a member of the team Ports', note: '' };

const withLink = {
  joining: joinLetter(TO, TOKEN),
  resetting: resetLetter(TO, TOKEN),
  confirming: confirmEmailLetter(TO, TOKEN),
  inviting: invitationLetter(TO, TOKEN, about),
};
const withoutLink = {
  'who joined already': alreadyJoinedLetter(TO),
  'who has no account': noAccountLetter(TO),
  'whose password was changed': passwordChangedLetter(TO),
  'whose address is taken': addressTakenLetter(TO),
  'who was let in': joinDecidedLetter(TO, true, ''),
  'who was declined': joinDecidedLetter(TO, false, 'We do not know you'),
};

const linksOf = (text: string) => text.match(/https?:\/\/\S+/g) ?? [];

describe('a letter with a link', () => {
  test.each(Object.entries(withLink))('for %s goes to that address with the token once', (_what, letter) => {
    expect(letter.toAddress).toBe(TO);
    expect(letter.text.split(TOKEN)).toHaveLength(2);
    expect(letter.subject).not.toContain(TOKEN);
    expect(letter.text).toMatch(/within (one hour|one day|30 days)/);
  });

  test.each(Object.entries(withLink))(
    'for %s leads to a page of ours by a whole address',
    (_what, letter) => {
      const [link = '', ...more] = linksOf(letter.text);
      expect(more).toEqual([]);
      expect(link.startsWith(env.SOUNDINGS_BASE_URL)).toBe(true);
      const path = link.slice(env.SOUNDINGS_BASE_URL.length);
      const route = matchRoutes(addresses as Parameters<typeof matchRoutes>[0], path)?.at(-1)?.route;
      expect(route?.path).toMatch(/:token$/);
    },
  );
});

describe('a letter that only tells', () => {
  test.each(Object.entries(withoutLink))(
    'somebody %s holds no token, and its links are pages',
    (_who, letter) => {
      expect(letter.toAddress).toBe(TO);
      expect(letter.text).not.toMatch(/\/[\w-]{43}(\s|$)/);
      for (const link of linksOf(letter.text)) {
        const path = link.slice(env.SOUNDINGS_BASE_URL.length);
        const route = matchRoutes(addresses as Parameters<typeof matchRoutes>[0], path)?.at(-1)?.route;
        expect(route?.path).not.toBe('*');
      }
    },
  );

  test('of a decision gives the reason where there is one', () => {
    expect(joinDecidedLetter(TO, false, 'We do not know you').text).toContain(
      'The reason given: We do not know you',
    );
    expect(joinDecidedLetter(TO, true, '').text).not.toContain('reason');
  });
});

describe('an invitation', () => {
  let text: string;
  beforeAll(() => {
    text = invitationLetter(TO, TOKEN, { ...about, note: 'See you <b>there</b>\nhttps://evil.test/x' }).text;
  });

  test('says who invites into what, in words of theirs apart', () => {
    expect(text).toContain('Ina Viter invites you to Soundings as a member of the team Ports.');
    expect(text).toContain('They write: See you <b>there</b>');
    expect(withLink.inviting.text).not.toContain('They write');
  });

  test('ends with our own link, so that a link among the words is not taken for it', () => {
    expect(linksOf(text).at(-1)).toContain(TOKEN);
  });
});
