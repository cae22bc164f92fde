import { z } from 'zod';
import { textInput } from '../../form-inputs';
import { LONGEST, readQuery } from '../language/query-language';
import { asksForSomething } from '../language/query-tree';

export const MOST_SAVED = 50;

/** When one is told of new results, in the words of a page. */
export const ALERTS = {
  atOnce: 'At once',
  daily: 'Every day',
  weekly: 'Every Monday',
  never: 'Never',
} as const;
export type Alert = keyof typeof ALERTS;
export const alerts = Object.keys(ALERTS) as [Alert, ...Alert[]];

export const nameInput = textInput('Give the search a name', 100, 'The name');
export const alertInput = z.enum(alerts, { error: 'Choose when to be told of new results' });
export const queryInput = textInput('Type what to search for', LONGEST, 'The search');

/** Whether a text asks for anything, rather than only leaving things out. */
export function asks(text: string): boolean {
  const { tree } = readQuery(text);
  return tree !== null && asksForSomething(tree);
}
