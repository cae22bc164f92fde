import { addToCollection } from '~/domain/knowledge/commands/add-to-collection.server';
import { attachFile } from '~/domain/knowledge/commands/attach-file.server';
import { setFileAccess } from '~/domain/knowledge/commands/set-file-access.server';
import { startCollection } from '~/domain/knowledge/commands/start-collection.server';
import { writeAnnex } from '~/domain/knowledge/commands/write-annex.server';
import { askRequest } from '~/domain/requests/commands/ask-request.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

const COLLECTION = 'Routes, prices and small trades';
export const COLLECTION_SLUG = 'routes-prices-and-small-trades';
export const CONDITIONS = `Use the records for research on stolen plant only.
Publish nothing that names a yard. Delete them when your access ends.`;

/** What stands apart from the records: an embargoed file, a restricted one that is asked for, an annex, a collection. */
export function keepingHappenings(play: Play): Happening[] {
  const on = (daysAgo: number, what: string, run: Happening['run']): Happening => ({ daysAgo, what, run });
  return [
    on(114, 'prices: attach the series', () => attach(play, 'seun', 'broker-prices', 'prices.csv', 'month,charge\n2025-01,6.2\n')),
    on(92, 'plant: attach the records', () => attach(play, 'marek', 'plant-roads', 'yards.csv', 'yard,month,sold\nA,2025-01,3\n')),
    on(88, 'plant: restrict the records', () => restrict(play)),
    on(100, 'prices: embargo the series', () => embargo(play)),
    on(50, 'start a collection', () => collect(play)),
    on(30, 'plant: write an annex', () => annex(play)),
    on(6, 'plant: ask for the records', () =>
      ask(play, 'hannah', { kind: 'access', reference: play.finding('plant-roads'), conditions: CONDITIONS, accepts: 'yes',
        reason: 'I compare yards of two regions for a review that is due in March.' })),
    on(4, 'propose for the collection', () =>
      ask(play, 'arben', { kind: 'inclusion', reference: play.finding('small-trades'), collection: COLLECTION_SLUG,
        reason: 'It is the only study of small trades around crossings.' })),
  ];
}

const attach = (play: Play, by: string, key: string, name: string, text: string) =>
  play.does(by, attachFile, { reference: play.finding(key), file: new File([text], name, { type: 'text/csv' }) });

async function embargo(play: Play): Promise<void> {
  await play.does('seun', setFileAccess, {
    reference: play.finding('broker-prices'),
    level: 'embargoed',
    opensOn: isoDay(addDays(await todayOfMachine(), 60)),
    reason: 'The series is with a journal, which publishes it first.',
  });
}

const restrict = (play: Play) =>
  play.does('marek', setFileAccess, {
    reference: play.finding('plant-roads'),
    level: 'restricted',
    reason: 'The records name yards, some of which are under investigation.',
    conditions: CONDITIONS,
  });

async function collect(play: Play): Promise<void> {
  const { slug } = await play.does('eleanor', startCollection, {
    title: COLLECTION,
    scope: 'Studies of what moves, by which roads, and what it costs. No studies of demand alone.',
    proposers: 'members',
    review: 'atOnce',
  });
  for (const key of ['broker-prices', 'plant-roads'])
    await play.does('eleanor', addToCollection, { slug, reference: play.finding(key), note: '' });
}

const annex = (play: Play) =>
  play.does('marek', writeAnnex, {
    noun: 'finding',
    reference: play.finding('plant-roads'),
    text: 'Which three yards the records point to, and how sure that is. (Invented for the demonstration.)',
    marking: 'OFFICIAL',
    announced: 'yes',
    revision: 0,
  });

const ask = (play: Play, by: string, request: Record<string, unknown>) => play.does(by, askRequest, request);
