import { expect, test as it } from 'vitest';
import { useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../tests/support/factories/people';
import type { Actor, Person } from '../actor';
import { run, type Command } from '../command.server';
import { ask } from '../query.server';
import { declineFinding } from './commands/decline-finding.server';
import { discardFindingDraft } from './commands/discard-finding-draft.server';
import { editFindingTags } from './commands/edit-finding-tags.server';
import { publishFinding } from './commands/publish-finding.server';
import { reaffirmFinding } from './commands/reaffirm-finding.server';
import { releaseFinding } from './commands/release-finding.server';
import { retractFinding } from './commands/retract-finding.server';
import { returnFinding } from './commands/return-finding.server';
import { saveFindingContent } from './commands/save-finding-content.server';
import { saveWorkDetails } from './commands/save-work-details.server';
import { shareReference } from './commands/share-reference.server';
import { startFindingVersion } from './commands/start-finding-version.server';
import { submitFinding } from './commands/submit-finding.server';
import { supersedeFinding } from './commands/supersede-finding.server';
import { withdrawFindingRelease } from './commands/withdraw-finding-release.server';
import { findingPage } from './queries/finding-page.server';

const test = useDatabase();

const RIS = (title: string, doi: string) =>
  `TY  - JOUR\nTI  - ${title}\nAU  - Moyle, Leah\nPY  - 2019\nT2  - A Journal\nVL  - 4\nDO  - ${doi}\nER  - \n`;
const CONTENT = {
  studyType: 'qualitative',
  keyMessages: 'It moves at night.',
  limits: 'One city.',
  licence: 'CC BY 4.0',
  threatAreas: ['illegal-drugs'],
  strands: ['prevent'],
};

const expert = async () => actorFor((await makePerson({ expert: true })).id);
const coordinator = async () => actorFor((await makePerson({ roles: ['coordinator'] })).id);
const visitor: Actor = { kind: 'visitor', asOf: new Date() };

async function done<I, L, C, V>(operation: Command<I, L, C, V>, actor: Actor, raw: unknown): Promise<V> {
  const outcome = await run(operation, actor, raw);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function shared(author: Person, title: string, doi = `10.1234/${author.id}`) {
  const { reference } = await done(shareReference, author, { pasted: RIS(title, doi) });
  await done(saveFindingContent, author, { reference, revision: 1, ...CONTENT });
  return reference;
}

it('goes from a pasted reference to the public', async () => {
  const [author, reviewer, reader] = [await expert(), await coordinator(), await expert()];
  const reference = await shared(author, 'Night work');
  expect(await ask(findingPage, reviewer, { reference })).toBeNull();
  await done(submitFinding, author, { reference });
  expect(await ask(findingPage, reader, { reference })).toBeNull();
  expect((await ask(findingPage, reviewer, { reference }))?.may).toMatchObject({
    review: true,
    curate: false,
  });
  await done(publishFinding, reviewer, { reference });
  const seen = await ask(findingPage, reader, { reference });
  expect(seen).toMatchObject({
    state: 'published',
    bibliographic: false,
    sharedBy: author.name,
    currentNumber: 1,
  });
  expect(seen?.terms.map(({ slug }) => slug).sort()).toEqual(['illegal-drugs', 'prevent']);
  expect(await ask(findingPage, visitor, { reference })).toBeNull();
  await done(releaseFinding, reviewer, { reference, reason: 'The paper is public' });
  expect(await ask(findingPage, visitor, { reference })).toMatchObject({
    sharedBy: null,
    version: { title: 'Night work' },
  });
  await done(withdrawFindingRelease, reviewer, { reference, reason: 'Asked by the author' });
  expect(await ask(findingPage, visitor, { reference })).toBeNull();
  const [release] = await test.db.release.findMany({ where: { noun: 'finding', releasedById: reviewer.id } });
  expect(release).toMatchObject({ reason: 'The paper is public', withdrawnReason: 'Asked by the author' });
});

it('is returned with a reason, changed and sent again', async () => {
  const [author, reviewer] = [await expert(), await coordinator()];
  const reference = await shared(author, 'Returned work');
  await done(submitFinding, author, { reference });
  expect(await run(submitFinding, author, { reference })).toMatchObject({ kind: 'denied' });
  expect(await run(returnFinding, reviewer, { reference, reason: '' })).toMatchObject({ kind: 'invalid' });
  await done(returnFinding, reviewer, { reference, reason: 'Say which years' });
  expect((await ask(findingPage, author, { reference }))?.version.returnedReason).toBe('Say which years');
  expect(await run(discardFindingDraft, author, { reference })).toMatchObject({
    refusal: { name: 'DraftWasSent' },
  });
  await done(submitFinding, author, { reference });
  await done(declineFinding, reviewer, { reference, reason: 'Another field' });
  expect(await ask(findingPage, author, { reference })).toMatchObject({ state: 'declined' });
  expect(await run(publishFinding, reviewer, { reference })).toMatchObject({ kind: 'denied' });
});

it('lets nobody review what they wrote, nor anybody but its writer change a draft', async () => {
  const reviewer = await coordinator();
  const reference = await shared(reviewer, 'Own work');
  await done(submitFinding, reviewer, { reference });
  expect(await run(publishFinding, reviewer, { reference })).toMatchObject({ kind: 'denied' });
  const draft = await shared(await expert(), 'A draft');
  const stranger = await expert();
  const raw = { reference: draft, revision: 2, ...CONTENT };
  expect(await run(saveFindingContent, stranger, raw)).toEqual({ kind: 'hidden' });
  expect(await run(saveFindingContent, visitor, raw)).toEqual({ kind: 'hidden' });
});

it('refuses what cannot be shared, with the field that is wrong', async () => {
  const author = await expert();
  const refusals = [
    ['just words', 'ReferenceCannotBeRead'],
    [RIS('A', '10.1234/a') + RIS('B', '10.1234/b'), 'SeveralReferences'],
  ];
  for (const [pasted, name] of refusals)
    expect(await run(shareReference, author, { pasted })).toMatchObject({
      refusal: { name, fields: { pasted: expect.any(String) } },
    });
  expect(
    await run(shareReference, await actorFor((await makePerson({ verified: false })).id), {
      pasted: RIS('A', '10.1234/a'),
    }),
  ).toMatchObject({ kind: 'denied' });
  expect(
    await run(shareReference, await actorFor((await makePerson({ roles: ['auditor'] })).id), {
      pasted: RIS('A', '10.1234/a'),
    }),
  ).toMatchObject({ kind: 'denied' });
  const { reference } = await done(shareReference, author, { pasted: 'doi:10.1234/BARE' });
  expect(await run(submitFinding, author, { reference })).toMatchObject({
    refusal: { name: 'FindingIsIncomplete' },
  });
});

it('keeps a stale save from undoing a newer one', async () => {
  const author = await expert();
  const { reference } = await done(shareReference, author, { pasted: RIS('Two tabs', '10.1234/tabs') });
  const work = {
    reference,
    kind: 'article',
    title: 'Tab one',
    authors: [{ name: 'Leah Moyle', orcid: '', roles: [] }],
    year: '2019',
  };
  await done(saveWorkDetails, author, { ...work, revision: 1 });
  const late = await run(saveWorkDetails, author, { ...work, title: 'Tab two', revision: 1 });
  expect(late).toMatchObject({ refusal: { name: 'DraftHasChanged', stale: true } });
  await done(discardFindingDraft, author, { reference });
  expect(await test.db.finding.count({ where: { reference } })).toBe(0);
});

it('gives a published finding a new version that readers see only when it is published', async () => {
  const [author, reviewer] = [await expert(), await coordinator()];
  const made = await makeFinding({ submittedById: author.id, title: 'First words', limits: '' });
  const { reference } = made;
  await done(startFindingVersion, author, { reference, changeNote: 'Limits added' });
  expect(await run(startFindingVersion, author, { reference, changeNote: 'Again' })).toMatchObject({
    kind: 'denied',
  });
  await done(saveFindingContent, author, { reference, revision: 1, ...CONTENT, limits: 'Two cities.' });
  expect((await ask(findingPage, reviewer, { reference }))?.version).toMatchObject({ number: 1, limits: '' });
  expect(await ask(findingPage, reviewer, { reference, number: 2 })).toBeNull();
  await done(submitFinding, author, { reference });
  await done(publishFinding, reviewer, { reference });
  const seen = await ask(findingPage, reviewer, { reference });
  expect(seen).toMatchObject({ currentNumber: 2, version: { limits: 'Two cities.' }, bibliographic: false });
  expect(seen?.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect((await ask(findingPage, reviewer, { reference, number: 1 }))?.version.limits).toBe('');
});

it('is superseded, confirmed or retracted by a coordinator only', async () => {
  const reviewer = await coordinator();
  const [old, fresh, draft] = [
    await makeFinding(),
    await makeFinding({ title: 'Fresh' }),
    await makeFinding({ state: 'draft' }),
  ];
  const reference = old.reference;
  expect(await run(retractFinding, await expert(), { reference, reason: 'No' })).toMatchObject({
    kind: 'denied',
  });
  expect(await run(reaffirmFinding, reviewer, { reference, reviewBy: '2001-01-01' })).toMatchObject({
    refusal: { name: 'DayHasPassed' },
  });
  await done(reaffirmFinding, reviewer, { reference, reviewBy: '2090-01-01' });
  for (const by of [reference, draft.reference])
    expect(await run(supersedeFinding, reviewer, { reference, by })).toMatchObject({
      refusal: { name: 'SuccessorIsUnfit' },
    });
  await done(supersedeFinding, reviewer, { reference, by: fresh.reference });
  expect(await ask(findingPage, reviewer, { reference })).toMatchObject({
    state: 'superseded',
    supersededBy: { title: 'Fresh' },
    may: { use: false },
  });
  await done(retractFinding, reviewer, { reference: fresh.reference, reason: 'Data were miscoded' });
  expect(await ask(findingPage, await expert(), { reference: fresh.reference })).toMatchObject({
    state: 'retracted',
    retractedReason: 'Data were miscoded',
  });
});

it('has its tags changed by coordinators, to terms that exist', async () => {
  const reviewer = await coordinator();
  const { reference } = await makeFinding();
  expect(await run(editFindingTags, reviewer, { reference, threatAreas: ['piracy'] })).toMatchObject({
    refusal: { fields: { threatAreas: expect.any(String) } },
  });
  await done(editFindingTags, reviewer, { reference, threatAreas: ['fraud'], levels: ['online'] });
  expect((await ask(findingPage, reviewer, { reference }))?.terms.map(({ slug }) => slug).sort()).toEqual([
    'fraud',
    'online',
  ]);
});

it('shares one work among findings with the same DOI', async () => {
  const reviewer = await coordinator();
  const references = [
    await shared(await expert(), 'One work', '10.1234/SAME'),
    await shared(await expert(), 'One work again', '10.1234/same'),
  ];
  for (const reference of references) {
    const submitter = await test.db.finding.findUniqueOrThrow({ where: { reference } });
    await done(submitFinding, await actorFor(submitter.submittedById ?? ''), { reference });
    await done(publishFinding, reviewer, { reference });
  }
  const rows = await test.db.finding.findMany({ where: { reference: { in: references } } });
  expect(new Set(rows.map(({ workId }) => workId)).size).toBe(1);
});

it('is held by the database: published text is fixed, one version is open, DOIs are in lower case', async () => {
  const { id, versionId } = await makeFinding();
  const version = { findingId: id, title: 'T', createdAt: new Date() };
  await expect(
    test.db.findingVersion.update({ where: { id: versionId }, data: { limits: 'None' } }),
  ).rejects.toThrow(/PublishedVersionIsFixed/);
  await expect(test.db.finding.delete({ where: { id } })).rejects.toThrow();
  await test.db.findingVersion.create({ data: { ...version, id: crypto.randomUUID(), number: 2 } });
  await expect(
    test.db.findingVersion.create({ data: { ...version, id: crypto.randomUUID(), number: 3 } }),
  ).rejects.toThrow(/finding_version_one_open|Unique/);
  const other = await makeFinding({ state: 'draft' });
  await expect(
    test.db.findingVersion.update({ where: { id: other.versionId }, data: { doi: '10.1234/ABC' } }),
  ).rejects.toThrow(/doi_check/);
});
