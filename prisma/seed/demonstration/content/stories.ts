import type { Story } from '../story';
import * as advice from './questions/advice';
import * as borders from './questions/borders';
import * as communities from './questions/communities';
import * as economic from './questions/economic';
import * as exploitation from './questions/exploitation';
import * as overseas from './questions/overseas';
import * as technology from './questions/technology';

const QUESTIONS: Story[] = [borders, exploitation, economic, technology, communities, overseas, advice].flatMap((group) =>
  Object.values(group),
);

/** Every question of the demonstration, with its bids and answers. */
export const STORIES: Story[] = QUESTIONS;
