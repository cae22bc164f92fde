import { expect } from 'vitest';
import { paths } from '~/paths';
import { isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { send } from '../site';

/** The day in the United Kingdom by the product's clock. */
export const ukToday = async (): Promise<Date> => ukDay(await soundingsNow(database()));

/** A day as the three fields of a form. */
export function dayFields(name: string, day: Date): Record<string, string> {
  const [year = '', month = '', date = ''] = isoDay(day).split('-');
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
}

interface Logging {
  as: string;
  questions: string[];
  receivedOn: Date;
  words?: string;
}

/** Logs a request through its page; gives its address. */
export async function logged({ as, questions, receivedOn, words }: Logging): Promise<string> {
  const page = await send(
    paths.logRequest(),
    {
      words: words ?? 'All scores and reasons, and what bidders were written.',
      requester: 'Robin Quill',
      contact: 'robin@press.example',
      questions: questions.join(' '),
      ...dayFields('receivedOn', receivedOn),
    },
    { as },
  );
  expect(page.errors).toEqual([]);
  return page.location ?? '';
}

export const referenceIn = (path: string): string => (path.split('/')[2] ?? '').replace('-', '');
