import { z } from 'zod';

/** One person's account of what they bring; career stage and breaks are never scored. */
const narrativeCv = z.strictObject({ name: z.string(), role: z.string(), narrative: z.string() });

/** `weeks` counts from the start of the contract; `share` is per cent of the price. */
const plannedMilestone = z.strictObject({
  title: z.string(),
  weeks: z.number().nullable(),
  share: z.number().nullable(),
});

/** `section` is the slug of a page of the bid. */
const confidentialSection = z.strictObject({
  section: z.string(),
  reason: z.string(),
  until: z.string().nullable(),
});

const quality = z.strictObject({
  summary: z.string(),
  /** By the identifier of the criterion or the essential requirement that each answers. */
  answers: z.record(z.string(), z.string()),
  people: z.array(narrativeCv),
  milestones: z.array(plannedMilestone),
  references: z.string(),
  confidential: z.array(confidentialSection),
  otherBids: z.strictObject({ some: z.boolean().nullable(), details: z.string() }),
});

/** Amounts are pence without VAT. */
const price = z.strictObject({
  lines: z.array(
    z.strictObject({ role: z.string(), dayRate: z.number().nullable(), days: z.number().nullable() }),
  ),
  otherCosts: z.array(z.strictObject({ title: z.string(), amount: z.number().nullable() })),
  overheads: z.number(),
  /** Per cent of the full economic cost that the price covers. */
  fullEconomicCost: z.number().nullable(),
});

export const bidContent = z.strictObject({ quality, price });

export type NarrativeCv = z.infer<typeof narrativeCv>;
export type PlannedMilestone = z.infer<typeof plannedMilestone>;
export type ConfidentialSection = z.infer<typeof confidentialSection>;
export type BidQuality = z.infer<typeof quality>;
export type BidPrice = z.infer<typeof price>;
export type BidContent = z.infer<typeof bidContent>;

export const bidQuality = quality;
export const bidPrice = price;

export const emptyContent = (): BidContent => ({
  quality: {
    summary: '',
    answers: {},
    people: [],
    milestones: [],
    references: '',
    confidential: [],
    otherBids: { some: null, details: '' },
  },
  price: { lines: [], otherCosts: [], overheads: 0, fullEconomicCost: null },
});
