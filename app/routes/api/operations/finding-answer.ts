import { z } from 'zod';
import { workKinds } from '~/domain/knowledge/citations/work-kinds';
import { CONFIDENCES } from '~/domain/knowledge/appraisal/appraisal';
import { STATE_WORDS, studyTypes, type FindingState } from '~/domain/knowledge/finding';
import { DIRECTIONS } from '~/domain/knowledge/interventions/direction';
import { LINK_KINDS } from '~/domain/knowledge/links/finding-link';
import { raterRoles } from '~/domain/ratings/rating';
import { instant, page, reference, titled } from './shared-parts';

const confidence = z.enum(CONFIDENCES).nullable();
const studyType = z.enum(studyTypes);
const states = Object.keys(STATE_WORDS) as [FindingState, ...FindingState[]];

export const findingInList = z.object({
  reference,
  title: z.string(),
  authors: z.array(z.string()),
  year: z.int().nullable(),
  venue: z.string(),
  studyType,
  confidence,
  bibliographic: z.boolean(),
  invented: z.boolean(),
  released: z.boolean(),
  fromQuestion: z.boolean(),
  threatAreas: z.array(z.string()),
  page,
});

const version = z.object({
  number: z.int(),
  revision: z.int(),
  title: z.string(),
  keyMessages: z.string(),
  summary: z.string(),
  methods: z.string(),
  limits: z.string(),
  studyType,
  kind: z.enum(workKinds),
  authors: z.array(z.object({ name: z.string(), orcid: z.string().nullable(), roles: z.array(z.string()) })),
  year: z.int().nullable(),
  venue: z.string(),
  volume: z.string().nullable(),
  issue: z.string().nullable(),
  pages: z.string().nullable(),
  publisher: z.string().nullable(),
  doi: z.string().nullable(),
  webAddress: z.string().nullable(),
  licence: z.string(),
  notStated: z.array(z.string()),
  publishedAt: instant.nullable(),
});

const summary = z.object({
  counted: z.int(),
  cannotJudge: z.int(),
  withInterest: z.int(),
  stale: z.int(),
  mean: z.number().nullable(),
  spread: z.array(z.object({ role: z.enum(raterRoles as ['policy']), counts: z.array(z.int()) })),
});

const priority = z.object({ reference, name: z.string(), document: z.string() });

export const ratings = z.object({
  priority,
  summary,
  ratings: z.array(
    z.object({
      rater: z.string(),
      isOwn: z.boolean(),
      value: z.int().nullable(),
      certainty: z.int(),
      reason: z.string(),
      role: z.enum(raterRoles as ['policy']),
      interest: z.boolean(),
      stale: z.enum(['newVersion', 'setReplaced']).nullable(),
      changedAt: instant,
    }),
  ),
});

export const finding = z.object({
  reference,
  page,
  state: z.enum(states),
  marking: z.string(),
  bibliographic: z.boolean(),
  invented: z.boolean(),
  confidence,
  publishedAt: instant.nullable(),
  releasedAt: instant.nullable(),
  retractedAt: instant.nullable(),
  retractedReason: z.string().nullable(),
  reviewBy: instant.nullable(),
  sharedBy: z.string().nullable(),
  question: titled.nullable(),
  supersededBy: titled.nullable(),
  mergedInto: reference.nullable(),
  version,
  versions: z.array(z.object({ number: z.int(), changeNote: z.string(), publishedAt: instant })),
  terms: z.array(z.object({ scheme: z.string(), slug: z.string(), name: z.string() })),
  cases: z.array(priority.extend({ text: z.string() })),
  links: z.array(
    z.object({
      kind: z.enum(LINK_KINDS),
      direction: z.enum(['from', 'to']),
      note: z.string(),
      confirmed: z.boolean(),
      other: titled.extend({ year: z.int().nullable(), retracted: z.boolean() }),
    }),
  ),
  directions: z.array(
    z.object({ about: z.string(), name: z.string(), direction: z.enum(DIRECTIONS), note: z.string() }),
  ),
  ratings: z.array(z.object({ priority, summary })),
});
