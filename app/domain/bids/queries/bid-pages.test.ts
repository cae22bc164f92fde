import { describe, expect, it } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import {
  doneValue,
  makeBid,
  makeEmptyBid,
  makeExpert,
  openQuestion,
} from '../../../../tests/support/factories/bids';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { inviteBidMember } from '../commands/invite-bid-member.server';
import { saveBidSection } from '../commands/save-bid-section.server';
import { bidCheck } from './bid-check.server';
import { bidInvitation } from './bid-invitation.server';
import { bidPage } from './bid-page.server';
import { bidReceipt } from './bid-receipt.server';
import { bidSection } from './bid-section.server';
import { bidStart } from './bid-start.server';
import { bidTeam } from './bid-team.server';
import { bidToExclude } from './bid-to-exclude.server';
import { bidVersions } from './bid-versions.server';
import { ownBids } from './own-bids.server';
import { questionOpening } from './question-opening.server';
import { receiptCheck } from './receipt-check.server';

const test = useDatabase();

const everything = async (actor: Actor, reference: string) => ({
  page: await ask(bidPage, actor, { reference }),
  section: await ask(bidSection, actor, { reference, section: 'summary' }),
  check: await ask(bidCheck, actor, { reference }),
  receipt: await ask(bidReceipt, actor, { reference }),
  team: await ask(bidTeam, actor, { reference }),
  versions: await ask(bidVersions, actor, { reference }),
  invitation: await ask(bidInvitation, actor, { reference }),
  toExclude: await ask(bidToExclude, actor, { reference }),
});

describe('the pages of a bid', () => {
  it('are there for its lead', async () => {
    const bid = await makeBid({ question: await makeQuestion() });
    const lead = await actorFor(bid.leadId);
    const seen = await everything(lead, bid.reference);
    expect(seen.page).toMatchObject({ state: 'submitted', total: 5_320_000, gaps: 0, submission: 1 });
    expect(seen.section?.values).toEqual({ text: bid.content.quality.summary });
    expect(seen.check?.content).toEqual(bid.content);
    expect(seen.receipt).toMatchObject({ signed: true, bodyFits: true });
    expect(seen.invitation).toBeNull();
    expect((await ask(ownBids, lead, {}))?.bids).toMatchObject([{ reference: bid.reference, role: 'lead' }]);
  });

  it('are not there for anybody else, before and after opening', async () => {
    const question = await makeQuestion({ closesInDays: 2 });
    const bid = await makeBid({ question });
    const { asking } = question;
    const others: Actor[] = [
      await makeExpert(),
      { kind: 'visitor', asOf: new Date() },
      await actorFor((await makePerson({ roles: ['administrator', 'auditor', 'coordinator'] })).id),
      ...(await Promise.all([asking.authorId, asking.ownerId, asking.moderatorId].map(actorFor))),
    ];
    const nothing = () => Promise.all(others.map((actor) => everything(actor, bid.reference)));
    for (const seen of await nothing()) expect(new Set(Object.values(seen))).toEqual(new Set([null]));
    await moveClock('49 hours');
    await openQuestion(question);
    for (const seen of await nothing()) expect(new Set(Object.values(seen))).toEqual(new Set([null]));
    for (const actor of others) expect((await ask(ownBids, actor, {}))?.bids ?? []).toEqual([]);
  });

  it('keep an invited person out until they accept', async () => {
    const bid = await makeBid({ question: await makeQuestion() });
    const asked = await makeExpert();
    const invite = { reference: bid.reference, person: asked.reference, role: 'editor' };
    doneValue(await run(inviteBidMember, await actorFor(bid.leadId), invite));
    const { invitation, ...rest } = await everything(asked, bid.reference);
    expect(invitation).toMatchObject({ role: 'editor', open: true });
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it('say what cannot be read any more once the draft changed after submitting', async () => {
    const bid = await makeBid({ question: await makeQuestion() });
    const lead = await actorFor(bid.leadId);
    const typed = { reference: bid.reference, section: 'summary', revision: 1, text: 'Another' };
    doneValue(await run(saveBidSection, lead, typed));
    const receipt = await ask(bidReceipt, lead, { reference: bid.reference });
    expect(receipt).toMatchObject({ signed: true, bodyFits: null });
    expect(receipt?.receipt.body).toBeUndefined();
  });

  it('take few statements', async () => {
    const bid = await makeBid({ question: await makeQuestion() });
    const lead = await actorFor(bid.leadId);
    const { reference } = bid;
    const counts = [
      (await countingQueries(() => ask(bidPage, lead, { reference }))).queries,
      (await countingQueries(() => ask(bidCheck, lead, { reference }))).queries,
      (await countingQueries(() => ask(ownBids, lead, {}))).queries,
    ];
    for (const count of counts) expect(count).toBeLessThanOrEqual(4);
  });
});

describe('people and partners', () => {
  it('are found by part of a name, by the lead alone, and not twice', async () => {
    const question = await makeQuestion();
    const bid = await makeEmptyBid({ question });
    const wanted = await makeExpert({ name: 'Zebedee Quill_100%' });
    await makePerson({ name: 'Zebedee without profile' });
    await makeOrganisation({ name: 'Institute of Zebras' });
    const lead = await actorFor(bid.leadId);
    const search = { reference: bid.reference, person: 'quill_100%', organisation: 'zebras' };
    const team = await ask(bidTeam, lead, search);
    expect(team?.found.experts?.map(({ name }) => name)).toEqual(['Zebedee Quill_100%']);
    expect(team?.found.organisations?.map(({ name }) => name)).toEqual(['Institute of Zebras']);
    const invite = { reference: bid.reference, person: wanted.reference, role: 'partner' };
    doneValue(await run(inviteBidMember, lead, invite));
    expect((await ask(bidTeam, lead, search))?.found.experts).toEqual([]);
    expect(await run(inviteBidMember, lead, invite)).toMatchObject({ refusal: { name: 'PersonIsInTheBid' } });
  });
});

describe('before the first word', () => {
  it('shows terms, what is asked and one’s own bid', async () => {
    const question = await makeQuestion();
    const expert = await makeExpert();
    const start = await ask(bidStart, expert, { reference: question.reference });
    expect(start).toMatchObject({ own: null, may: { start: true }, odds: null });
    expect(start?.sections.length).toBe(question.criteria.length + 7);
    const bid = await makeEmptyBid({ question, leadId: expert.id });
    expect(await ask(bidStart, expert, { reference: question.reference })).toMatchObject({
      own: bid.reference,
    });
    const author = await actorFor(question.asking.authorId);
    expect(await ask(bidStart, author, { reference: question.reference })).toMatchObject({
      may: { start: false },
    });
  });
});

describe('the opening', () => {
  it('says nothing of bids before it happened', async () => {
    const question = await makeQuestion({ routeSlug: 'competition', closesInDays: 1 });
    await makeBid({ question });
    const holder = () => actorFor(question.asking.budgetHolderId);
    const reference = question.reference;
    expect(await ask(questionOpening, await holder(), { reference })).toMatchObject({
      bids: null,
      may: { confirm: [] },
    });
    expect(await ask(questionOpening, await actorFor(question.asking.authorId), { reference })).toEqual({
      allowed: false,
    });
    await moveClock('25 hours');
    expect(await ask(questionOpening, await holder(), { reference })).toMatchObject({
      bids: null,
      may: { confirm: ['budgetHolder'] },
    });
    await openQuestion(question);
    expect(await ask(questionOpening, await holder(), { reference })).toMatchObject({
      bids: 1,
      may: { confirm: [] },
    });
  });
});

describe('checking a receipt', () => {
  it('tells a genuine one from a changed one, and from no receipt at all', async () => {
    const bid = await makeBid({ question: await makeQuestion() });
    const lead = await actorFor(bid.leadId);
    const receipt = (await ask(bidReceipt, lead, { reference: bid.reference }))?.receipt;
    const check = (text: unknown) => ask(receiptCheck, lead, { receipt: JSON.stringify(text) });
    expect(await check(receipt)).toMatchObject({ signed: true, bodyFits: true });
    expect(await check({ ...receipt, submittedAt: '2026-01-01T00:00:00.000Z' })).toMatchObject({
      bodyFits: false,
    });
    expect(await check({ ...receipt, body: receipt?.body?.replace('harbour', 'airport') })).toMatchObject({
      bodyFits: false,
    });
    expect(await check({ ...receipt, hash: 'f'.repeat(64) })).toMatchObject({ signed: false });
    expect(await check({ ...receipt, body: undefined })).toMatchObject({ signed: true, bodyFits: null });
    expect(await check('nonsense')).toEqual({ unreadable: true });
    expect(await ask(receiptCheck, lead, { receipt: '{' })).toEqual({ unreadable: true });
  });
});

it('lists own bids a page at a time', async () => {
  const expert = await makeExpert();
  for (let count = 0; count < 27; count++) {
    const question = await makeQuestion();
    await makeEmptyBid({ question, leadId: expert.id });
  }
  const first = await ask(ownBids, expert, {});
  const second = await ask(ownBids, expert, { after: first?.next ?? undefined });
  expect([first?.bids.length, second?.bids.length, second?.next]).toEqual([25, 2, null]);
  expect(
    new Set([...(first?.bids ?? []), ...(second?.bids ?? [])].map(({ reference }) => reference)).size,
  ).toBe(27);
  expect(await test.db.bid.count({ where: { leadId: expert.id } })).toBe(27);
}, 60_000);
