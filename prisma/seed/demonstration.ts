import { database } from '~/platform/db.server';
import { settleNotices } from './demonstration/catch-up';
import { peopleHappenings } from './demonstration/people';
import { Play } from './demonstration/play';
import { publicationHappenings } from './demonstration/publications';
import { storyHappenings } from './demonstration/story-happenings';
import { STORIES } from './demonstration/content/stories';
import { play as playAll } from './demonstration/timeline';

/** Loads the demonstration into a database that holds the reference data and nobody yet. False when people are there. */
export async function loadDemonstration(): Promise<boolean> {
  if ((await database().person.count()) > 0) return false;
  const play = new Play();
  await play.learn();
  await playAll([
    ...peopleHappenings(play),
    ...publicationHappenings(play),
    ...STORIES.flatMap((story) => storyHappenings(play, story)),
  ]);
  await settleNotices();
  return true;
}
