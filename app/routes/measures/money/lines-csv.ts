import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { lineFilter, moneyLines } from '~/domain/ledger/queries/money-lines.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { isoDay } from '~/domain/uk-time';
import { onShape, sureDay } from '~/web/asked-day.server';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { csvFile } from '../csv-file';

const MOST = 200_000;
const HEAD = [
  ...['Source', 'Reference', 'What for', 'Whose', 'Amount £', 'Planned £', 'Actual £', 'Firm', 'Ring-fenced'],
  ...[
    'Several years',
    'From',
    'Base',
    'Stated on',
    'Estimate',
    'Strand',
    'Level',
    'Type of action',
    'Overseas',
  ],
  ...['Threat areas', 'Activities'],
];
const pounds = (pence: number | null) => (pence === null ? '' : (pence / 100).toFixed(2));
const mark = (said: boolean | null) => (said === null ? '' : said ? 'yes' : 'no');

/** Every line behind the figures: all shares come out of this file alone. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const search = readSearch(args.request, { ...lineFilter, ...onShape });
  const on = sureDay(search.on, actor.asOf);
  const { lines } = found(await ask(moneyLines, actor, { ...search, on, limit: MOST }));
  const rows = lines.map((line) => [
    ...[line.source, showReference(line.reference), line.title, line.funder, pounds(line.amount)],
    ...[pounds(line.planned), pounds(line.actual), mark(line.firm), mark(line.ringFenced), mark(line.secure)],
    ...[isoDay(line.startsOn), line.base, isoDay(line.statedOn), mark(line.estimate), line.strand ?? ''],
    ...[line.level ?? '', line.intervention ?? '', mark(line.overseas), line.areas.join('; ')],
    line.activities ?? '',
  ]);
  return csvFile('money', csvText([['OFFICIAL, inside the network only'], HEAD, ...rows]));
}
