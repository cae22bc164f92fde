/** A live session; how to join it is no part of the file, which anybody may hand on. */
interface Session {
  reference: string;
  subject: string;
  startsAt: Date;
  minutes: number;
}

interface Closing {
  reference: string;
  title: string;
  closesAt: Date;
  address: string;
  madeAt: Date;
  sessions?: readonly Session[];
}

const stamp = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);

/** Lines of at most 75 octets, continued with a space (RFC 5545, 3.1), never parted inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > 73) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return [...lines, current].join('\r\n ');
}

const MINUTE_MS = 60_000;

const sessionEvent = (
  { reference, subject, startsAt, minutes }: Session,
  { title, address, madeAt }: Closing,
): string[] => [
  'BEGIN:VEVENT',
  `UID:session-${reference}@soundings`,
  `DTSTAMP:${stamp(madeAt)}`,
  `DTSTART:${stamp(startsAt)}`,
  `DTEND:${stamp(new Date(startsAt.getTime() + minutes * MINUTE_MS))}`,
  `SUMMARY:${escaped(`Session: ${subject}. ${title}`)}`,
  `URL:${address}`,
  'END:VEVENT',
];

/** An iCalendar file (RFC 5545): the closing instant with a reminder a day before, and the live sessions. */
export const closingEvent = (closing: Closing): string => {
  const { reference, title, closesAt, address, madeAt, sessions = [] } = closing;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Soundings//Closing dates//EN',
    'BEGIN:VEVENT',
    `UID:closing-${reference}@soundings`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(closesAt)}`,
    `DTEND:${stamp(closesAt)}`,
    `SUMMARY:${escaped(`Closes: ${title}`)}`,
    `URL:${address}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(`Closes tomorrow: ${title}`)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    ...sessions.flatMap((session) => sessionEvent(session, closing)),
    'END:VCALENDAR',
    '',
  ]
    .map((line) => folded(line))
    .join('\r\n');
};
