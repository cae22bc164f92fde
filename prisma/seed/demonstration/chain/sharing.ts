import { publishFinding } from '~/domain/knowledge/commands/publish-finding.server';
import { retractFinding } from '~/domain/knowledge/commands/retract-finding.server';
import { returnFinding } from '~/domain/knowledge/commands/return-finding.server';
import { shareByHand } from '~/domain/knowledge/commands/share-by-hand.server';
import { startFindingVersion } from '~/domain/knowledge/commands/start-finding-version.server';
import { submitFinding } from '~/domain/knowledge/commands/submit-finding.server';
import { castMember } from '../content/find-cast';
import { SHARED, type SharedStory } from '../content/shared';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';
import { findingHappenings } from './findings';

/** Experts share research that nobody commissioned; a coordinator publishes most of it. */
export const sharingHappenings = (play: Play): Happening[] =>
  SHARED.flatMap((shared) => sharedHappenings(play, shared));

export function sharedHappenings(play: Play, shared: SharedStory): Happening[] {
  const { by, finding, summary, limits, ends, why } = shared;
  const start = () => share(play, shared);
  const all = findingHappenings(play, { writer: by, start, finding, text: { summary, limits }, tags: shared });
  const own = () => ({ reference: play.finding(finding.key) });
  const later = (daysAgo: number, what: string, run: Happening['run']) => [
    { daysAgo, what: `${finding.key}: ${what}`, run },
  ];
  switch (ends) {
    case 'draft':
      return all.slice(0, 1);
    case 'submitted':
      return all.slice(0, 2);
    case 'returned':
      return [
        ...all.slice(0, 2),
        ...later(finding.published, 'return', () => play.does('samuel', returnFinding, { ...own(), reason: why })),
      ];
    case 'retracted':
      return [...all, ...later(60, 'retract', () => play.does('eleanor', retractFinding, { ...own(), reason: why }))];
    case 'newVersion':
      return [...all, ...later(18, 'new version', () => renew(play, shared))];
    case undefined:
      return all;
  }
}

const share = (play: Play, { by, title, kind, year, venue }: SharedStory) =>
  play.does(by, shareByHand, {
    title,
    kind,
    year,
    venue,
    authors: [{ name: castMember(by).name, orcid: '', roles: ['Conceptualization', 'Writing – original draft'] }],
  });

/** Ratings of the version before stay with it and ask to be reaffirmed. */
async function renew(play: Play, { by, finding, why }: SharedStory): Promise<void> {
  const own = { reference: play.finding(finding.key) };
  await play.does(by, startFindingVersion, { ...own, changeNote: why });
  await play.does(by, submitFinding, own);
  await play.does('samuel', publishFinding, own);
}
