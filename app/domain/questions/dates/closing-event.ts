interface Closing {
  reference: string;
  title: string;
  closesAt: Date;
  address: string;
  madeAt: Date;
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

/** An iCalendar file (RFC 5545) with one event at the closing instant and a reminder a day before. */
export const closingEvent = ({ reference, title, closesAt, address, madeAt }: Closing): string =>
  [
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
    'END:VCALENDAR',
    '',
  ]
    .map((line) => folded(line))
    .join('\r\n');
