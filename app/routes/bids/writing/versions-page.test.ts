import { beforeEach, describe, expect, test } from 'vitest';
import { readDraft } from '~/domain/bids/sealing/draft-vault.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { joinBid, makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let bid: Awaited<ReturnType<typeof makeBid>>;
let editor: string;
const versions = () => paths.bidVersions(bid.reference);

const save = (as: string, section: string, revision: number, fields: Record<string, string>) =>
  send(paths.bidSection(bid.reference, section), { section, revision: String(revision), ...fields }, { as });
const choose = (as: string, section: string, revision: number, keep?: string) =>
  send(versions(), { section, revision: String(revision), keep }, { as });
const summary = async () =>
  readDraft(await database.db.bid.findUniqueOrThrow({ where: { id: bid.id } })).content.quality.summary;

/** The lead and an editor write the summary from the same page; the editor saves second. */
beforeEach(async () => {
  bid = await makeBid({ question: await makeQuestion(), submitted: false });
  editor = await joinBid(bid.id, { personId: (await makeExpert({ name: 'Edda Second' })).id });
  await save(bid.leadId, 'summary', 1, { text: 'Written by the lead' });
});

describe('two people in one section', () => {
  test('whoever saves second is led to both texts, and the first still stands', async () => {
    const sent = await save(editor, 'summary', 1, { text: 'Written by <i>Edda</i>' });
    expect(sent.location).toBe(versions());
    expect(sent.banner).toContain('Choose which version to keep');
    expect(await summary()).toBe('Written by the lead');
    const page = await visit(versions(), { as: editor });
    expect(page.text).toContain('Written by <i>Edda</i>');
    expect(page.text).toContain('Written by the lead');
    expect(page.text).toContain('Both texts are kept until you choose');
    const own = await visit(paths.bid(bid.reference), { as: editor });
    expect(own.links).toContainEqual({ text: 'compare the two versions', href: versions() });
  });

  test('the first writer has nothing to choose, and does not see the other text', async () => {
    await save(editor, 'summary', 1, { text: 'A secret second' });
    const page = await visit(versions(), { as: bid.leadId });
    expect(page.text).toContain('Nothing to choose');
    expect(page.html).not.toContain('A secret second');
    expect((await visit(paths.bid(bid.reference), { as: bid.leadId })).text).not.toContain('compare the two');
  });

  test.each([
    ['mine', 'Written by Edda'],
    ['theirs', 'Written by the lead'],
  ])('keeping “%s” settles it', async (keep, kept) => {
    await save(editor, 'summary', 1, { text: 'Written by Edda' });
    const sent = await choose(editor, 'summary', 2, keep);
    expect([sent.status, sent.banner]).toEqual([303, 'Your choice is saved.']);
    expect(await summary()).toBe(kept);
    expect((await visit(versions(), { as: editor })).text).toContain('Every section has one version');
  });

  test('choosing nothing is said beside the choice', async () => {
    await save(editor, 'summary', 1, { text: 'Written by Edda' });
    const page = await choose(editor, 'summary', 2);
    expect([page.status, page.messageBeside('keep')]).toEqual([422, 'Choose which version to keep']);
  });

  test('a third save meanwhile asks to look once more', async () => {
    await save(editor, 'summary', 1, { text: 'Written by Edda' });
    await save(bid.leadId, 'summary', 2, { text: 'Changed again by the lead' });
    const page = await choose(editor, 'summary', 2, 'mine');
    expect(page.status).toBe(409);
    expect(page.errors).toEqual(['This section changed again while you compared. Look at it once more.']);
    expect(page.text).toContain('Changed again by the lead');
    expect(await summary()).toBe('Changed again by the lead');
  });

  test('choosing twice is answered with the reason, not with silence', async () => {
    await save(editor, 'summary', 1, { text: 'Written by Edda' });
    await choose(editor, 'summary', 2, 'theirs');
    const again = await choose(editor, 'summary', 2, 'mine');
    expect(again.status).toBe(409);
    expect(again.text).toContain('There is nothing left to choose here.');
    expect(await summary()).toBe('Written by the lead');
  });

  test('two sections wait one after the other', async () => {
    await save(bid.leadId, 'references', 2, { text: 'Lead (2024)' });
    await save(editor, 'summary', 1, { text: 'Edda on the summary' });
    await save(editor, 'references', 1, { text: 'Edda (2025)' });
    expect((await visit(versions(), { as: editor })).text).toContain('Edda on the summary');
    await choose(editor, 'summary', 3, 'mine');
    const next = await visit(versions(), { as: editor });
    expect(next.text).toContain('Edda (2025)');
    expect(next.text).toContain('Lead (2024)');
  });

  test('autosave stops at a newer version and keeps the typing aside', async () => {
    const fields = { intent: 'autosave', section: 'summary', revision: '1', text: 'Typed by Edda' };
    const answer = await send(paths.bidAutosave(bid.reference), fields, { as: editor });
    expect(JSON.parse(answer.html)).toEqual({ saved: false, stale: true, revision: 2 });
    expect((await visit(versions(), { as: editor })).text).toContain('Typed by Edda');
  });

  test('rows and prices are compared as they are read', async () => {
    const price = (rate: string) => ({
      'lines[0].role': 'Fellow',
      'lines[0].dayRate': rate,
      'lines[0].days': '10',
    });
    await save(bid.leadId, 'price', 1, price('400'));
    await save(editor, 'price', 1, price('500'));
    const page = await visit(versions(), { as: editor });
    expect(page.text).toContain('£5,000');
    expect(page.text).toContain('£4,000');
  });
});

describe('who compares', () => {
  test('a partner, the asking team and strangers find no such page', async () => {
    const partner = await joinBid(bid.id, { role: 'partner' });
    const { authorId } = await database.db.question.findUniqueOrThrow({ where: { id: bid.questionId } });
    for (const as of [partner, authorId, (await makeExpert()).id])
      expect((await visit(versions(), { as })).status).toBe(404);
    expect((await choose(partner, 'summary', 2, 'mine')).status).toBe(403);
    expect((await choose(authorId, 'summary', 2, 'mine')).status).toBe(404);
    expect((await visit(versions())).location).toContain(paths.signIn());
  });

  test('after opening what was submitted stands, whatever waits', async () => {
    const question = await makeQuestion();
    bid = await makeBid({ question });
    const second = await joinBid(bid.id);
    await save(bid.leadId, 'summary', 1, { text: 'First' });
    await save(second, 'summary', 1, { text: 'Second' });
    await moveClock('21 days');
    await openQuestion(question);
    const page = await choose(second, 'summary', 2, 'mine');
    expect(page.status).toBe(422);
    expect(page.errors[0]).toContain('Bids for this question have been opened');
    expect(await summary()).toBe('First');
  });
});
