import type { Action } from './action';
import { ASKING } from './rules/asking';
import { BIDDING } from './rules/bidding';
import { CLAIMING } from './rules/claiming';
import { DECIDING } from './rules/deciding';
import { DECLARING } from './rules/declaring';
import { DELIVERING } from './rules/delivering';
import { EXPRESSING } from './rules/expressing';
import { INTERVIEWING } from './rules/interviewing';
import { JUDGING } from './rules/judging';

export const ACTIONS: Action[] = [
  ...ASKING,
  ...EXPRESSING,
  ...BIDDING,
  ...DECLARING,
  ...JUDGING,
  ...INTERVIEWING,
  ...DECIDING,
  ...DELIVERING,
  ...CLAIMING,
];
