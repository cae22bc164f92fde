import { z } from 'zod';
import { parseDoi } from '../../doi';
import { workKinds } from '../citations/work-kinds';

/** Works of one record that are looked at; ORCID gives their details a hundred at a time. */
export const MOST_WORKS = 300;

/** A work that a person may say is theirs, as its source tells of it. */
export const offeredWork = z.strictObject({
  sourceId: z.string().min(1).max(100),
  title: z.string().trim().min(1).max(500),
  description: z.string().max(5000),
  year: z.number().int().min(1800).max(2100).nullable(),
  kind: z.enum(workKinds),
  venue: z.string().max(300),
  doi: z
    .string()
    .nullable()
    .transform((doi) => (doi ? parseDoi(doi) : null)),
  webAddress: z.string().max(500).nullable(),
  role: z.string().max(60),
  authors: z.array(z.string().max(200)).max(500),
});
export type OfferedWork = z.output<typeof offeredWork>;

/** What keeps the same work, told by two sources or twice by one, from being offered twice. */
export const keysOf = ({ doi, title, year }: Pick<OfferedWork, 'doi' | 'title' | 'year'>): string[] => [
  ...(doi ? [doi] : []),
  `${title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} ${year ?? ''}`,
];

/** Each work once, and none that the person has decided about: what was rejected is never offered again. */
export function newOffers<Work extends Pick<OfferedWork, 'doi' | 'title' | 'year'>>(
  read: Work[],
  known: Pick<OfferedWork, 'doi' | 'title' | 'year'>[],
): Work[] {
  const met = new Set(known.flatMap(keysOf));
  return read.filter((work) => {
    const keys = keysOf(work);
    const isNew = keys.every((key) => !met.has(key));
    for (const key of keys) met.add(key);
    return isNew;
  });
}
