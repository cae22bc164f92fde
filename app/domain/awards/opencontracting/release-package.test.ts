import { describe, expect, test } from 'vitest';
import { packageSchema } from '../../../../tests/support/open-contracting-schema';
import { releasePackage, type AwardOfProcess, type ProcessOfQuestion } from './release-package';

const PUBLISHER = { name: 'Soundings', prefix: 'ocds-000000', address: 'https://soundings.example/x.json' };
const at = (text: string) => new Date(text);

const QUESTION: ProcessOfQuestion = {
  reference: 'H7K4QXM2',
  title: 'What works against couriers?',
  summary: 'We need to know.',
  route: 'Commissioned study',
  basis: 'Quotation below the threshold',
  byInvitation: false,
  isDirect: false,
  buyer: { reference: 'TEAM', name: 'Home Office, Evidence' },
  budget: { least: 2_000_000, most: 4_000_050 },
  publishedAt: at('2026-03-02T09:00:00Z'),
  closesAt: at('2026-04-01T16:00:00Z'),
  clarificationsCloseAt: at('2026-03-16T17:00:00Z'),
  clarifications: 2,
  criteria: [
    { name: 'Method', weight: 60 },
    { name: 'Team', weight: 40 },
  ],
  lots: [],
  lotLimits: { lotsMostBids: null, lotsMostAwards: null, lotRule: null },
  outcome: null,
  withdrawn: false,
  changes: [],
  notices: [],
  awards: [],
};

const AWARD: AwardOfProcess = {
  reference: 'AWARD',
  supplier: { reference: 'UNI', name: 'Corwick University' },
  lot: null,
  amount: 3_912_300,
  decidedAt: at('2026-05-01T10:00:00Z'),
  noticeAt: at('2026-05-04T10:00:00Z'),
  inStandstill: true,
  contract: null,
};

const SIGNED = {
  signedAt: at('2026-05-20T11:00:00Z'),
  startsOn: at('2026-05-21T00:00:00Z'),
  endsOn: at('2027-05-20T00:00:00Z'),
  endedAt: null,
};

const packageOf = (over: Partial<ProcessOfQuestion>) => releasePackage(PUBLISHER, { ...QUESTION, ...over });
const releaseOf = (over: Partial<ProcessOfQuestion>) => {
  const [release] = packageSchema.parse(packageOf(over)).releases;
  if (!release) throw new Error('a package without a release');
  return release;
};

describe('a release package', () => {
  test.each<[string, Partial<ProcessOfQuestion>]>([
    ['open for bids', {}],
    [
      'without money, days or criteria',
      { budget: { least: null, most: null }, closesAt: null, clarificationsCloseAt: null, criteria: [] },
    ],
    [
      'changed and announced',
      {
        changes: [{ id: 'addendum-1', at: at('2026-03-10T09:00:00Z'), what: 'One more source.', why: '' }],
        notices: [
          {
            reference: 'N1',
            kind: 'tender',
            address: 'https://notices.example/1',
            publishedOn: '2026-03-02',
          },
        ],
      },
    ],
    ['awarded', { outcome: 'awarded', awards: [AWARD] }],
    ['under contract', { outcome: 'awarded', awards: [{ ...AWARD, inStandstill: false, contract: SIGNED }] }],
    ['withdrawn', { withdrawn: true }],
  ])('keeps to the standard: %s', (_, over) => {
    expect(packageSchema.safeParse(packageOf(over)).error).toBeUndefined();
  });

  test('names the process by the prefix of the register, and itself by its last change', () => {
    const changed = { id: 'addendum-1', at: at('2026-03-10T09:00:00Z'), what: 'One more source.', why: '' };
    const release = releaseOf({ changes: [changed] });
    expect(release.ocid).toBe('ocds-000000-H7K4QXM2');
    expect(release.date).toBe('2026-03-10T09:00:00.000Z');
    expect(release.id).toBe('ocds-000000-H7K4QXM2-2026-03-10T09:00:00.000Z');
  });

  test('gives money in pounds, with pence where there are some', () => {
    const { tender } = releaseOf({});
    expect(tender.minValue).toEqual({ amount: 20_000, currency: 'GBP' });
    expect(tender.value).toEqual({ amount: 40_000.5, currency: 'GBP' });
  });

  test.each<[string, Partial<ProcessOfQuestion>]>([
    ['active', {}],
    ['complete', { outcome: 'awarded' }],
    ['complete', { outcome: 'answered' }],
    ['unsuccessful', { outcome: 'noneSuitable' }],
    ['cancelled', { outcome: 'cancelled' }],
    ['cancelled', { withdrawn: true }],
  ])('says %s of %o', (status, over) => {
    expect(releaseOf(over).tender.status).toBe(status);
  });

  test.each<[string, Partial<ProcessOfQuestion>]>([
    ['open', {}],
    ['selective', { byInvitation: true }],
    ['direct', { isDirect: true, byInvitation: true }],
  ])('calls the method %s', (method, over) => {
    expect(releaseOf(over).tender.procurementMethod).toBe(method);
  });

  test('an award waits out its standstill, then stands, then has its contract', () => {
    const waiting = releaseOf({ awards: [AWARD] });
    expect(waiting.awards?.[0]).toMatchObject({ id: 'AWARD', status: 'pending', value: { amount: 39_123 } });
    expect(waiting.contracts).toBeUndefined();
    const signed = releaseOf({ awards: [{ ...AWARD, inStandstill: false, contract: SIGNED }] });
    expect(signed.awards?.[0]?.status).toBe('active');
    expect(signed.contracts?.[0]).toMatchObject({
      awardID: 'AWARD',
      status: 'pending',
      dateSigned: '2026-05-20T11:00:00.000Z',
      period: { startDate: '2026-05-21T00:00:00Z', endDate: '2027-05-20T00:00:00Z' },
    });
    const contract = { ...SIGNED, endedAt: at('2027-05-21T09:00:00Z') };
    const over = releaseOf({ awards: [{ ...AWARD, inStandstill: false, contract }] });
    expect(over.contracts?.[0]?.status).toBe('terminated');
    expect(over.date).toBe('2027-05-21T09:00:00.000Z');
  });

  test('a party that wins twice is one party, and a team that wins its own question has two roles', () => {
    const twice = releaseOf({ awards: [AWARD, { ...AWARD, reference: 'SECOND' }] });
    expect(twice.parties.map(({ roles }) => roles)).toEqual([['buyer'], ['supplier']]);
    const own = releaseOf({ awards: [{ ...AWARD, supplier: QUESTION.buyer }] });
    expect(own.parties.map(({ roles }) => roles)).toEqual([['buyer', 'supplier']]);
  });

  test('every reference to an organisation leads to a party', () => {
    const release = releaseOf({ awards: [AWARD] });
    const parties = new Set(release.parties.map(({ id }) => id));
    const named = [release.buyer, ...(release.awards ?? []).flatMap(({ suppliers }) => suppliers)];
    expect(named.filter(({ id }) => !parties.has(id))).toEqual([]);
  });
});

test('lots stand as the extension of the standard has them, and awards name theirs', () => {
  const lot = { covers: 'Ports north of the river', budget: 2_000_000, awardsAvailable: 1 };
  const divided = {
    lots: [
      { ...lot, number: 1, title: 'North' },
      { ...lot, number: 2, title: 'South' },
    ],
    lotLimits: { lotsMostBids: 2, lotsMostAwards: 1, lotRule: 'difference' as const },
  };
  const open = packageOf(divided);
  expect(open.extensions).toEqual([expect.stringContaining('ocds_lots_extension/v1.1.5')]);
  expect(packageSchema.safeParse(open).success).toBe(true);
  expect(open.releases[0]?.tender).toMatchObject({
    lots: [
      { id: 'lot-1', title: 'North', status: 'active', value: { amount: 20_000, currency: 'GBP' } },
      { id: 'lot-2', title: 'South', description: 'Ports north of the river' },
    ],
    lotDetails: { maximumLotsBidPerSupplier: 2, maximumLotsAwardedPerSupplier: 1 },
  });
  const won = packageOf({ ...divided, outcome: 'awarded', awards: [{ ...AWARD, lot: 2 }] });
  expect(won.releases[0]?.awards?.map(({ relatedLots }) => relatedLots)).toEqual([['lot-2']]);
  expect(won.releases[0]?.tender.lots?.map(({ status }) => status)).toEqual(['unsuccessful', 'complete']);
  const whole = packageOf({});
  expect(whole).not.toHaveProperty('extensions');
  expect(whole.releases[0]?.tender).not.toHaveProperty('lots');
});
