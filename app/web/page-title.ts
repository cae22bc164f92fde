import type { MetaDescriptor } from '@remix-run/node';

/** The title of a page, the most particular part first. */
export const pageTitle = (...titles: string[]): MetaDescriptor[] => [
  { title: [...titles, 'Soundings'].join(' – ') },
];
