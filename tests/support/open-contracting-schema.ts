import { z } from 'zod';

/**
 * What the Open Contracting Data Standard 1.1 says of the fields that we give: types, closed code lists and what is
 * required; a field that it does not know is refused. Source: https://standard.open-contracting.org/1.1/en/schema/
 */
const id = z
  .string()
  .min(1)
  .regex(/^[^#]+$/);
const instant = z.iso.datetime();
const value = z.strictObject({ amount: z.number(), currency: z.literal('GBP') });
const period = z.strictObject({ startDate: instant.optional(), endDate: instant.optional() });
const organisation = z.strictObject({ id, name: z.string().min(1) });

/** Of the extension for lots, version 1.1.5. */
const lot = z.strictObject({
  id,
  title: z.string().min(1),
  description: z.string(),
  status: z.enum(['planning', 'planned', 'active', 'cancelled', 'unsuccessful', 'complete', 'withdrawn']),
  value,
});

const tender = z.strictObject({
  id,
  title: z.string(),
  description: z.string(),
  status: z.enum(['planning', 'planned', 'active', 'cancelled', 'unsuccessful', 'complete', 'withdrawn']),
  minValue: value.optional(),
  value: value.optional(),
  procurementMethod: z.enum(['open', 'selective', 'limited', 'direct']),
  procurementMethodDetails: z.string(),
  mainProcurementCategory: z.enum(['goods', 'works', 'services']),
  awardCriteria: z.enum(['priceOnly', 'costOnly', 'qualityOnly', 'ratedCriteria']),
  awardCriteriaDetails: z.string().optional(),
  lots: z.array(lot).min(2).optional(),
  lotDetails: z
    .strictObject({
      maximumLotsBidPerSupplier: z.number().optional(),
      maximumLotsAwardedPerSupplier: z.number().optional(),
    })
    .optional(),
  submissionMethod: z.array(z.enum(['electronicAuction', 'electronicSubmission', 'written', 'inPerson'])),
  tenderPeriod: period.optional(),
  enquiryPeriod: period.optional(),
  hasEnquiries: z.boolean(),
  documents: z
    .array(
      z.strictObject({
        id,
        documentType: z.enum(['plannedProcurementNotice', 'tenderNotice', 'awardNotice', 'contractNotice']),
        url: z.url(),
        datePublished: instant,
      }),
    )
    .optional(),
  amendments: z
    .array(
      z.strictObject({ id, date: instant, description: z.string(), rationale: z.string().min(1).optional() }),
    )
    .optional(),
});

const award = z.strictObject({
  id,
  title: z.string(),
  status: z.enum(['pending', 'active', 'cancelled', 'unsuccessful']),
  date: instant,
  value,
  suppliers: z.array(organisation).min(1),
  relatedLots: z.array(id).optional(),
});

const contract = z.strictObject({
  id,
  awardID: id,
  title: z.string(),
  status: z.enum(['pending', 'active', 'cancelled', 'terminated']),
  value,
  dateSigned: instant,
  period: period.optional(),
});

const release = z.strictObject({
  ocid: z.string().regex(/^ocds-[a-z0-9]{6}-.+$/),
  id,
  date: instant,
  tag: z.array(z.literal('compiled')).min(1),
  initiationType: z.literal('tender'),
  language: z.string(),
  parties: z.array(organisation.extend({ roles: z.array(z.enum(['buyer', 'supplier'])).min(1) })),
  buyer: organisation,
  tender,
  awards: z.array(award).min(1).optional(),
  contracts: z.array(contract).min(1).optional(),
});

export const packageSchema = z.strictObject({
  uri: z.url(),
  version: z.literal('1.1'),
  extensions: z.array(z.url()).optional(),
  publishedDate: instant,
  publisher: z.strictObject({ name: z.string().min(1) }),
  releases: z.array(release).min(1),
});
