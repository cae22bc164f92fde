import { z } from 'zod';
import { AVAILABILITY_NAMES, WILLING_NAMES } from '~/domain/people/expert-profile';
import { day, instant, page, reference } from './shared-parts';

export const expertInList = z.object({
  reference,
  name: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  summary: z.string(),
  availability: z.enum(AVAILABILITY_NAMES),
  invented: z.boolean(),
  threatAreas: z.array(z.string()),
  page,
});

/** Declared clearance is no part of it, whoever asks: it is read on the page. */
export const expert = z.object({
  reference,
  page,
  name: z.string(),
  title: z.string(),
  orcid: z.string().nullable(),
  invented: z.boolean(),
  summary: z.string(),
  interests: z.string(),
  availability: z.enum(AVAILABILITY_NAMES),
  availableFrom: instant.nullable(),
  capacityDays: z.int().nullable(),
  languages: z.array(z.string()),
  regions: z.array(z.string()),
  willingFor: z.array(z.enum(WILLING_NAMES)),
  webAddress: z.string().nullable(),
  confirmedAt: instant,
  terms: z.array(z.object({ scheme: z.string(), name: z.string(), slug: z.string() })),
  derived: z.array(z.object({ name: z.string(), works: z.int() })),
  affiliations: z.array(
    z.object({
      reference,
      organisation: z.string(),
      post: z.string(),
      startsOn: day,
      endsOn: day.nullable(),
      verified: z.boolean(),
    }),
  ),
  works: z.array(
    z.object({
      title: z.string(),
      year: z.int().nullable(),
      venue: z.string(),
      doi: z.string().nullable(),
      finding: reference.nullable(),
    }),
  ),
});

export const organisationInList = z.object({
  reference,
  name: z.string(),
  kind: z.string(),
  level: z.string().nullable(),
  region: z.string().nullable(),
  invented: z.boolean(),
  teams: z.int(),
  members: z.int(),
  page,
});

export const organisation = z.object({
  reference,
  page,
  name: z.string(),
  kind: z.string(),
  level: z.string().nullable(),
  region: z.string().nullable(),
  rorId: z.string().nullable(),
  invented: z.boolean(),
  closedAt: instant.nullable(),
  mergedInto: reference.nullable(),
  domains: z.array(z.string()),
  teams: z.array(z.object({ reference, name: z.string(), purpose: z.string(), members: z.int() })),
  people: z.array(z.object({ reference, name: z.string(), post: z.string(), expert: z.boolean() })),
});
