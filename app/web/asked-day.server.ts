import { data } from '@remix-run/node';
import { z } from 'zod';
import { spanOf } from '~/domain/strategy/written-date';
import { ukDay } from '~/domain/uk-time';
import { badRequest } from './reply.server';

export const onShape = { on: z.string().max(100).optional() };

export interface AskedDay {
  /** The day to show, where the address names one that can be shown. */
  on: string | undefined;
  /** What the address says, kept for the field. */
  typed: string | undefined;
  /** Why it is no such day. */
  wrong: string | undefined;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

function wrongWith(typed: string, now: Date): string | undefined {
  const day = ISO.test(typed) ? spanOf(typed)?.first : undefined;
  if (!day) return 'Enter a real date, like 2019-05-01';
  return day > ukDay(now) ? 'Enter today or a day before it' : undefined;
}

/** The day of an address: what was known is told of no day after today. */
export function askedDay(typed: string | undefined, now: Date): AskedDay {
  const wrong = typed === undefined ? undefined : wrongWith(typed, now);
  return { on: wrong === undefined ? typed : undefined, typed, wrong };
}

/** The day of an address without a field to say beside what is wrong with it. */
export function sureDay(typed: string | undefined, now: Date): string | undefined {
  const { on, wrong } = askedDay(typed, now);
  if (wrong !== undefined) throw badRequest(`${wrong}: this address has no day that can be shown.`);
  return on;
}

/** A page with a field for its day: of today and a 400, where what the address says is no day. */
export const withDay = <View extends object>(view: View, { typed, wrong }: AskedDay) =>
  data({ ...view, typed, wrong }, { status: wrong === undefined ? 200 : 400 });
