import { describe, expect, test } from 'vitest';
import { KIND_WORDS, LIFE_DAYS, REQUEST_KINDS, type RequestKind } from '~/domain/requests/request';
import { words } from '../../../tests/support/drawn';
import { drawFields, drawOnPage, refused } from '../../../tests/support/drawn-form';
import { AskFields } from './ask-fields';
import { AskPage } from './ask-page';

const COLLECTIONS = [
  { slug: 'small-boats', title: 'Small boats' },
  { slug: 'lorries', title: 'Lorries <b>' },
];
const asked = (kind: RequestKind, conditions = '') => ({ kind, conditions, collections: COLLECTIONS });
type Drawing = Parameters<typeof drawFields>[1];
const fieldsOf = (kind: RequestKind, conditions?: string, drawing?: Drawing) =>
  drawFields((fields) => <AskFields fields={fields} asked={asked(kind, conditions)} />, drawing);
const namesOf = ($: ReturnType<typeof fieldsOf>): (string | undefined)[] =>
  $('input:not([name=_key]), select, textarea')
    .toArray()
    .map((node) => $(node).attr('name'));

describe('what is filled in to ask', () => {
  test.each([
    ['access', '', ['reason']],
    ['access', 'Tell nobody.', ['reason', 'conditions', 'accepts']],
    ['annex', '', ['reason']],
    ['annex', 'Tell nobody.', ['reason']],
    ['inclusion', 'Tell nobody.', ['collection', 'reason']],
    ['deletion', 'Tell nobody.', ['reason']],
    ['merge', 'Tell nobody.', ['into', 'reason']],
  ] as const)('for %s with the conditions “%s”', (kind, conditions, names) =>
    expect(namesOf(fieldsOf(kind, conditions))).toEqual(names),
  );

  test('every kind says who reads the reason', () => {
    const hints = REQUEST_KINDS.map((kind) => words(fieldsOf(kind)('#form-reason-hint').text()));
    expect(new Set(hints).size).toBe(REQUEST_KINDS.length);
    for (const hint of hints) expect(hint).toMatch(/read/);
  });

  test('conditions stand word for word in what is sent and line for line on the page', () => {
    const conditions = 'Destroy it after use.\nTell "nobody" <script>alert(1)</script>.';
    const $ = fieldsOf('access', conditions);
    expect($('input[name=conditions]').attr('value')).toBe(conditions);
    expect(
      $('.govuk-inset-text p')
        .toArray()
        .map((line) => $(line).text()),
    ).toEqual(conditions.split('\n'));
    expect($('script').length).toBe(0);
    expect($('input[name=accepts]').attr('checked')).toBeUndefined();
  });

  test('collections are offered by title, none of them chosen before', () => {
    const $ = fieldsOf('inclusion');
    expect(
      $('option')
        .toArray()
        .map((option) => [$(option).attr('value'), $(option).text(), $(option).attr('selected')]),
    ).toEqual([
      ['', 'Choose a collection', undefined],
      ['small-boats', 'Small boats', undefined],
      ['lorries', 'Lorries <b>', undefined],
    ]);
  });

  test.each([
    ['access', 'accepts', 'Accept the conditions to ask for access'],
    ['inclusion', 'collection', 'Choose a collection'],
    ['merge', 'into', 'There is no other finding with this reference'],
    ['deletion', 'reason', 'Say why'],
  ] as const)('for %s: a refusal of “%s” stands beside the field and above', (kind, name, message) => {
    const $ = fieldsOf(kind, 'Tell nobody.', { reply: refused({ [name]: [message] }) });
    const field = $(`[name=${name}]`).first();
    const beside = field.closest('.govuk-form-group--error').find('.govuk-error-message');
    expect(words(beside.text())).toBe(`Error: ${message}`);
    const link = $('.govuk-error-summary__list a');
    expect(words(link.text())).toBe(message);
    expect($(link.attr('href') ?? '#none').length).toBe(1);
  });
});

describe('the page on which somebody asks', () => {
  const page = (kind: RequestKind) =>
    drawOnPage(
      <AskPage asked={{ ...asked(kind), title: 'Boats & crews' }} reply={undefined} backHref="/findings/A" />,
    );

  test.each(REQUEST_KINDS)(
    'for %s names the thing, what is asked, how long it stands, and a way back',
    (kind) => {
      const $ = page(kind);
      expect($('h1').text()).toBe(KIND_WORDS[kind].asking);
      expect($('.govuk-caption-xl').text()).toBe('Boats & crews');
      expect($('body').text()).toContain(`${LIFE_DAYS} days`);
      expect(
        $('a')
          .toArray()
          .map((link) => $(link).attr('href')),
      ).toEqual(['/findings/A', '/findings/A']);
      expect($('form').attr('method')).toBe('post');
      expect($('input[name=_key]').attr('value')).toBe('page-key');
      expect(words($('button').text())).toBe('Ask');
    },
  );
});
