import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { advanceLetter } from '../commands/advance-letter.server';
import { prepareLetter } from '../commands/prepare-letter.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { agreementPage } from './agreement-page.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let ids: { lead: string; partner: string; loser: string; auditor: string };
let today: Date;
const now = (id: string) => actorFor(id);
const author = () => now(made.panel.author.id);
const holder = () => now(made.panel.budgetHolder.id);
const page = async (id: string) => ask(agreementPage, await now(id), { reference: made.award.reference });
const prepare = async (actor: Person, over: object = {}) =>
  ending(
    await run(prepareLetter, actor, {
      reference: made.award.reference,
      text: 'We agree.',
      contractReference: 'HO-9',
      startsOn: isoDay(addDays(today, 30)),
      endsOn: isoDay(addDays(today, 300)),
      signatory: '',
      ...over,
    }),
  );
const latest = () => store.db.agreementLetter.findFirstOrThrow({ orderBy: { number: 'desc' } });
const take = async (actor: Person, step: string, words = '') =>
  ending(await run(advanceLetter, actor, { reference: (await latest()).reference, step, words }));
const offered = async (id: string) => (await page(id))?.letter?.steps.map(({ key }) => key);

beforeAll(async () => {
  made = await makeAward({
    state: 'standstill',
    contractTerms: { publication: 'afterReview', reviewDays: 28 },
  });
  ids = {
    lead: made.first.leadId,
    partner: await joinBid(made.first.id, { role: 'partner' }),
    loser: made.second.leadId,
    auditor: (await makePerson({ roles: ['auditor'] })).id,
  };
  today = ukDay((await now(ids.lead)).asOf);
});

describe('a letter that is prepared', () => {
  test('can be so in the standstill, by the team, for a signatory of the bid who is not its lead', async () => {
    const [lead, partner, loser] = await Promise.all([ids.lead, ids.partner, ids.loser].map(now));
    if (!lead || !partner || !loser) throw new Error('three people');
    for (const actor of [lead, partner, await holder()]) expect(await prepare(actor)).toBe('denied');
    expect(await prepare(loser)).toBe('hidden');
    for (const { reference: signatory } of [lead, loser, await author()])
      expect(await prepare(await author(), { signatory })).toBe('SignatoryIsNotInTheBid');
    for (const over of [
      { text: ' ' },
      { text: 'x'.repeat(20_001) },
      { contractReference: '' },
      { endsOn: '2027-02-30' },
    ])
      expect(await prepare(await author(), over)).toBe('invalid');
    expect((await page(made.panel.author.id))?.canPrepare).toBe(true);
    const both = await Promise.all(
      [await author(), await now(made.panel.owner.id)].map((actor) => prepare(actor)),
    );
    expect(both.sort()).toEqual(['LetterIsOnItsWay', 'done']);
  });

  test('is drafted from the award, its milestones and its published terms', async () => {
    const drafted = (await page(made.panel.author.id))?.drafted ?? '';
    expect(drafted).toContain('has been awarded £60,000, without VAT');
    expect(drafted).toContain('1. Final report, due');
    expect(drafted).toContain('Yes, after 28 days’ sight');
  });

  test('is the team’s own until it is sent, also when it is taken back before', async () => {
    expect(await offered(made.panel.author.id)).toEqual(['send', 'reset']);
    expect((await page(ids.auditor))?.letter?.steps).toEqual([]);
    for (const id of [ids.lead, ids.partner])
      expect(await page(id)).toMatchObject({ letter: null, older: [] });
    expect(await page(ids.loser)).toBeNull();
    expect(await take(await author(), 'reset')).toBe('WordsAreMissing');
    expect(await take(await author(), 'reset', 'Another start.')).toBe('done');
    expect((await latest()).textHash).toBeNull();
    for (const id of [ids.lead, ids.partner])
      expect(await page(id)).toMatchObject({ letter: null, older: [] });
    expect((await page(made.panel.author.id))?.canPrepare).toBe(true);
  });
});

describe('a letter that is sent', () => {
  test('is signed by the lead, and refused before the standstill is over', async () => {
    expect(await prepare(await author())).toBe('done');
    expect(await take(await author(), 'send')).toBe('done');
    expect(await offered(ids.lead)).toEqual(['sign', 'reject']);
    expect(await offered(ids.partner)).toEqual([]);
    expect(await take(await now(ids.partner), 'sign')).toBe('denied');
    expect(await take(await now(ids.loser), 'sign')).toBe('hidden');
    expect(await take(await now(ids.lead), 'sign')).toBe('done');
    expect(await take(await holder(), 'approve')).toBe('StandstillIsOn');
    expect((await latest()).state).toBe('signed');
    expect(await take(await holder(), 'refuse')).toBe('WordsAreMissing');
    expect(await take(await holder(), 'refuse', 'The amount is wrong.')).toBe('done');
    expect((await page(ids.lead))?.letter?.history.at(-1)).toMatchObject({
      step: 'refuse',
      words: 'The amount is wrong.',
    });
  });

  test('waits for the institution, and is not offered for approval before', async () => {
    const { reference: signatory } = await now(ids.partner);
    expect(await prepare(await author(), { signatory })).toBe('done');
    expect(await take(await author(), 'send')).toBe('done');
    expect(await take(await now(ids.lead), 'sign')).toBe('done');
    expect(await offered(ids.partner)).toEqual(['countersign', 'refuse']);
    expect(await offered(made.panel.budgetHolder.id)).toEqual(['refuse']);
    expect(await take(await now(ids.partner), 'countersign')).toBe('done');
    expect(await offered(made.panel.budgetHolder.id)).toEqual(['approve', 'refuse']);
    expect((await page(ids.lead))?.letter?.signatory).toBe((await now(ids.partner)).name);
  });

  test('is approved once, after the standstill, and becomes the contract with its facts', async () => {
    await moveClock('7 days');
    const both = await Promise.all([1, 2].map(async () => take(await holder(), 'approve')));
    expect(both.sort()).toEqual(['StepIsNotNext', 'done']);
    const award = await store.db.award.findUniqueOrThrow({ where: { id: made.award.id } });
    expect([award.contractReference, award.startsOn && isoDay(award.startsOn)]).toEqual([
      'HO-9',
      isoDay(addDays(today, 30)),
    ]);
    const facts = await store.db.fact.findMany({
      where: { nounId: made.award.id, name: 'ContractWasSigned' },
    });
    expect(facts).toHaveLength(1);
    const after = await page(made.panel.author.id);
    expect(after).toMatchObject({
      canPrepare: false,
      letter: { stateName: 'Approved: the contract', steps: [] },
    });
    expect(await prepare(await author())).toBe('ContractIsSigned');
  });

  test('stays readable to both sides with those before it, in few queries', async () => {
    expect((await page(made.panel.author.id))?.older.map(({ state }) => state)).toEqual([
      'rejected',
      'reset',
    ]);
    expect((await page(ids.lead))?.older.map(({ state }) => state)).toEqual(['rejected']);
    const reader = await now(ids.lead);
    const { queries } = await countingQueries(() =>
      ask(agreementPage, reader, { reference: made.award.reference }),
    );
    expect(queries).toBeLessThanOrEqual(8);
  });

  test('is frozen, whole and never deleted in the database', async () => {
    const { db } = store;
    const where = { number: 3 };
    for (const data of [
      { text: 'Other' },
      { textHash: 'a'.repeat(64) },
      { contractReference: 'X' },
      { signatoryId: null },
    ])
      await expect(db.agreementLetter.updateMany({ where, data })).rejects.toThrow(/LetterIsFrozen/);
    await expect(db.agreementLetter.deleteMany({})).rejects.toThrow(/DeliveryIsKept/);
    const { id: _, ...row } = await latest();
    const create = (over: object) =>
      db.agreementLetter.create({
        data: {
          ...row,
          id: crypto.randomUUID(),
          reference: 'LETTER22',
          number: 9,
          state: 'prepared',
          ...over,
        },
      });
    await expect(create({ text: ' ' })).rejects.toThrow(/agreement_letter_text/);
    await expect(create({ endsOn: addDays(row.startsOn, -1) })).rejects.toThrow(/agreement_letter_days/);
    await expect(create({ state: 'sent' })).rejects.toThrow(/StepIsNotNext/);
    await expect(create({})).rejects.toThrow(/agreement_letter_one_live/);
  });
});
