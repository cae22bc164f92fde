import { cascadeDays } from '../questions/cascading/cascade';
import type { Holidays } from '../questions/working-days';
import { DAYS_TO_ANSWER } from './reorganisation';

/** Nobody has to answer before the day on which they may. */
export const daysToAnswer = (today: Date, effectiveOn: Date, holidays: Holidays) =>
  cascadeDays(effectiveOn > today ? effectiveOn : today, DAYS_TO_ANSWER, holidays);
