import { database } from '~/platform/db.server';
import { impactHappenings } from './demonstration/chain/impact';
import { answeringHappenings } from './demonstration/chain/answering';
import { appraisalHappenings } from './demonstration/chain/appraisals';
import { curatingHappenings } from './demonstration/chain/curating';
import { businessHappenings } from './demonstration/chain/business';
import { dataAccessHappenings } from './demonstration/chain/data-access';
import { datasetHappenings } from './demonstration/chain/datasets';
import { directionHappenings as evidenceHappenings } from './demonstration/chain/directions';
import { directionHappenings } from './demonstration/chain/direction';
import { discussionHappenings } from './demonstration/chain/discussions';
import { elicitationHappenings } from './demonstration/chain/elicitations';
import { expertWorkHappenings } from './demonstration/chain/expert-works';
import { governanceHappenings } from './demonstration/chain/governance';
import { joiningHappenings } from './demonstration/chain/joinings';
import { keepingHappenings } from './demonstration/chain/keeping';
import { findingsOf, ratingHappenings } from './demonstration/chain/ratings';
import { measureHappenings } from './demonstration/chain/measures';
import { sharingHappenings } from './demonstration/chain/sharing';
import { signalHappenings } from './demonstration/chain/signals';
import { voteHappenings } from './demonstration/chain/votes';
import { STORIES } from './demonstration/content/stories';
import { peopleHappenings } from './demonstration/people';
import { publicationHappenings } from './demonstration/publications';
import { settleNotices } from './demonstration/replay/catch-up';
import { Play } from './demonstration/replay/play';
import { loadOrganisations } from './organisations';
import { play as playAll } from './demonstration/replay/timeline';
import { uptakeHappenings } from './demonstration/chain/uptake';
import { storyHappenings } from './demonstration/story-happenings';

/** Loads the demonstration into a database that holds the reference data and nobody yet. False when people are there. */
export async function loadDemonstration(): Promise<boolean> {
  if ((await database().person.count()) > 0) return false;
  await loadOrganisations(database(), 'invented');
  const play = new Play();
  await play.learn();
  await playAll([
    ...peopleHappenings(play),
    ...publicationHappenings(play),
    ...expertWorkHappenings(play),
    ...STORIES.flatMap((story) => storyHappenings(play, story)),
    ...sharingHappenings(play),
    ...keepingHappenings(play),
    ...ratingHappenings(play, STORIES),
    ...appraisalHappenings(play, findingsOf(STORIES)),
    ...impactHappenings(play),
    ...elicitationHappenings(play),
    ...evidenceHappenings(play),
    ...directionHappenings(play),
    ...uptakeHappenings(play),
    ...signalHappenings(play),
    ...datasetHappenings(play),
    ...dataAccessHappenings(play),
    ...businessHappenings(play),
    ...governanceHappenings(play),
    ...joiningHappenings(play),
    ...curatingHappenings(play),
    ...discussionHappenings(play),
    ...voteHappenings(play),
    ...answeringHappenings(play),
    ...measureHappenings(play),
  ]);
  await settleNotices();
  return true;
}
