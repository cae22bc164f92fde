import type { Play } from './play';
import { questionHappenings } from './questions';
import type { Story } from './story';
import type { Happening } from './timeline';

/** All that happens to one question and to what comes of it. */
export const storyHappenings = (play: Play, story: Story): Happening[] => [...questionHappenings(play, story)];
