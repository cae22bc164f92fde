import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let second: string;
let third: string;
let author: string;
let reference: string;
let id: string;

beforeAll(async () => {
  who = await makeReaders();
  [second, third, author] = await Promise.all([
    makePerson({ expert: true, name: 'Sec Ond' }).then((one) => one.id),
    makePerson({ expert: true, name: 'Thi Rd' }).then((one) => one.id),
    makePerson({ expert: true, name: 'Au Thor' }).then((one) => one.id),
  ]);
});

beforeEach(async () => {
  ({ id, reference } = await makeFinding({
    ...{ studyType: 'impact', released: true, authors: [{ name: 'Au Thor', personId: author }] },
    ...{ keyMessages: 'It worked', limits: 'One town', licence: 'CC BY 4.0' },
  }));
});

const judgement = (over: Record<string, string> = {}) => ({
  ...{
    'answer-level': '3',
    'answer-effect': 'works',
    confidence: 'moderate',
    rationale: 'Two towns compared',
  },
  ...over,
});
const finding = () => database.db.finding.findUniqueOrThrow({ where: { id } });
const offer = (as: string) => send(paths.appraisal(reference), { noInterest: 'on' }, { as });
const judge = (as: string, over = {}) => send(paths.judgeFinding(reference), judgement(over), { as });
const page = (as?: string) => visit(paths.appraisal(reference), { as });

async function bothJudge() {
  for (const as of [who.member, second]) await offer(as);
  await judge(who.member, { rationale: 'The first thinks so' });
  await judge(second, { 'answer-level': '4', confidence: 'high', rationale: 'The second thinks so' });
}

test('two people judge apart, one proposes, the other agrees, and the finding carries their confidence', async () => {
  expect((await visit(paths.finding(reference))).text).toContain('Not yet appraised');
  expect((await offer(who.member)).location).toBe(paths.judgeFinding(reference));
  expect((await judge(who.member, { rationale: 'The first thinks so' })).location).toBe(
    paths.appraisal(reference),
  );
  await offer(second);
  const before = await page(second);
  expect(before.text).toContain('Mel Member (has judged)');
  expect(before.html).not.toContain('The first thinks so');
  await judge(second, { 'answer-level': '4', confidence: 'high', rationale: 'The second thinks so' });

  const compared = await page(second);
  expect(compared.text).toContain('The first thinks so');
  expect(compared.text).toContain('Which level does the design reach? (they differ)');
  expect(compared.text).not.toContain('effect? (they differ)');
  await send(paths.agreement(reference), judgement({ rationale: 'We both think so' }), { as: second });
  expect((await finding()).confidence).toBeNull();

  const toAgree = await visit(paths.confirmAgreement(reference), { as: who.member });
  expect(toAgree.text).toContain('We both think so');
  const agreed = await send(paths.confirmAgreement(reference), toAgree.fields, {
    as: who.member,
  });
  expect(agreed.location).toBe(paths.finding(reference));
  expect(await finding()).toMatchObject({ confidence: 'moderate' });

  const shown = await visit(paths.finding(reference));
  expect(shown.text).toContain('Moderate confidence. Two people appraised version 1 apart');
  expect(shown.text).toContain('We both think so');
  expect(shown.html).not.toContain('The second thinks so');
});

describe('apart and in order', () => {
  test('a judgement can be given again until the other one is in', async () => {
    for (const as of [who.member, second]) await offer(as);
    await judge(who.member);
    const again = await visit(paths.judgeFinding(reference), { as: who.member });
    expect(again.fields).toMatchObject({ 'answer-level': '3', confidence: 'moderate' });
    expect((await judge(who.member, { 'answer-level': '1' })).status).toBe(303);
    await judge(second);
    expect((await judge(who.member, { 'answer-level': '5' })).status).toBe(403);
    const kept = await database.db.appraisalJudgement.findFirstOrThrow({
      where: { personId: who.member, appraisal: { findingId: id } },
    });
    expect(kept.answers).toMatchObject({ level: '1' });
  });

  test('the database keeps both judgements as they are once both are in, and what was agreed for good', async () => {
    await bothJudge();
    const own = { personId: who.member, appraisal: { findingId: id } };
    await expect(
      database.db.appraisalJudgement.updateMany({ where: own, data: { rationale: 'Something else' } }),
    ).rejects.toThrow('JudgementIsFixed');
    await send(paths.agreement(reference), judgement(), { as: who.coordinator });
    await expect(
      database.db.appraisal.updateMany({ where: { findingId: id }, data: { confidence: 'high' } }),
    ).rejects.toThrow('AgreedAppraisalIsFixed');
  });

  test('nothing is proposed before both are in, whoever tries', async () => {
    await offer(who.member);
    await judge(who.member);
    for (const as of [who.member, second, who.coordinator])
      expect((await send(paths.agreement(reference), judgement(), { as })).status).toBe(403);
    const at = new Date();
    const proposal = { answers: {}, confidence: 'low' as const, proposedAt: at, proposedById: who.member };
    await expect(
      database.db.appraisal.updateMany({ where: { findingId: id }, data: proposal }),
    ).rejects.toThrow('JudgementsAreMissing');
  });

  test('the one who proposed cannot agree with it, and a proposal that changed is read again', async () => {
    await bothJudge();
    await send(paths.agreement(reference), judgement(), { as: second });
    const seen = await visit(paths.confirmAgreement(reference), { as: who.member });
    expect((await visit(paths.confirmAgreement(reference), { as: second })).status).toBe(403);
    await send(paths.agreement(reference), judgement({ confidence: 'low' }), { as: second });
    const late = await send(paths.confirmAgreement(reference), seen.fields, {
      as: who.member,
    });
    expect(late.status).toBe(409);
    expect((await finding()).confidence).toBeNull();
  });

  test('a coordinator settles what two cannot agree on, by name and for good', async () => {
    await bothJudge();
    await send(paths.agreement(reference), judgement({ confidence: 'low' }), { as: who.coordinator });
    expect(await finding()).toMatchObject({ confidence: 'low' });
    expect((await visit(paths.finding(reference))).text).toContain(
      'a coordinator settled where they differed',
    );
    expect((await send(paths.agreement(reference), judgement(), { as: second })).status).toBe(403);
  });

  test('a third finds no place, also when three press at once', async () => {
    const answers = await Promise.all([who.member, second, third].map(offer));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 403]);
    expect(await database.db.appraisal.count({ where: { findingId: id } })).toBe(1);
  });
});

describe('who may not', () => {
  test('its author is told that others have to, and a box left open refuses', async () => {
    expect((await page(author)).buttons).not.toContain('Take a place');
    expect((await offer(author)).status).toBe(403);
    const open = await send(paths.appraisal(reference), {}, { as: who.member });
    expect(open.status).toBe(422);
    expect(open.messageBeside('noInterest')).toBe('Confirm that you have no interest in it');
  });

  test('a record that does not state its limits is not appraised', async () => {
    await database.db.finding.update({ where: { id }, data: { bibliographic: true } });
    const bare = await makeFinding({ bibliographic: true, keyMessages: '', limits: '', licence: '' });
    expect((await visit(paths.appraisal(bare.reference), { as: who.member })).text).toContain(
      'have to be stated',
    );
    const sent = await send(paths.appraisal(bare.reference), { noInterest: 'on' }, { as: who.member });
    expect(sent.status).toBe(422);
  });

  test('outside the network nobody learns how far it has come', async () => {
    await offer(who.member);
    for (const as of [who.unverified, who.committee]) expect((await page(as)).status).toBe(404);
    expect((await page()).location).toContain(paths.signIn());
    expect((await visit(paths.finding(reference))).links.map(({ href }) => href)).not.toContain(
      paths.appraisal(reference),
    );
  });

  test('who did not take a place cannot judge, leave or agree', async () => {
    await offer(who.member);
    for (const path of [
      paths.judgeFinding,
      paths.leaveAppraisal,
      paths.confirmAgreement,
      paths.closeAppraisal,
    ])
      expect((await visit(path(reference), { as: third })).status).toBe(403);
  });
});

test('a place that is given back is free, and an appraisal without appraisers ends', async () => {
  await offer(who.member);
  await judge(who.member);
  expect((await send(paths.leaveAppraisal(reference), {}, { as: who.member })).location).toBe(
    paths.appraisal(reference),
  );
  const [closed] = await database.db.appraisal.findMany({
    where: { findingId: id },
    include: { judgements: true },
  });
  expect(closed).toMatchObject({ closedReason: 'Nobody appraises it any more', judgements: [] });
  expect((await offer(second)).status).toBe(303);
});

test('a coordinator ends one that leads nowhere, with a reason', async () => {
  await offer(who.member);
  const without = await send(paths.closeAppraisal(reference), {}, { as: who.coordinator });
  expect(without.messageBeside('reason')).toBe('Say why');
  await send(paths.closeAppraisal(reference), { reason: 'No second reader' }, { as: who.coordinator });
  expect((await page(who.member)).text).toContain('Not yet appraised');
});

test('what was commissioned or used waits on the desk until two have taken it on', async () => {
  const queue = '/desk/appraisals';
  expect((await visit(queue, { as: who.coordinator })).text).not.toContain('One that was used');
  const used = await makeFinding({ title: 'One that was used' });
  const organisation = await database.db.organisation.findFirstOrThrow();
  const at = new Date();
  await database.db.impactRecord.create({
    data: {
      ...{ id: used.versionId, reference: used.reference, findingId: used.id, findingNumber: 1 },
      ...{ organisationId: organisation.id, recordedById: who.member, decision: 'x', decidedOn: at },
      ...{ effect: 'x', evidence: 'x', recordedAt: at },
    },
  });
  expect((await visit(queue, { as: who.coordinator })).text).toContain('One that was used');
});

test('an appraiser finds it among what waits at home', async () => {
  await offer(who.member);
  expect((await visit('/', { as: who.member })).links.map(({ href }) => href)).toContain(
    paths.judgeFinding(reference),
  );
});
