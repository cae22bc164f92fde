import { beforeAll, describe, expect, test } from 'vitest';
import { sealAll } from '~/domain/audit/sealer.server';
import { addDays } from '~/domain/uk-time';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { logged, referenceIn, ukToday } from '../../../../tests/support/factories/information';
import { makePerson } from '../../../../tests/support/factories/people';
import { filesIn, verdictOn } from '../../../../tests/support/packs/verify-pack';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
const SECRET = 'a very secret supplier <Zorgon & Sons>';
let made: Awaited<ReturnType<typeof makeAward>>;
let maker: string;
let checker: string;
let auditor: string;
let reference: string;
let addendum: string;

const files = (set = 'addendum') => paths.redactSet(reference, made.question.reference, set);
const list = () => paths.redactions(reference, made.question.reference);
const withhold = (fields: Record<string, string | string[]>, as = maker, set = 'addendum') =>
  send(files(set), fields, { as });
const settle = (redaction: string, decision: string, as = maker) =>
  send(list(), { redaction, settle: decision }, { as });
const QUALIFIED = { exemption: 's.43(2)', publicInterest: 'Rivals would learn who supplies them.' };
const releaseFile = async (path: string) => {
  const release = await store.db.informationRelease.findUniqueOrThrow({
    where: { reference: referenceIn(path) },
  });
  return Buffer.from(release.archive);
};

beforeAll(async () => {
  made = await makeAward({ state: 'standstill', routeSlug: 'funding-call' });
  [maker, checker] = [
    (await makePerson({ roles: ['coordinator'] })).id,
    (await makePerson({ roles: ['coordinator'] })).id,
  ];
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  const questionId = made.question.id;
  addendum = made.first.id;
  await store.db.addendum.create({
    data: {
      ...{ id: addendum, questionId, number: 1, publishedAt: new Date() },
      ...{
        text: `The sample comes from ${SECRET}.\nEverything else is open.`,
        publishedById: made.panel.owner.id,
      },
    },
  });
  await store.db.competitionHold.create({
    data: {
      ...{
        id: made.second.id,
        questionId,
        reason: `We wait for ${SECRET.toUpperCase()}.`,
        reviewOn: new Date(),
      },
      ...{ placedById: made.panel.owner.id, placedAt: new Date(), liftedAt: new Date(), liftedById: maker },
    },
  });
  await sealAll();
  const receivedOn = addDays(await ukToday(), -1);
  const path = await logged({ as: maker, questions: [made.question.reference], receivedOn });
  reference = referenceIn(path);
});

describe('withholding', () => {
  test('is for those who handle the request; auditors and strangers withhold nothing', async () => {
    expect((await visit(list(), { as: auditor })).status).toBe(403);
    expect((await visit(files(), { as: made.first.leadId })).status).toBe(404);
    expect((await withhold({ parts: `${addendum}#text`, exemption: 's.40(2)' }, auditor)).status).toBe(403);
    expect((await visit(files('no-such-file'), { as: maker })).status).toBe(404);
    const page = await visit(files(), { as: maker });
    expect(page.text).toContain('Zorgon & Sons');
    expect(page.html).not.toContain('<Zorgon');
    expect(await store.db.fact.count({ where: { name: 'QuestionFileWasRead' } })).toBe(1);
  });

  test('needs something ticked, an exemption, and for a qualified one the public interest', async () => {
    expect((await withhold({ exemption: 's.40(2)' })).errors).toEqual(['Choose what is withheld']);
    expect((await withhold({ parts: `${addendum}#text` })).errors).toEqual(['Choose an exemption']);
    const bare = { parts: `${addendum}#text`, exemption: 's.43(2)' };
    expect((await withhold(bare)).errors).toEqual([
      'This exemption is qualified: say how the public interest was weighed',
    ]);
    const elsewhere = { ...bare, ...QUALIFIED, passages: 'stands nowhere' };
    expect((await withhold(elsewhere)).errors).toEqual([
      '“stands nowhere” stands in none of the fields that you ticked',
    ]);
    expect((await withhold({ ...bare, ...QUALIFIED, parts: 'x#text' })).status).toBe(409);
    const row = { requestId: addendum, questionId: made.question.id, madeById: maker, madeAt: new Date() };
    const request = await store.db.informationRequest.findUniqueOrThrow({ where: { reference } });
    await expect(
      store.db.informationRedaction.create({
        data: {
          ...row,
          requestId: request.id,
          id: addendum,
          reference: 'X',
          setName: 'addendum',
          exemptionCode: 's.43(2)',
        },
      }),
    ).rejects.toThrow(/PublicInterestIsMissing/);
  });

  test('finds the same words elsewhere, and nothing is released before somebody has decided', async () => {
    const passage = { ...QUALIFIED, parts: `${addendum}#text`, passages: SECRET };
    expect((await withhold(passage)).status).toBe(303);
    const page = await visit(list(), { as: maker });
    expect(page.text).toContain('The same words stand elsewhere in the pack. Decide before it is released.');
    expect(page.text).toContain('It stands in 2 places (Holds, Release package (OCDS 1.1)) too');
    expect((await send(list(), {}, { as: maker })).errors[0]).toContain('Decide what becomes of it first');
    const { reference: redaction } = await store.db.informationRedaction.findFirstOrThrow();
    expect((await settle(redaction, 'everywhere', auditor)).status).toBe(403);
    expect((await settle(redaction, 'everywhere')).status).toBe(303);
    expect((await visit(list(), { as: maker })).text).toContain('Withheld wherever else it stands');
    // What was withheld by mistake is taken back.
    await withhold({ exemption: 's.21', whole: 'yes' }, maker, 'route');
    const mistake = await store.db.informationRedaction.findFirstOrThrow({ where: { setName: 'route' } });
    expect((await settle(mistake.reference, 'back')).status).toBe(303);
    expect((await settle(mistake.reference, 'back')).status).toBe(409);
  });
});

describe('a release', () => {
  let path: string;

  test('holds none of it, says by which exemption, and verifies offline', async () => {
    const page = await send(list(), {}, { as: maker });
    expect([page.status, page.banner]).toEqual([303, 'The release is prepared. A second person checks it.']);
    path = page.location ?? '';
    const archive = await releaseFile(path);
    const all = [...filesIn(archive)].map(([name, text]) => name + text).join('\n');
    expect(all).not.toMatch(/zorgon/i);
    expect(all).toContain('Everything else is open.');
    expect(filesIn(archive).get('redactions.json')).toContain('"s.43(2)"');
    expect(filesIn(archive).get('redactions.html')).toContain('Rivals would learn who supplies them.');
    expect(verdictOn(archive)).toMatchObject({ status: 0 });
    expect(verdictOn(archive).words).toContain('A redacted pack of question');
    expect((await send(list(), {}, { as: maker })).status).toBe(409);
    const redaction = await store.db.informationRedaction.findFirstOrThrow({ where: { removedAt: null } });
    expect((await settle(redaction.reference, 'back')).status).toBe(409);
    await expect(
      store.db.informationRedaction.update({ where: { id: redaction.id }, data: { passage: 'x' } }),
    ).rejects.toThrow(/never changes/);
  });

  test('is checked by somebody who neither prepared it nor withheld anything of it', async () => {
    const own = await send(path, { decision: 'release' }, { as: maker });
    expect(own.status).toBe(403);
    expect((await visit(path, { as: auditor })).buttons).toEqual([]);
    expect((await visit(path, { as: made.first.leadId })).status).toBe(404);
    expect((await send(path, { decision: 'return' }, { as: checker })).errors).toEqual([
      'Say what has to change',
    ]);
    const back = { decision: 'return', reason: 'The buyer is named in the minutes.' };
    expect((await send(path, back, { as: checker })).status).toBe(303);
    const request = await store.db.informationRequest.findUniqueOrThrow({ where: { reference } });
    expect((await toldOf('ReleaseWasReturned', request.id)).people).toEqual([maker]);
    // Once returned, what is withheld changes again, and another is prepared.
    expect((await withhold({ ...QUALIFIED, whole: 'yes' }, maker, 'route')).status).toBe(303);
    const route = await store.db.informationRedaction.findFirstOrThrow({
      where: { setName: 'route', removedAt: null },
    });
    expect((await settle(route.reference, 'here')).status).toBe(303);
    const again = (await send(list(), {}, { as: maker })).location ?? '';
    expect(again).not.toBe(path);
    const release = await store.db.informationRelease.findUniqueOrThrow({
      where: { reference: referenceIn(again) },
    });
    await expect(
      store.db.informationRelease.update({
        where: { id: release.id },
        data: { checkedById: maker, releasedAt: new Date() },
      }),
    ).rejects.toThrow(/checked_by_another|MakerChecks/);
    expect((await send(again, { decision: 'release' }, { as: checker })).status).toBe(303);
    expect((await send(again, { decision: 'release' }, { as: checker })).status).toBe(409);
    const zip = await visit(paths.releaseFile(referenceIn(again)), { as: auditor });
    expect([zip.status, zip.headers.get('Content-Type')]).toEqual([200, 'application/zip']);
    expect((await visit(paths.informationRequest(reference), { as: auditor })).text).toContain(', released ');
    await expect(
      store.db.informationRelease.update({
        where: { id: release.id },
        data: { archive: new Uint8Array([1]) },
      }),
    ).rejects.toThrow(/kept as it was prepared/);
  });
});
