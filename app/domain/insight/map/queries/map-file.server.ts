import { z } from 'zod';
import { query } from '../../../query.server';
import { odsOfLines } from '../../../knowledge/citations/exchange/tables/ods-write.server';
import { isoDay, ukDay } from '../../../uk-time';
import { csvText } from '../../csv';
import { mapLines } from '../map-lines';
import { mapViewShape, viewFilters } from '../map-view';
import { evidenceMap } from './evidence-map.server';

async function* once(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}

/** The figures of the map as on the page, with their marking, their day and what narrowed them. */
export const mapFile = query({
  name: 'insight.mapFile',
  input: z.strictObject({ format: z.enum(['csv', 'ods']), view: z.strictObject(mapViewShape) }),
  visibleTo: evidenceMap.visibleTo,
  read: async ({ input, scope, ...asking }) => {
    const shown = await evidenceMap.read({ ...asking, scope, input: input.view });
    if (!shown) return null;
    const day = input.view.on ?? isoDay(ukDay(shown.asOf));
    const marking = shown.released ? 'OFFICIAL, released' : 'OFFICIAL, inside the network only';
    const { rows: _rows, columns: _columns, view: _view, ...filters } = viewFilters(input.view);
    const chosen = Object.entries(filters).flatMap(([name, value]) => (value ? [`${name} ${value}`] : []));
    const lines = [
      [
        `${shown.heading} (${marking}), counted on ${day}${chosen.length > 0 ? `; only: ${chosen.join(', ')}` : ''}`,
      ],
      ...mapLines(shown.map, {
        rowName: shown.rows.one,
        columnName: shown.columns.one,
        seeGaps: shown.may.seeGaps,
      }),
    ];
    const name = `soundings-map-${shown.rows.key === 'threatArea' ? '' : `${shown.rows.key}-`}${shown.columns.key}-${day}`;
    return input.format === 'csv'
      ? { file: once(csvText(lines)), mediaType: 'text/csv; charset=utf-8', fileName: `${name}.csv` }
      : {
          file: odsOfLines('Map', lines),
          mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
          fileName: `${name}.ods`,
        };
  },
});
