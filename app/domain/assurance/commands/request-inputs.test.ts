import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { answerConsultation } from './answer-consultation.server';
import { checkRelease } from './check-release.server';
import { askRequester, recordClarified } from './clarify-request.server';
import { closeRequest } from './close-request.server';
import { consultBidder } from './consult-bidder.server';
import { extendRequest } from './extend-request.server';
import { logRequest } from './log-request.server';
import { settleRedaction } from './settle-redaction.server';
import { withholdParts } from './withhold-parts.server';

const reference = '22222222';
const DAY = '2026-11-21';
const given = {
  ask: { reference, asked: 'Which years?', askedOn: DAY },
  clarified: { reference, answer: 'All', answeredOn: DAY },
  close: { reference, outcome: 'full', outcomeOn: DAY },
  consult: { reference, bid: reference, words: 'Scores', answerBy: DAY },
  extend: { reference, until: DAY, reason: 'Section 43' },
  log: { words: 'All', receivedOn: DAY, questions: 'A', requester: 'R', contact: 'C' },
  answer: { reference, objects: 'no' },
  check: { reference, decision: 'release' },
  settle: { reference, question: reference, redaction: reference, settle: 'back' },
  withhold: { reference, question: reference, set: 'holds', exemption: 's.40(2)' },
};
const inputs: Record<keyof typeof given, z.ZodType> = {
  ask: askRequester.input,
  clarified: recordClarified.input,
  close: closeRequest.input,
  consult: consultBidder.input,
  extend: extendRequest.input,
  log: logRequest.input,
  answer: answerConsultation.input,
  check: checkRelease.input,
  settle: settleRedaction.input,
  withhold: withholdParts.input,
};
type Name = keyof typeof given;
const NAMES = Object.keys(given) as Name[];

/** The messages by field; `fits` where there is none. */
function answerTo(name: Name, over: Record<string, unknown> = {}): string[] {
  const parsed = inputs[name].safeParse({ ...given[name], ...over });
  return parsed.success
    ? ['fits']
    : parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}

test.each(NAMES)('the form “%s” is taken as it is filled in, and with nothing more', (name) => {
  expect(answerTo(name)).toEqual(['fits']);
  expect(answerTo(name, { closedAt: DAY })).not.toEqual(['fits']);
  expect(answerTo(name, { id: 'x' })).not.toEqual(['fits']);
});

test.each<[Name, string, string]>([
  ['ask', 'asked', 'Enter what you asked them'],
  ['ask', 'askedOn', 'Enter the day on which you asked'],
  ['clarified', 'answer', 'Enter what they answered'],
  ['clarified', 'answeredOn', 'Enter the day on which they answered'],
  ['close', 'outcome', 'Choose the outcome'],
  ['close', 'outcomeOn', 'Enter the day on which they were answered'],
  ['consult', 'words', 'Say what may be released'],
  ['consult', 'answerBy', 'Enter the day by which they answer'],
  ['extend', 'until', 'Enter the day by which it is answered'],
  ['extend', 'reason', 'Say which exemption needs the public interest weighed, and why it takes longer'],
  ['log', 'words', 'Enter what is asked, in the requester’s words'],
  ['log', 'receivedOn', 'Enter the day on which it was received'],
  ['log', 'questions', 'Enter the reference of at least one question'],
  ['log', 'requester', 'Enter who asks'],
  ['log', 'contact', 'Enter how to reach them'],
  ['answer', 'objects', 'Choose whether you object'],
  ['check', 'decision', 'Choose whether it is released'],
  ['settle', 'settle', 'Choose what becomes of it'],
  ['withhold', 'exemption', 'Choose an exemption'],
])('in “%s” the field “%s” is missed in its own words', (name, field, message) => {
  expect(answerTo(name, { [field]: undefined })).toEqual([`${field}: ${message}`]);
  expect(answerTo(name, { [field]: '' })).toEqual([`${field}: ${message}`]);
});

describe('texts', () => {
  test.each<[Name, string, number]>([
    ['ask', 'asked', 10_000],
    ['clarified', 'answer', 10_000],
    ['close', 'words', 10_000],
    ['consult', 'words', 5000],
    ['extend', 'reason', 2000],
    ['log', 'words', 10_000],
    ['log', 'questions', 500],
    ['log', 'requester', 200],
    ['log', 'contact', 500],
    ['answer', 'answer', 5000],
    ['check', 'reason', 2000],
    ['withhold', 'passages', 10_000],
    ['withhold', 'publicInterest', 5000],
  ])('in “%s” “%s” holds %i letters and no more, blanks around it not counted', (name, field, most) => {
    expect(answerTo(name, { [field]: 'x'.repeat(most - 1) })).toEqual(['fits']);
    expect(answerTo(name, { [field]: ` ${'x'.repeat(most)}\r\n` })).toEqual(['fits']);
    expect(answerTo(name, { [field]: 'x'.repeat(most + 1) })).toEqual([
      `${field}: Use ${most.toLocaleString('en-GB')} characters or fewer`,
    ]);
  });

  test.each<[Name, string]>([
    ['ask', 'asked'],
    ['clarified', 'answer'],
    ['consult', 'words'],
    ['extend', 'reason'],
    ['log', 'words'],
    ['log', 'requester'],
    ['log', 'contact'],
  ])('in “%s” “%s” is no answer where it is blank or no text', (name, field) => {
    for (const value of [' ', '\n\t ', null, 3, true, ['a'], { a: 'b' }])
      expect(answerTo(name, { [field]: value })[0]).toMatch(new RegExp(`^${field}: (Enter|Say) `));
  });

  test('that may stay empty become the empty text, and line ends are one kind', () => {
    expect(closeRequest.input.parse(given.close).words).toBe('');
    expect(closeRequest.input.parse({ ...given.close, words: '  a\r\nb  ' }).words).toBe('a\nb');
    expect(answerConsultation.input.parse(given.answer).answer).toBe('');
    expect(checkRelease.input.parse({ ...given.check, reason: null }).reason).toBe('');
  });
});

describe('days', () => {
  const DAYS: [Name, string][] = [
    ['ask', 'askedOn'],
    ['clarified', 'answeredOn'],
    ['close', 'outcomeOn'],
    ['consult', 'answerBy'],
    ['extend', 'until'],
    ['log', 'receivedOn'],
  ];

  test.each(DAYS)('in “%s” “%s” are days of the calendar', (name, field) => {
    for (const value of ['2028-02-29', { day: '1', month: '12', year: '2026' }, new Date(`${DAY}T00:00:00Z`)])
      expect(answerTo(name, { [field]: value })).toEqual(['fits']);
    for (const value of [
      '2027-02-29',
      '2026-13-01',
      'tomorrow',
      { day: '31', month: '4', year: '2026' },
      { day: '1', month: '', year: '2026' },
      { day: '1.5', month: '1', year: '2026' },
      { day: '1', month: '1', year: '1899' },
      { day: '1', month: '1', year: '2201' },
      12,
    ])
      expect(answerTo(name, { [field]: value })).toEqual([`${field}: Enter a real date, like 21 11 2026`]);
  });

  test.each(DAYS)('in “%s” “%s” with three empty fields is missing', (name, field) => {
    const [answer] = answerTo(name, { [field]: { day: '', month: '', year: '' } });
    expect(answer).toBe(answerTo(name, { [field]: undefined })[0]);
  });
});

describe('references', () => {
  const WITH = NAMES.filter((name) => 'reference' in given[name]);

  test.each(WITH)('of “%s” fit their check character, however typed', (name) => {
    expect(answerTo(name, { reference: '2222-2222' })).toEqual(['fits']);
    expect(answerTo(name, { reference: ' 2222 2222 ' })).toEqual(['fits']);
    for (const value of [
      '22222223',
      '2222222',
      '222222222',
      '',
      '2222222O',
      "' OR 1=1",
      null,
      22_222_222,
      ['22222222'],
    ])
      expect(answerTo(name, { reference: value })).toEqual([
        'reference: Enter a reference of eight characters, like H7K4-QXMF',
      ]);
  });
});

describe('choices', () => {
  test.each<[Name, string, string[]]>([
    ['close', 'outcome', ['full', 'partly', 'refused', 'notHeld', 'withdrawn']],
    ['answer', 'objects', ['yes', 'no']],
    ['check', 'decision', ['release', 'return']],
    ['settle', 'settle', ['everywhere', 'here', 'back']],
  ])('of “%s” for “%s” are those alone', (name, field, choices) => {
    for (const value of choices) expect(answerTo(name, { [field]: value })).toEqual(['fits']);
    for (const value of ['', 'Full', 'YES', 'released', ' back', true, null, 0, choices])
      expect(answerTo(name, { [field]: value })[0]).toMatch(new RegExp(`^${field}: Choose `));
  });
});

describe('parts of a file', () => {
  const partsOf = (parts: unknown) => withholdParts.input.parse({ ...given.withhold, parts }).parts;

  test('ticked come as a list, one of them alone, or not at all', () => {
    expect([undefined, '', 'a', ['a', 'b']].map(partsOf)).toEqual([[], [], ['a'], ['a', 'b']]);
  });

  test('are two hundred of six hundred letters at most', () => {
    const ticks = (count: number) => Array.from({ length: count }, (_, place) => `k${place}`);
    expect(answerTo('withhold', { parts: ticks(200) })).toEqual(['fits']);
    expect(answerTo('withhold', { parts: ticks(201) })).toEqual(['parts: Choose 200 at most']);
    expect(answerTo('withhold', { parts: ['x'.repeat(600)] })).toEqual(['fits']);
    expect(answerTo('withhold', { parts: ['x'.repeat(601)] })).not.toEqual(['fits']);
    expect(answerTo('withhold', { parts: [3] })).not.toEqual(['fits']);
  });

  test('may be the whole file, said with the one word for it', () => {
    expect(answerTo('withhold', { whole: 'yes' })).toEqual(['fits']);
    for (const whole of ['no', 'on', true, ''])
      expect(answerTo('withhold', { whole })[0]).toMatch(/^whole: /);
    expect(answerTo('withhold', { set: 'x'.repeat(60) })).toEqual(['fits']);
    expect(answerTo('withhold', { set: 'x'.repeat(61) })[0]).toMatch(/^set: /);
  });
});
