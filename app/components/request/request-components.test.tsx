import { load } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { RequestView } from '~/domain/requests/queries/request-page.server';
import { REQUEST_KINDS, STATE_WORDS } from '~/domain/requests/request';
import { AnnexStub } from '../annex-stub';
import { RequestFacts } from './request-facts';
import { RequestSteps } from './request-steps';
import { RequestTimeline } from './request-timeline';

const read = (element: ReactElement) => {
  const $ = load(renderToStaticMarkup(element));
  return {
    words: $('body').text().replace(/\s+/g, ' ').trim(),
    links: $('a')
      .toArray()
      .map((node) => `${$(node).text()} ${$(node).attr('href') ?? ''}`),
  };
};

const NONE = { answer: false, comment: false, cancel: false };
const request = (over: Partial<RequestView> = {}): RequestView => ({
  ...{ reference: 'H7K4QXM2', kind: 'access', state: 'asked', expiresAt: new Date('2026-12-22') },
  ...{ reason: 'For a review', conditions: '', askedBy: 'Mel Member', events: [], isOwn: false, may: NONE },
  about: { title: 'Boats', noun: 'finding', reference: 'AAAA2222', collection: null, into: null },
  ...over,
});
const stepsOf = (over: Partial<RequestView>) =>
  read(<RequestSteps request={request(over)} />).links.map((link) => link.split(' /')[0]);

describe('what can be done with a request', () => {
  test('nothing, once it has ended', () => {
    expect(read(<RequestSteps request={request({ state: 'declined' })} />).words).toBe('');
  });

  test('by who answers', () =>
    expect(stepsOf({ may: { ...NONE, answer: true, comment: true } })).toEqual([
      'Accept it',
      'Decline it',
      'Say that you look into it',
      'Comment',
    ]));

  test('by who answers and has said that they look into it', () =>
    expect(stepsOf({ state: 'held', may: { ...NONE, answer: true } })).toEqual(['Accept it', 'Decline it']));

  test('by who asked', () =>
    expect(stepsOf({ may: { ...NONE, comment: true, cancel: true } })).toEqual(['Comment', 'Cancel it']));

  test('each leads to a page of its own', () =>
    expect(read(<RequestSteps request={request({ may: { ...NONE, cancel: true } })} />).links).toEqual([
      'Cancel it /requests/H7K4-QXM2/cancel',
    ]));
});

describe('what is asked', () => {
  test('names what it is about, who asks and why', () => {
    const { words, links } = read(<RequestFacts request={request()} />);
    expect(words).toBe('AboutBoatsAsked byMel MemberWhyFor a review');
    expect(links).toEqual(['Boats /findings/AAAA-2222']);
  });

  test('names the collection, the other finding, and the conditions that were accepted', () => {
    const about = {
      ...request().about,
      collection: { slug: 'small-boats', title: 'Small boats' },
      into: { reference: 'BBBB2222', title: 'Ships' },
    };
    const { words, links } = read(<RequestFacts request={request({ about, conditions: 'Tell nobody' })} />);
    expect(words).toContain('Conditions that were acceptedTell nobody');
    expect(links).toEqual([
      'Boats /findings/AAAA-2222',
      'Small boats /collections/small-boats',
      'Ships /findings/BBBB-2222',
    ]);
  });

  test('leads to the question that an annex stands beside', () => {
    const about = { ...request().about, noun: 'question' as const };
    expect(read(<RequestFacts request={request({ about })} />).links).toEqual(['Boats /questions/AAAA-2222']);
  });
});

describe('what happened', () => {
  const at = new Date('2026-11-22T12:00:00Z');
  test('is told in order, with who did it', () => {
    const events = [
      { kind: 'asked', at, text: 'For a review', person: { name: 'Mel Member' } },
      { kind: 'held', at, text: '', person: { name: 'Olu Wner' } },
      { kind: 'expired', at, text: '', person: null },
    ] as RequestView['events'];
    const { words } = read(<RequestTimeline events={events} />);
    expect(words).toMatch(/Asked.*by Mel Member.*For a review.*Held.*by Olu Wner.*Expired: nobody answered/);
  });

  test('words stay words', () => {
    const events = [{ kind: 'commented', at, text: '<img src=x>', person: null }] as RequestView['events'];
    expect(renderToStaticMarkup(<RequestTimeline events={events} />)).toContain('&lt;img');
  });
});

test('every state and kind has words', () => {
  expect(Object.values(STATE_WORDS).every((word) => word.length > 3)).toBe(true);
  expect(new Set(REQUEST_KINDS).size).toBe(5);
});

describe('in the place of an annex', () => {
  const stub = (over: Partial<Parameters<typeof AnnexStub>[0]['annex']>) =>
    read(
      <AnnexStub
        noun="finding"
        reference="AAAA2222"
        annex={{ words: 1200, reads: false, keeps: false, asks: false, ...over }}
      />,
    );
  test.each([
    ['a visitor', {}, '[restricted: 1,200 words] It is for a named list of people.', []],
    ['a member', { asks: true }, 'Ask for access', ['Ask for access /annexes/finding/AAAA-2222/ask']],
    ['a reader', { reads: true }, 'Read the annex', ['Read the annex /annexes/finding/AAAA-2222']],
    [
      'who may write one',
      { words: 0, keeps: true },
      'Write a restricted annex',
      ['Write a restricted annex /annexes/finding/AAAA-2222/text'],
    ],
  ])('%s', (_name, over, words, links) => {
    const shown = stub(over);
    expect(shown.words.replace('words]It', 'words] It')).toContain(words);
    expect(shown.links).toEqual(links);
  });

  test('one word is one word', () => expect(stub({ words: 1 }).words).toContain('[restricted: 1 word]'));
});
