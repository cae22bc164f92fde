import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { doneValue, makeEmptyBid, makeExpert } from '../../../../tests/support/factories/bids';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { readDraft } from '../sealing/draft-vault.server';
import { staleSections } from '../sealing/stale-saves.server';
import { answerBidInvitation } from './answer-bid-invitation.server';
import { inviteBidMember } from './invite-bid-member.server';
import { resolveStaleSave } from './resolve-stale-save.server';
import { saveBidSection } from './save-bid-section.server';

const test = useDatabase();

async function sharedDraft(role: 'editor' | 'partner' = 'editor') {
  const question = await makeQuestion();
  const bid = await makeEmptyBid({ question });
  const lead = await actorFor(bid.leadId);
  const other = await makeExpert();
  const { reference } = bid;
  doneValue(await run(inviteBidMember, lead, { reference, person: other.reference, role }));
  doneValue(await run(answerBidInvitation, other, { reference, answer: 'accept' }));
  return { question, bid, lead, other, reference };
}

const stored = (id: string) => test.db.bid.findUniqueOrThrow({ where: { id } });
const contentOf = async (id: string) => readDraft(await stored(id)).content;

describe('saving a section', () => {
  it('saves what is there, however incomplete, and drops rows left empty', async () => {
    const { bid, lead, reference } = await sharedDraft();
    const save = (fields: object) => run(saveBidSection, lead, { reference, ...fields });
    doneValue(await save({ section: 'summary', revision: 1, text: ' In brief\r\nTwo lines ' }));
    doneValue(
      await save({
        section: 'price',
        revision: 2,
        lines: [{}, { role: 'Fellow', dayRate: '£450', days: '2.5' }, { role: 'Professor' }],
        overheads: '£1,000',
      }),
    );
    const content = await contentOf(bid.id);
    expect(content.quality.summary).toBe('In brief\nTwo lines');
    expect(content.price).toEqual({
      lines: [
        { role: 'Fellow', dayRate: 45_000, days: 2.5 },
        { role: 'Professor', dayRate: null, days: null },
      ],
      otherCosts: [],
      overheads: 100_000,
      fullEconomicCost: null,
    });
  });

  it('answers a criterion by its position', async () => {
    const { bid, lead, reference, question } = await sharedDraft();
    doneValue(
      await run(saveBidSection, lead, { reference, section: 'criterion-2', revision: 1, text: 'By survey' }),
    );
    const criterion = question.criteria[1]?.id ?? '';
    expect((await contentOf(bid.id)).quality.answers).toEqual({ [criterion]: 'By survey' });
    const unknown = await run(saveBidSection, lead, {
      reference,
      section: 'criterion-9',
      revision: 2,
      text: 'x',
    });
    expect(unknown).toMatchObject({ refusal: { name: 'SectionIsUnknown' } });
  });

  it.each([
    [{ section: 'price', lines: [{ role: 'Fellow', days: 'many' }] }, ['lines', 0, 'days']],
    [{ section: 'price', overheads: 'a lot' }, ['overheads']],
    [{ section: 'plan', milestones: [{ title: 'Report', share: '101' }] }, ['milestones', 0, 'share']],
    [
      { section: 'confidential', confidential: [{ until: { day: '31', month: '2', year: '2027' } }] },
      ['confidential', 0, 'until'],
    ],
  ])('refuses what cannot be read: %j', async (fields, path) => {
    const { lead, reference } = await sharedDraft();
    const outcome = await run(saveBidSection, lead, { reference, revision: 1, ...fields });
    expect(outcome).toMatchObject({ kind: 'invalid', issues: [{ path }] });
  });

  it('is open to editors, not to partners, and hidden from everybody else', async () => {
    const { reference, other } = await sharedDraft('partner');
    const typed = { reference, section: 'summary', revision: 1, text: 'Mine' };
    expect((await run(saveBidSection, other, typed)).kind).toBe('denied');
    expect((await run(saveBidSection, await makeExpert(), typed)).kind).toBe('hidden');
  });
});

describe('two editors', () => {
  it('who change different sections do not disturb one another', async () => {
    const { bid, lead, other, reference } = await sharedDraft();
    doneValue(await run(saveBidSection, lead, { reference, section: 'summary', revision: 1, text: 'Lead' }));
    const second = await run(saveBidSection, other, {
      reference,
      section: 'references',
      revision: 1,
      text: 'Other',
    });
    expect(doneValue(second).stale).toBe(false);
    expect((await contentOf(bid.id)).quality).toMatchObject({ summary: 'Lead', references: 'Other' });
  });

  it.each([
    ['mine', 'Other'],
    ['theirs', 'Lead'],
  ])('who change the same section choose: %s', async (keep, text) => {
    const { bid, lead, other, reference } = await sharedDraft();
    doneValue(await run(saveBidSection, lead, { reference, section: 'summary', revision: 1, text: 'Lead' }));
    const second = await run(saveBidSection, other, {
      reference,
      section: 'summary',
      revision: 1,
      text: 'Other',
    });
    expect(doneValue(second).stale).toBe(true);
    expect((await contentOf(bid.id)).quality.summary).toBe('Lead');
    const kept = await staleSections(test.db, await stored(bid.id), other.id);
    expect(kept['summary']?.quality.summary).toBe('Other');
    doneValue(await run(resolveStaleSave, other, { reference, section: 'summary', revision: 2, keep }));
    expect((await contentOf(bid.id)).quality.summary).toBe(text);
    expect(await test.db.bidStaleSave.count({ where: { bidId: bid.id } })).toBe(0);
  });

  it('loses nothing when both save at the same moment', async () => {
    const { bid, lead, other, reference } = await sharedDraft();
    const save = (actor: typeof lead, text: string) =>
      run(saveBidSection, actor, { reference, section: 'summary', revision: 1, text });
    const outcomes = await Promise.all([save(lead, 'Lead'), save(other, 'Other')]);
    expect(outcomes.map((outcome) => doneValue(outcome).stale).sort()).toEqual([false, true]);
    const winner = (await contentOf(bid.id)).quality.summary;
    const loser = winner === 'Lead' ? other : lead;
    const kept = await staleSections(test.db, await stored(bid.id), loser.id);
    expect([winner, kept['summary']?.quality.summary].sort()).toEqual(['Lead', 'Other']);
  });
});
