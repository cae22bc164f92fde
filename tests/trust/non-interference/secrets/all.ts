import type { Secret } from '../secret';
import { ASKING } from './asking';
import { BIDDING } from './bidding';
import { DECIDING } from './deciding';
import { JUDGING } from './judging';

export const SECRETS: Secret[] = [...ASKING, ...BIDDING, ...JUDGING, ...DECIDING];
