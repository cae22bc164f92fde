import { adviceHappenings } from './chain/advice';
import { awardHappenings } from './chain/awards';
import { bidHappenings } from './chain/bids';
import { deliveryHappenings } from './chain/delivery';
import { deliveryPartsHappenings } from './chain/delivery-parts';
import { evaluationHappenings } from './chain/evaluation';
import { followingHappenings } from './chain/following';
import { payingHappenings } from './chain/paying';
import { decidedPartsHappenings } from './chain/decided-parts';
import { openPartsHappenings } from './chain/open-parts';
import type { Play } from './replay/play';
import { questionHappenings } from './chain/questions';
import { reached, type Story } from './story';
import type { Happening } from './replay/timeline';

/** All that happens to one question and to what comes of it, in the order of the chain. */
export function storyHappenings(play: Play, story: Story): Happening[] {
  const happenings = questionHappenings(play, story);
  if (!reached(story, 'published')) return happenings;
  return [
    ...happenings,
    ...payingHappenings(play, story),
    ...followingHappenings(play, story),
    ...openPartsHappenings(play, story),
    ...bidHappenings(play, story),
    ...evaluationHappenings(play, story),
    ...awardHappenings(play, story),
    ...decidedPartsHappenings(play, story),
    ...deliveryHappenings(play, story),
    ...deliveryPartsHappenings(play, story),
    ...adviceHappenings(play, story),
  ];
}
