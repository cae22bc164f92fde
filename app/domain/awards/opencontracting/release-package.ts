import type { LotDraft, LotLimits } from '../../questions/lots/lot';
import type { NoticeKind } from '../../questions/notices/procurement-notice';
import type { QuestionOutcome } from '../../questions/question';
import { isoDay, ukDay } from '../../uk-time';

/** Where a process is known: an identifier of the register of Open Contracting, then our reference. */
export interface Publisher {
  name: string;
  /** `ocds-` and six characters, given to a publisher on registration. */
  prefix: string;
  /** Of the package itself. */
  address: string;
}

interface Organisation {
  reference: string;
  name: string;
}

export interface ProcessOfQuestion {
  reference: string;
  title: string;
  summary: string;
  route: string;
  basis: string;
  byInvitation: boolean;
  isDirect: boolean;
  buyer: Organisation;
  /** Pence without VAT. */
  budget: { least: number | null; most: number | null };
  publishedAt: Date;
  closesAt: Date | null;
  clarificationsCloseAt: Date | null;
  clarifications: number;
  criteria: { name: string; weight: number }[];
  lots: LotDraft[];
  lotLimits: LotLimits;
  /** As its reader may know it: before the award notice it is still being decided. */
  outcome: QuestionOutcome | null;
  withdrawn: boolean;
  changes: { id: string; at: Date; what: string; why: string }[];
  notices: { reference: string; kind: NoticeKind; address: string; publishedOn: string }[];
  awards: AwardOfProcess[];
}

export interface AwardOfProcess {
  reference: string;
  supplier: Organisation;
  /** The number of the lot, where the question is divided. */
  lot: number | null;
  /** Pence without VAT. */
  amount: number;
  decidedAt: Date;
  noticeAt: Date;
  inStandstill: boolean;
  contract: {
    signedAt: Date;
    startsOn: Date | null;
    endsOn: Date | null;
    endedAt: Date | null;
  } | null;
}

/** Source: https://extensions.open-contracting.org/en/extensions/lots/v1.1.5/ */
const LOTS_EXTENSION =
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/v1.1.5/extension.json';

const DOCUMENT_TYPES = {
  planned: 'plannedProcurementNotice',
  tender: 'tenderNotice',
  award: 'awardNotice',
  contractDetails: 'contractNotice',
} as const satisfies Record<NoticeKind, string>;

const ENDS = {
  awarded: 'complete',
  answered: 'complete',
  noneSuitable: 'unsuccessful',
  cancelled: 'cancelled',
} as const satisfies Record<QuestionOutcome, string>;

const money = (pence: number) => ({ amount: pence / 100, currency: 'GBP' });
const instant = (at: Date) => at.toISOString();
const dayStart = (day: Date) => `${isoDay(day)}T00:00:00Z`;
const idOf = ({ reference }: Organisation) => `soundings-${reference}`;
const named = (organisation: Organisation) => ({ id: idOf(organisation), name: organisation.name });

/**
 * A question that takes bids as a package of the Open Contracting Data Standard 1.1 with one compiled release.
 * Amounts are pounds without VAT, times RFC 3339; who bid and did not win is never part of it.
 * Source: https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export function releasePackage(publisher: Publisher, process: ProcessOfQuestion) {
  const ocid = `${publisher.prefix}-${process.reference}`;
  const date = instant(lastChange(process));
  return {
    uri: publisher.address,
    version: '1.1',
    ...(process.lots.length > 0 && { extensions: [LOTS_EXTENSION] }),
    publishedDate: date,
    publisher: { name: publisher.name },
    releases: [
      {
        ocid,
        id: `${ocid}-${date}`,
        date,
        tag: ['compiled'],
        initiationType: 'tender',
        language: 'en',
        parties: partiesOf(process),
        buyer: named(process.buyer),
        tender: tenderOf(process),
        ...(process.awards.length > 0 && { awards: process.awards.map((award) => awardOf(process, award)) }),
        ...contractsOf(process),
      },
    ],
  };
}

function lastChange({ publishedAt, changes, awards }: ProcessOfQuestion): Date {
  const times = [
    publishedAt,
    ...changes.map(({ at }) => at),
    ...awards.flatMap(({ noticeAt, contract }) => [noticeAt, contract?.signedAt, contract?.endedAt]),
  ];
  return new Date(Math.max(...times.map((at) => at?.getTime() ?? 0)));
}

function partiesOf({ buyer, awards }: ProcessOfQuestion) {
  const roles = new Map<string, { organisation: Organisation; roles: Set<string> }>();
  const add = (organisation: Organisation, role: string) => {
    const known = roles.get(idOf(organisation)) ?? { organisation, roles: new Set<string>() };
    roles.set(idOf(organisation), { ...known, roles: known.roles.add(role) });
  };
  add(buyer, 'buyer');
  for (const { supplier } of awards) add(supplier, 'supplier');
  return [...roles.values()].map((party) => ({ ...named(party.organisation), roles: [...party.roles] }));
}

function tenderOf(process: ProcessOfQuestion) {
  const { budget, publishedAt, closesAt, clarificationsCloseAt: asksUntil } = process;
  const from = instant(publishedAt);
  return {
    id: process.reference,
    title: process.title,
    description: process.summary,
    status: statusOf(process),
    ...(budget.least !== null && { minValue: money(budget.least) }),
    ...(budget.most !== null && { value: money(budget.most) }),
    procurementMethod: methodOf(process),
    procurementMethodDetails: [process.route, process.basis].filter(Boolean).join('; '),
    mainProcurementCategory: 'services',
    awardCriteria: 'ratedCriteria',
    ...lotsOf(process),
    ...(process.criteria.length > 0 && { awardCriteriaDetails: criteriaOf(process) }),
    submissionMethod: ['electronicSubmission'],
    ...(closesAt && { tenderPeriod: { startDate: from, endDate: instant(closesAt) } }),
    ...(asksUntil && { enquiryPeriod: { startDate: from, endDate: instant(asksUntil) } }),
    hasEnquiries: process.clarifications > 0,
    ...(process.notices.length > 0 && {
      documents: process.notices.map(({ reference, kind, address, publishedOn }) => ({
        id: reference,
        documentType: DOCUMENT_TYPES[kind],
        url: address,
        datePublished: `${publishedOn}T00:00:00Z`,
      })),
    }),
    ...(process.changes.length > 0 && {
      amendments: process.changes.map(({ id, at, what, why }) => ({
        id,
        date: instant(at),
        description: what,
        ...(why && { rationale: why }),
      })),
    }),
  };
}

const lotId = (number: number): string => `lot-${number}`;

/** With the limits on one bidder, by the lots extension of the standard. */
function lotsOf(process: ProcessOfQuestion) {
  const { lots, lotLimits } = process;
  const { lotsMostBids, lotsMostAwards } = lotLimits;
  if (lots.length === 0) return {};
  return {
    lots: lots.map(({ number, title, covers, budget }) => ({
      id: lotId(number),
      title,
      description: covers,
      status: lotStatus(process, number),
      value: money(budget),
    })),
    lotDetails: {
      ...(lotsMostBids !== null && { maximumLotsBidPerSupplier: lotsMostBids }),
      ...(lotsMostAwards !== null && { maximumLotsAwardedPerSupplier: lotsMostAwards }),
    },
  };
}

/** A lot of an awarded question that nobody won was unsuccessful. */
const lotStatus = (process: ProcessOfQuestion, number: number): string =>
  process.outcome === 'awarded' && !process.withdrawn && process.awards.every(({ lot }) => lot !== number)
    ? 'unsuccessful'
    : statusOf(process);

const methodOf = ({ isDirect, byInvitation }: ProcessOfQuestion): string =>
  isDirect ? 'direct' : byInvitation ? 'selective' : 'open';

const criteriaOf = ({ criteria }: ProcessOfQuestion): string =>
  criteria.map(({ name, weight }) => `${name}: ${weight} %`).join('; ');

function statusOf({ withdrawn, outcome }: ProcessOfQuestion): string {
  if (withdrawn) return 'cancelled';
  return outcome ? ENDS[outcome] : 'active';
}

const awardOf = (
  { title }: ProcessOfQuestion,
  { reference, decidedAt, amount, supplier, lot, inStandstill }: AwardOfProcess,
) => ({
  id: reference,
  title,
  status: inStandstill ? 'pending' : 'active',
  date: instant(decidedAt),
  value: money(amount),
  suppliers: [named(supplier)],
  ...(lot !== null && { relatedLots: [lotId(lot)] }),
});

function contractsOf({ awards, title }: ProcessOfQuestion) {
  const contracts = awards.flatMap(({ reference, amount, contract }) => {
    if (!contract) return [];
    const { signedAt, startsOn, endsOn, endedAt } = contract;
    return {
      id: `${reference}-contract`,
      awardID: reference,
      title,
      status: endedAt ? 'terminated' : startsOn && startsOn > ukDay(signedAt) ? 'pending' : 'active',
      value: money(amount),
      dateSigned: instant(signedAt),
      ...(startsOn && {
        period: { startDate: dayStart(startsOn), ...(endsOn && { endDate: dayStart(endsOn) }) },
      }),
    };
  });
  return contracts.length > 0 ? { contracts } : {};
}
