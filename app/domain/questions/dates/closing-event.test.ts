import { expect, test } from 'vitest';
import { closingEvent } from './closing-event';

const closing = {
  reference: 'H7K4QXM2',
  title:
    'Ports, insiders; and “recruitment” – a very long title that will not fit one line of the file at all',
  closesAt: new Date('2026-12-03T17:00:00Z'),
  address: 'http://localhost/questions/H7K4-QXM2',
  madeAt: new Date('2026-11-22T09:30:15.123Z'),
};

test('the file names the instant in UTC and escapes its text', () => {
  const file = closingEvent(closing);
  expect(file).toContain('DTSTART:20261203T170000Z\r\n');
  expect(file).toContain('DTSTAMP:20261122T093015Z\r\n');
  expect(file.replaceAll('\r\n ', '')).toContain(
    String.raw`SUMMARY:Closes: Ports\, insiders\; and “recruitment”`,
  );
});

test('no line is longer than 75 octets, and every one ends with CRLF', () => {
  const lines = closingEvent(closing).split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
  expect(lines.at(-1)).toBe('');
});

test('a session is an event of its own, as long as it lasts', () => {
  const startsAt = new Date('2026-11-30T14:00:00Z');
  const sessions = [{ reference: 'S7K4QXM2', subject: 'Data, and access', startsAt, minutes: 90 }];
  const file = closingEvent({ ...closing, sessions }).replaceAll('\r\n ', '');
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(file).toContain('DTSTART:20261130T140000Z\r\nDTEND:20261130T153000Z');
  expect(file).toContain(String.raw`SUMMARY:Session: Data\, and access. Ports`);
});
