import { csvText } from '~/domain/insight/csv';
import { isoDay } from '~/domain/uk-time';

/** A file of lines, marked as inside the network and with its day. */
export function csvFile(name: string, day: Date, lines: readonly (readonly (string | number)[])[]): Response {
  const marked = [[`OFFICIAL, inside the network only, as of ${isoDay(day)}`], ...lines];
  return new Response(csvText(marked), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-${name}-${isoDay(day)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
