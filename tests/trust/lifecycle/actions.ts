import type { Action } from './action';
import { ASKING } from './rules/asking';
import { BIDDING } from './rules/bidding';
import { DECIDING } from './rules/deciding';
import { DELIVERING } from './rules/delivering';
import { JUDGING } from './rules/judging';

export const ACTIONS: Action[] = [...ASKING, ...BIDDING, ...JUDGING, ...DECIDING, ...DELIVERING];
