import { addPrivateTerm } from '~/domain/curation/commands/add-private-term.server';
import { mergeRecords } from '~/domain/curation/commands/merge-records.server';
import { tagPrivately } from '~/domain/curation/commands/tag-privately.server';
import { openSearchFeed } from '~/domain/matching/commands/open-search-feed.server';
import { saveSearch } from '~/domain/matching/commands/save-search.server';
import { acceptRequest } from '~/domain/requests/commands/accept-request.server';
import { askRequest } from '~/domain/requests/commands/ask-request.server';
import { addTerm } from '~/domain/taxonomy/commands/add-term.server';
import { mergeTerms } from '~/domain/taxonomy/commands/merge-terms.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { ACCESS, INCLUSION, MERGES, PRIVATE_WORD, SEARCHES, SHARED_TWICE } from '../content/curated';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';
import { COLLECTION_SLUG, CONDITIONS } from './keeping';
import { sharedHappenings } from './sharing';

const ACCESS_DAYS = 180;

/** What keeps the knowledge base in order: merges, a word among coordinators, requests said yes to, searches kept. */
export function curatingHappenings(play: Play): Happening[] {
  const on = (daysAgo: number, what: string, run: Happening['run']): Happening => ({ daysAgo, what, run });
  let term = '';
  return [
    ...sharedHappenings(play, SHARED_TWICE),
    on(15, 'merge what was shared twice', () => mergeFindings(play)),
    on(150, 'add a term', async () => {
      const { name, definition, added } = MERGES.term;
      term = (await play.does('eleanor', addTerm, { scheme: 'method', name, definition, changeNote: added })).reference;
    }),
    on(33, 'merge a term', () => {
      const { into, reason } = MERGES.term;
      return play.does('samuel', mergeTerms, { reference: term, into, reason });
    }),
    on(12, 'tag privately', () => tag(play)),
    on(20, 'ask for the records, and get them', () => giveAccess(play)),
    on(14, 'propose for the collection, and come in', () => comeIn(play)),
    on(10, 'keep searches', () => keepSearches(play)),
  ];
}

const mergeFindings = (play: Play) =>
  play.does('eleanor', mergeRecords, {
    noun: 'finding',
    reference: play.finding(SHARED_TWICE.finding.key),
    into: play.finding(MERGES.finding.into),
    reason: MERGES.finding.reason,
  });

async function tag(play: Play): Promise<void> {
  const { name, meaning, on } = PRIVATE_WORD;
  const { reference: term } = await play.does('samuel', addPrivateTerm, { name, meaning });
  for (const [noun, key] of on) await play.does('samuel', tagPrivately, { term, reference: play[noun](key) });
}

async function giveAccess(play: Play): Promise<void> {
  const { reference } = await play.does('tomasz', askRequest, {
    ...{ kind: 'access', reference: play.finding('plant-roads'), conditions: CONDITIONS, accepts: 'yes' },
    reason: ACCESS.reason,
  });
  const until = isoDay(addDays(await todayOfMachine(), ACCESS_DAYS));
  await play.does('marek', acceptRequest, { reference, text: ACCESS.answer, until });
}

async function comeIn(play: Play): Promise<void> {
  const { reference } = await play.does('elif', askRequest, {
    ...{ kind: 'inclusion', reference: play.finding('engine-links'), collection: COLLECTION_SLUG },
    reason: INCLUSION.reason,
  });
  await play.does('eleanor', acceptRequest, { reference, text: INCLUSION.answer });
}

async function keepSearches(play: Play): Promise<void> {
  for (const { by, feed, ...search } of SEARCHES) {
    const { reference } = await play.does(by, saveSearch, search);
    if (feed) await play.does(by, openSearchFeed, { reference });
  }
}
