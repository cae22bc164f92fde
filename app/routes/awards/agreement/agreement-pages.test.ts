import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;
let made: Made;
let standstill: Made;
let lead: string;
let signatory: string;
let author: string;
let auditor: string;
const page = () => paths.agreementLetter(made.award.reference);
const form = () => paths.prepareLetter(made.award.reference);

const day = (name: string, ahead: number) => {
  const date = addDays(ukDay(made.award.decidedAt), ahead);
  return {
    [`${name}.day`]: String(date.getUTCDate()),
    [`${name}.month`]: String(date.getUTCMonth() + 1),
    [`${name}.year`]: String(date.getUTCFullYear()),
  };
};
const fields = (text: string) => ({
  ...{ text, contractReference: 'HO-77', signatory: '' },
  ...day('startsOn', 1),
  ...day('endsOn', 200),
});
const newest = () =>
  store.db.agreementLetter.findFirstOrThrow({
    where: { awardId: made.award.id },
    orderBy: { number: 'desc' },
  });
const take = async (as: string, step: string, words = '') =>
  send(page(), { letter: (await newest()).reference, step, words }, { as });
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));

beforeAll(async () => {
  made = await makeAward({ state: 'readyToContract' });
  standstill = await makeAward({ state: 'standstill' });
  lead = made.first.leadId;
  signatory = await joinBid(made.first.id);
  author = made.panel.author.id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});

describe('who comes to the letter', () => {
  test('both sides read its page, the team alone prepares, and to everybody else there is none', async () => {
    const { owner, budgetHolder, evaluators } = made.panel;
    const readers = [author, owner.id, budgetHolder.id, evaluators[0].id, lead, signatory, auditor];
    expect(await statuses(page(), readers)).toEqual(readers.map(() => 200));
    expect(await statuses(form(), readers)).toEqual([200, 200, 403, 403, 403, 403, 403]);
    const stranger = (await makePerson({ expert: true })).id;
    const others = [made.second.leadId, stranger, standstill.panel.author.id, standstill.first.leadId];
    for (const path of [page(), form()]) expect(await statuses(path, others)).toEqual([404, 404, 404, 404]);
    const sent = await Promise.all(others.map((as) => send(form(), fields('Mine.'), { as })));
    expect(sent.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await visit(page())).status).not.toBe(200);
    expect(await store.db.agreementLetter.count()).toBe(0);
  });

  test('a wall closes it to whoever stood on the panel', async () => {
    const walled = made.panel.evaluators[1].id;
    expect((await visit(page(), { as: walled })).status).toBe(200);
    await makeWall(made.question.id, walled, made.first.id);
    expect((await visit(page(), { as: walled })).status).toBe(404);
  });

  test('it can be written during the standstill, but approved only after it', async () => {
    const { award, panel, first } = standstill;
    const own = paths.agreementLetter(award.reference);
    const as = panel.author.id;
    const sent = await send(paths.prepareLetter(award.reference), fields('We agree.'), { as });
    expect([sent.status, sent.location]).toEqual([303, own]);
    const { reference: letter } = await store.db.agreementLetter.findFirstOrThrow({
      where: { awardId: award.id },
    });
    await send(own, { letter, step: 'send' }, { as });
    await send(own, { letter, step: 'sign' }, { as: first.leadId });
    const early = await send(own, { letter, step: 'approve' }, { as: panel.budgetHolder.id });
    expect(early.status).toBe(422);
    expect(early.errors[0]).toMatch(/^The standstill ends on/);
    expect(early.buttons).toContain('Continue');
  });
});

describe('preparing it', () => {
  test('every field that is missing is named beside it, and what was typed is kept', async () => {
    const bare = await send(form(), { text: 'Only this.' }, { as: author });
    expect([bare.status, bare.errors, bare.lostErrors]).toEqual([
      422,
      [
        'Enter the reference of the contract',
        'Enter the first day of the contract',
        'Enter the last day of the contract',
      ],
      [],
    ]);
    expect(bare.fields['text']).toBe('Only this.');
    expect(bare.messageBeside('contractReference')).toBe('Enter the reference of the contract');
    const turned = await send(form(), { ...fields('We agree.'), ...day('endsOn', 0) }, { as: author });
    expect(turned.messageBeside('endsOn')).toBe('The last day cannot come before the first');
    expect(turned.fields['contractReference']).toBe('HO-77');
  });

  test('the lead cannot be named a second time, nor anybody who is not in the bid', async () => {
    const options = (await visit(form(), { as: author })).$('select[name=signatory] option').toArray();
    const people = await store.db.person.findMany({ where: { id: { in: [lead, signatory, auditor] } } });
    const referenceOf = (id: string) => people.find((one) => one.id === id)?.reference ?? '';
    expect(options.map((node) => node.attribs['value'])).toEqual(['', referenceOf(signatory)]);
    for (const id of [lead, auditor]) {
      const wrong = await send(form(), { ...fields('We.'), signatory: referenceOf(id) }, { as: author });
      expect([wrong.status, wrong.messageBeside('signatory')]).toEqual([
        422,
        'Choose somebody of the winning bid who is not its lead',
      ]);
    }
    expect((await send(form(), { ...fields('We.'), signatory: 'nobody' }, { as: author })).status).toBe(422);
  });

  test('sent twice at once there is one letter', async () => {
    const once = () => send(form(), fields('First text.'), { as: author });
    const both = await Promise.all([once(), once()]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await store.db.agreementLetter.count({ where: { awardId: made.award.id } })).toBe(1);
    expect((await visit(form(), { as: author })).status).toBe(403);
  });
});

describe('on its way', () => {
  const offered = async (as: string) => {
    const { $, buttons } = await visit(page(), { as });
    const radios = $('main input[name=step][type=radio]').toArray();
    const only = $('main input[name=step][type=hidden]').attr('value');
    const steps = radios.map((node) => node.attribs['value']);
    return only ? [only] : buttons.length > 0 ? steps : [];
  };

  test('until it is sent the other side sees neither it nor that there is one', async () => {
    for (const as of [lead, signatory]) {
      const { text, html } = await visit(page(), { as });
      expect(text).toContain('No letter was sent');
      expect(html).not.toContain('First text.');
      expect((await visit(paths.award(made.award.reference), { as })).text).toContain('None sent');
    }
    expect(await offered(author)).toEqual(['send', 'reset']);
    for (const as of [lead, signatory, auditor, made.panel.budgetHolder.id])
      expect(await offered(as)).toEqual([]);
  });

  test('one that was taken back unsent never shows; why it was is wanted', async () => {
    const wordless = await take(author, 'reset');
    expect([wordless.status, wordless.errors]).toEqual([422, ['Enter: why it is taken back']]);
    expect((await take(author, 'reset', 'A slip of the pen.')).status).toBe(303);
    expect((await visit(page(), { as: author })).text).toContain('A slip of the pen.');
    expect((await visit(page(), { as: lead })).text).not.toContain('slip');
  });

  test('the next is sent, signed by both, and approved; nobody takes a step that is another’s', async () => {
    const { reference } = await store.db.person.findUniqueOrThrow({ where: { id: signatory } });
    await send(form(), { ...fields('Second text.'), signatory: reference }, { as: author });
    expect((await take(author, 'send')).banner).toBe('Sent to the lead of the bid');
    expect([await offered(lead), await offered(signatory)]).toEqual([['sign', 'reject'], []]);
    for (const as of [author, signatory, made.panel.budgetHolder.id, auditor])
      expect((await take(as, 'sign')).status).toBe(403);
    expect((await take(made.second.leadId, 'sign')).status).toBe(404);
    await take(lead, 'sign');
    expect(await offered(made.panel.budgetHolder.id)).toEqual(['refuse']);
    const early = await take(made.panel.budgetHolder.id, 'approve');
    expect([early.status, early.errors]).toEqual([422, ['The institution’s signatory has not signed yet.']]);
    expect(await offered(signatory)).toEqual(['countersign', 'refuse']);
    await take(signatory, 'countersign');
    expect(await offered(made.panel.budgetHolder.id)).toEqual(['approve', 'refuse']);
  });

  test('a step of nothing, of a made-up kind or of no letter is refused', async () => {
    expect((await take(author, '')).errors).toEqual(['Choose what you do']);
    expect((await take(author, 'constructor')).errors).toEqual(['Choose what you do']);
    expect((await send(page(), { step: 'reset', words: 'x' }, { as: author })).status).toBe(422);
    const gone = await send(page(), { letter: newReference(), step: 'reset', words: 'x' }, { as: author });
    expect(gone.status).toBe(404);
  });

  test('approved twice at once it is one contract; its text and the one before stay readable', async () => {
    const holder = made.panel.budgetHolder.id;
    const both = await Promise.all([take(holder, 'approve'), take(holder, 'approve')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const award = await store.db.award.findUniqueOrThrow({ where: { id: made.award.id } });
    expect(award.contractReference).toBe('HO-77');
    const { text, links } = await visit(page(), { as: author });
    expect(text).toContain('Approved: the contract');
    expect(text).toContain('Letter 1: taken back');
    expect(links.map(({ href }) => href)).not.toContain(form());
    expect(text).toMatch(
      /Prepared.*Sent to the lead.*Signed by the lead.*Signed for the institution.*Approved/,
    );
    expect((await visit(page(), { as: lead })).text).not.toContain('Letter 1');
    for (const as of [author, lead, holder]) expect(await offered(as)).toEqual([]);
    expect((await visit(form(), { as: author })).status).toBe(403);
  });
});
