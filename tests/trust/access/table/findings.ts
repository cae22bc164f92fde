import { ASKING_TEAM, type Role } from '../roles';
import { always, among, forRoles, hiddenBut, toAll, toNobody, type Row, type Rule } from '../rule';

const door = 'signed in' as const;
const of = 'finding';

/** A draft is its writer's; in review the coordinators know of it too; then the network and the auditor. */
const REVIEWED: readonly Role[] = ['researcher', 'coordinator'];
const READERS: readonly Role[] = ['network', 'auditor'];
const EVERYBODY: readonly Role[] = ['visitor', 'half signed in', 'person'];
/** Those who delivered, those who asked, and the coordinators turn accepted work into a finding. */
const ORIGIN: readonly Role[] = [...ASKING_TEAM, 'coordinator', 'lead of the bid', 'editor of the bid'];
const writers = hiddenBut('researcher');

const readable: Record<string, Rule> = {
  draft: writers,
  'in review': hiddenBut(...REVIEWED),
  published: hiddenBut(...READERS),
  released: hiddenBut(...EVERYBODY),
  superseded: hiddenBut(...READERS),
  retracted: hiddenBut(...READERS),
};

/** Coordinators decide on what waits for review. */
const reviews: Record<string, Rule> = {
  draft: among(['researcher'], {}),
  'in review': among(REVIEWED, { opens: ['coordinator'] }),
  published: among(READERS, {}),
};

/** Coordinators curate what is published. */
const curated: Record<string, Rule> = {
  draft: among(['researcher'], {}),
  'in review': among(REVIEWED, {}),
  published: among(READERS, { opens: ['coordinator'] }),
  released: forRoles('coordinator'),
};

const drafting = (route: string): Row => ({
  route,
  door,
  of,
  states: { draft: writers, returned: writers, published: toNobody },
});

export const FINDINGS: Row[] = [
  { route: 'findings', door: 'open', states: always(toAll) },
  {
    // Everybody gets a file, of what they may read; the page's tests say what that is.
    route: 'findings/export/:format',
    door: 'open',
    of,
    states: { draft: toAll, published: toAll, released: toAll, retracted: toAll },
  },
  { route: 'findings/import', door, states: always(forRoles('coordinator')) },
  ...['', '/carry-out', '/undo'].map((step): Row => ({
    route: `findings/imports/:reference${step}`,
    door,
    of: 'bibliography import',
    states: always(forRoles('coordinator')),
  })),
  { route: 'findings/new', door, states: always(forRoles('network')) },
  { route: 'findings/new/by-hand', door, states: always(forRoles('network')) },
  {
    route: 'findings/from-deliverable/:deliverable',
    door,
    of: 'deliverable',
    states: { waiting: among(ORIGIN, {}), accepted: hiddenBut(...ORIGIN) },
  },
  drafting('findings/:reference/draft'),
  drafting('findings/:reference/draft/content'),
  drafting('findings/:reference/draft/files'),
  drafting('findings/:reference/draft/check'),
  drafting('findings/:reference/draft/discard'),
  {
    route: 'findings/:reference/sent',
    door,
    of,
    states: { 'in review': writers, published: toNobody },
  },
  { route: 'findings/:reference', door: 'open', of, states: readable },
  { route: 'findings/:reference/versions/:number', door: 'open', of, states: readable },
  {
    // There is nothing to cite before publication.
    route: 'findings/:reference/citation/:format',
    door: 'open',
    of,
    states: { ...readable, draft: toNobody, 'in review': toNobody },
  },
  {
    // The files of a retracted finding are its writer's again.
    route: 'findings/:reference/files/:file',
    door: 'open',
    of,
    states: { ...readable, retracted: writers },
  },
  {
    route: 'findings/:reference/ratings/:priority/reaffirm',
    door,
    of,
    states: {
      draft: { leads: [{ who: ['researcher'], to: 'findings/:reference#ratings' }], others: 'hidden' },
      published: { leads: [{ who: READERS, to: 'findings/:reference#ratings' }], others: 'hidden' },
    },
  },
  // Only whoever stands apart from the others is asked why; in the scene nobody does.
  {
    route: 'findings/:reference/ratings/:priority/why',
    door,
    of,
    states: { draft: toNobody, published: toNobody },
  },
  { route: 'ratings/raters', door, states: always(forRoles('network', 'coordinator')) },
  { route: 'findings/:reference/review', door, of, states: reviews },
  { route: 'findings/:reference/return', door, of, states: reviews },
  { route: 'findings/:reference/decline', door, of, states: reviews },
  {
    route: 'findings/:reference/tags',
    door,
    of,
    states: {
      draft: among(['researcher'], {}),
      'in review': among(REVIEWED, { opens: ['coordinator'] }),
      published: among(READERS, { opens: ['coordinator'] }),
    },
  },
  { route: 'findings/:reference/release', door, of, states: curated },
  { route: 'findings/:reference/retract', door, of, states: curated },
  { route: 'findings/:reference/supersede', door, of, states: curated },
  { route: 'findings/:reference/reaffirm', door, of, states: curated },
  {
    route: 'findings/:reference/new-version',
    door,
    of,
    states: {
      draft: among(['researcher'], {}),
      'in review': among(REVIEWED, {}),
      published: among(READERS, { opens: ['researcher', 'coordinator'] }),
      released: forRoles('researcher', 'coordinator'),
      retracted: among(READERS, {}),
    },
  },
  {
    // What was agreed stands on the finding's own page; how far it has come is inside knowledge.
    route: 'findings/:reference/appraisal',
    door,
    of,
    states: { draft: toNobody, published: hiddenBut(...READERS), released: hiddenBut(...READERS) },
  },
  ...['judgement', 'leave', 'agreement', 'agreement/confirm', 'close'].map((step): Row => ({
    // Nobody appraises the findings of the scene, so nobody may take a step.
    route: `findings/:reference/appraisal/${step}`,
    door,
    of,
    states: { draft: toNobody, published: among(READERS, {}), released: among(READERS, {}) },
  })),
  {
    route: 'findings/:reference/links/new',
    door,
    of,
    states: {
      draft: among(['researcher'], {}),
      published: among(READERS, { opens: ['network'] }),
      released: forRoles('network'),
    },
  },
  // What findings say of interventions is everybody's, as far as they may read the findings.
  { route: 'interventions', door: 'open', states: always(toAll) },
  { route: 'interventions/:slug', door: 'open', of: 'intervention', states: always(toAll) },
  { route: 'objectives/:reference', door: 'open', of: 'objective', states: always(toAll) },
  { route: 'findings/:reference/directions/record', door, of, states: curated },
  { route: 'findings/:reference/directions/:about/remove', door, of, states: curated },
  { route: 'ratings/suggestions', door, states: always(forRoles('network')) },
  { route: 'uptake', door, states: always(forRoles('network', 'auditor')) },
  { route: 'uptake.csv', door, states: always(forRoles('network', 'auditor')) },
  {
    // Of the findings of the scene no team asked for, rated or used any.
    route: 'findings/:reference/uptake/new',
    door,
    of,
    states: {
      draft: toNobody,
      published: among(READERS, { opens: ['coordinator'] }),
      released: among(READERS, { opens: ['coordinator'] }),
      retracted: among(READERS, {}),
    },
  },
  {
    route: 'uptake-steps/:reference/withdraw',
    door,
    of: 'uptake step',
    states: {
      recorded: among(READERS, { opens: ['researcher', 'coordinator'] }),
      withdrawn: among(READERS, {}),
    },
  },
  {
    route: 'findings/:reference/impact/new',
    door,
    of,
    states: {
      draft: among(['researcher'], {}),
      published: among(READERS, { opens: ['network'] }),
      released: forRoles('network'),
      retracted: among(READERS, {}),
    },
  },
];

const link = 'finding link';

/** Until a coordinator confirms it, a link is between them and whoever proposed it. */
export const LINKS: Row[] = [
  {
    route: 'finding-links/:reference/confirm',
    door,
    of: link,
    states: {
      proposed: among(['researcher'], { opens: ['coordinator'] }),
      confirmed: among(READERS, {}),
    },
  },
  {
    route: 'finding-links/:reference/remove',
    door,
    of: link,
    states: {
      proposed: hiddenBut('researcher', 'coordinator'),
      confirmed: among(READERS, { opens: ['coordinator'] }),
    },
  },
];

const record = 'impact record';
const seen: Record<string, Rule> = {
  published: hiddenBut(...READERS),
  released: hiddenBut(...EVERYBODY),
  withdrawn: hiddenBut(...READERS),
};

export const IMPACT: Row[] = [
  { route: 'impact-records', door: 'open', states: always(toAll) },
  { route: 'impact-records/:reference', door: 'open', of: record, states: seen },
  { route: 'impact-records/:reference/statement', door: 'open', of: record, states: seen },
  { route: 'impact-records/:reference/statement/file', door: 'open', of: record, states: seen },
  {
    route: 'impact-records/:reference/withdraw',
    door,
    of: record,
    states: {
      published: among(READERS, { opens: ['researcher', 'coordinator'] }),
      released: forRoles('researcher', 'coordinator'),
      withdrawn: among(READERS, {}),
    },
  },
  {
    route: 'impact-records/:reference/release',
    door,
    of: record,
    states: {
      published: among(READERS, { opens: ['coordinator'] }),
      released: forRoles('coordinator'),
      withdrawn: among(READERS, {}),
    },
  },
];
