import { describe, expect, test } from 'vitest';
import type { CapabilityPage } from '~/domain/governance/capabilities/queries/capability-page.server';
import { words } from '../../../tests/support/drawn';
import { drawOnPage } from '../../../tests/support/drawn-form';
import { CapabilityLinks } from './capability-links';

const capability = (over: Partial<CapabilityPage> = {}): CapabilityPage => ({
  ...{ reference: '22222222', name: 'Ledger tracing', kind: 'held', stage: 'trial', revision: 1 },
  ...{ purpose: 'Traces payments.', level: 'national', users: [], areas: [], versions: [] },
  owner: { reference: '33333333', name: 'Alpha Office', closed: false },
  ...{ questions: [], findings: [], offered: [], may: { keep: false } },
  ...over,
});
const drawn = (over: Partial<CapabilityPage> = {}) =>
  drawOnPage(<CapabilityLinks capability={capability(over)} reply={undefined} />);
const question = { id: 'link-1', reference: '44444444', title: 'Who pays <b>whom</b>?' };
const finding = { id: 'link-2', reference: '55555555', title: 'Phones counted' };
const keep = { may: { keep: true } };
const textsOf = ($: ReturnType<typeof drawn>, selector: string) =>
  $(selector)
    .toArray()
    .map((node) => words($(node).text()));

describe('what is asked and known about a capability', () => {
  test('nothing is said to be nothing that the reader can read', () => {
    const $ = drawn();
    expect(textsOf($, 'h2')).toEqual(['Questions about it', 'Findings about it']);
    expect(textsOf($, 'p')).toEqual(['No question that you can read.', 'No finding that you can read.']);
    expect($('a, form, ul').length).toBe(0);
  });

  test('each is a link with its title as it was written', () => {
    const $ = drawn({ questions: [question], findings: [finding] });
    expect(
      $('a')
        .toArray()
        .map((link) => [$(link).attr('href'), $(link).text()]),
    ).toEqual([
      ['/questions/4444-4444', 'Who pays <b>whom</b>?'],
      ['/findings/5555-5555', 'Phones counted'],
    ]);
    expect($('main b, li b').length).toBe(0);
    expect($('form').length).toBe(0);
  });

  test('they stand in the order in which they were linked', () => {
    const titles = ['Zulu', 'Alpha', 'Mike'];
    const findings = titles.map((title, at) => ({ ...finding, id: `link-${at}`, title }));
    expect(textsOf(drawn({ findings }), 'li a')).toEqual(titles);
  });

  test('who keeps it takes each away with a button that says which', () => {
    const $ = drawn({ ...keep, questions: [question], findings: [finding] });
    expect(textsOf($, 'button')).toEqual([
      'Take it away: Who pays <b>whom</b>?',
      'Take it away: Phones counted',
    ]);
    expect(
      $('input[name=link]')
        .toArray()
        .map((input) => $(input).attr('value')),
    ).toEqual(['link-1', 'link-2']);
    expect(
      $('button')
        .toArray()
        .map((button) => [$(button).attr('name'), $(button).attr('value')]),
    ).toEqual([
      ['intent', 'unlink'],
      ['intent', 'unlink'],
    ]);
    const ids = $('form')
      .toArray()
      .map((form) => $(form).attr('id'));
    expect(ids).toEqual(['unlink-link-1', 'unlink-link-2']);
  });

  test('who keeps it links another', () => {
    const address = '/governance/capabilities/2222-2222/link';
    expect(drawn(keep)(`a[href="${address}"]`).text()).toBe('Link a question or finding');
    expect(drawn()(`a[href="${address}"]`).length).toBe(0);
  });
});

describe('questions that are offered', () => {
  const offered = ['66666666', '77777777'].map((reference) => ({ reference, title: `Ask ${reference}` }));

  test('stand under a heading of their own, each with a link and a button that says which', () => {
    const $ = drawn({ ...keep, offered });
    expect(textsOf($, 'h3')).toEqual(['Questions about a capability for the same threat']);
    expect(textsOf($, 'button')).toEqual(['Link it: Ask 66666666', 'Link it: Ask 77777777']);
    expect(
      $('input[name=question]')
        .toArray()
        .map((input) => $(input).attr('value')),
    ).toEqual(['66666666', '77777777']);
    expect($('a[href="/questions/6666-6666"]').text()).toBe('Ask 66666666');
    expect($('button[name=intent]').first().attr('value')).toBe('link');
  });

  test('have no heading where there are none', () => expect(drawn(keep)('h3').length).toBe(0));

  test('every form of the page has an id of its own and the key of the page', () => {
    const $ = drawn({ ...keep, offered, questions: [question], findings: [finding] });
    const ids = $('form')
      .toArray()
      .map((form) => $(form).attr('id'));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    expect($('input[name=_key]').length).toBe(4);
  });
});
