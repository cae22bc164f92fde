import type { Role } from '../roles';
import { always, among, forRoles, hiddenBut, toAll, toNobody, type Row, type Rule } from '../rule';

const door = 'signed in' as const;
const READERS: readonly Role[] = ['network', 'auditor'];
/** The researcher wrote every finding of the scene and keeps its collections; coordinators keep them besides. */
const KEEPERS: readonly Role[] = ['researcher', 'coordinator'];
const kept = among(READERS, { opens: KEEPERS });
const keepersAlone = forRoles(...KEEPERS);

/** Those who may know of it ask, save those who have it already. */
const askedBy = (...have: readonly Role[]): Rule => ({
  opens: READERS,
  butNot: have,
  denied: have,
  others: 'hidden',
});

const FILES: Row[] = [
  {
    route: 'findings/:reference/file-access',
    door,
    of: 'finding',
    states: {
      draft: hiddenBut('researcher'),
      'in review': hiddenBut(...KEEPERS),
      published: kept,
      released: keepersAlone,
      retracted: among(READERS, {}),
    },
  },
  {
    route: 'findings/:reference/file-access/new-link',
    door,
    of: 'finding',
    states: { draft: among(['researcher'], {}), published: kept, released: keepersAlone },
  },
  ...['', '/files/:file'].map((end): Row => ({
    route: `file-links/:token${end}`,
    door: 'open',
    of: 'file link',
    states: { 'in force': toAll, revoked: toNobody },
  })),
];

/** A request is between the rival, who asks, and those who keep the files. */
const REQUESTS: Row[] = [
  {
    route: 'findings/:reference/ask/:kind',
    door,
    of: 'files to ask for',
    states: { open: among(READERS, {}), restricted: askedBy(...KEEPERS) },
  },
  { route: 'requests', door: 'members', states: always(toAll) },
  {
    route: 'requests/:reference',
    door,
    of: 'request',
    states: { 'to accept': hiddenBut('rival', ...KEEPERS) },
  },
  {
    route: 'requests/:reference/:step',
    door,
    of: 'request',
    states: {
      'to accept': among(['rival'], { opens: KEEPERS }),
      'to cancel': among(KEEPERS, { opens: ['rival'] }),
    },
  },
];

/** The rival is on the list of both annexes. Of the silent one nobody else knows. */
const ANNEXES: Row[] = [
  {
    route: 'annexes/:noun/:reference',
    door,
    of: 'annex',
    states: {
      announced: among(READERS, { opens: ['rival', ...KEEPERS] }),
      silent: hiddenBut('rival', ...KEEPERS),
    },
  },
  ...['text', 'readers'].map((page): Row => ({
    route: `annexes/:noun/:reference/${page}`,
    door,
    of: 'annex',
    states: { announced: kept, silent: among(['rival'], { opens: KEEPERS }) },
  })),
  {
    route: 'annexes/:noun/:reference/ask',
    door,
    of: 'annex',
    states: { announced: askedBy('rival', ...KEEPERS), silent: among(['rival', ...KEEPERS], {}) },
  },
];

const of = 'collection';
const COLLECTIONS: Row[] = [
  { route: 'collections', door: 'open', states: always(toAll) },
  { route: 'collections/new', door, states: always(forRoles('coordinator')) },
  { route: 'collections/:slug', door: 'open', of, states: { open: toAll, closed: toAll } },
  { route: 'collections/:slug/edit', door, of, states: { open: keepersAlone, closed: keepersAlone } },
  { route: 'collections/:slug/curators', door, of, states: { open: keepersAlone } },
  { route: 'collections/:slug/history', door, of, states: { open: hiddenBut(...READERS) } },
  { route: 'collections/:slug/add', door, of, states: { open: keepersAlone, closed: forRoles() } },
  {
    route: 'collections/:slug/remove/:finding',
    door,
    of,
    states: { open: keepersAlone, closed: keepersAlone },
  },
];

/** What is kept apart from the record of a finding, and asking for it. */
export const KEEPING: Row[] = [...FILES, ...REQUESTS, ...ANNEXES, ...COLLECTIONS];
