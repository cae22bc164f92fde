import { beforeAll, expect, test } from 'vitest';
import { whyNotTerms, type MergeableTerm } from '~/domain/taxonomy/merging/merge-rules';
import { paths } from '~/paths';
import { useDatabase } from '../../../../../tests/support/database';
import { makeDataset } from '../../../../../tests/support/factories/datasets';
import { makeFinding } from '../../../../../tests/support/factories/findings';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../../tests/support/factories/readers';
import { makeTerm } from '../../../../../tests/support/factories/terms';
import { send, visit } from '../../../../../tests/support/site';
import { flawsOf } from '../../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const merge = (from: { reference: string }, into: { slug: string } | undefined, as = who.coordinator) =>
  send(paths.mergeTerm(from.reference), { into: into?.slug ?? '', reason: 'They mean the same' }, { as });
const undo = (from: { reference: string }, as = who.coordinator) =>
  send(paths.undoTermMerge(from.reference), {}, { as });

const term = { id: 'a', scheme: 'enabler', mergedIntoId: null, retiredAt: null, fixed: false, judged: false };
const other: MergeableTerm = { ...term, id: 'b' };
test.each<[string, Partial<MergeableTerm>, Partial<MergeableTerm>, RegExp | null]>([
  ['two of one kind', {}, {}, null],
  ['a retired one into one in use', { retiredAt: new Date() }, {}, null],
  ['itself', {}, { id: 'a' }, /into itself/],
  ['of another kind', {}, { scheme: 'strand' }, /one kind/],
  ['merged already', { mergedIntoId: 'c' }, {}, /merged already/],
  ['into one that was merged', {}, { mergedIntoId: 'c' }, /into a third/],
  ['into a retired one', {}, { retiredAt: new Date() }, /retired/],
  ['named by a strategy', { fixed: true }, {}, /names it/],
  ['read as saying something', { judged: true }, {}, /Remove those judgements/],
])('%s', (_name, from, into, why) => {
  const found = whyNotTerms({ ...term, ...from }, { ...other, ...into });
  if (why) expect(found).toMatch(why);
  else expect(found).toBeNull();
});

test('everything tagged with the one is tagged with the other, its address leads there, and back again', async () => {
  const [from, into] = [await makeTerm({ name: 'Parcel drones' }), await makeTerm({ name: 'Drones' })];
  const both = await makeFinding({ termIds: [from.id, into.id] });
  const one = await makeFinding({ termIds: [from.id], title: 'Carried by drones' });
  const data = await makeDataset({
    createdById: who.member,
    confirmedById: who.coordinator,
    termIds: [from.id],
  });
  await makeQuestion({ terms: [{ scheme: 'enabler', slug: from.slug }] });
  const form = await visit(paths.mergeTerm(from.reference), { as: who.coordinator });
  expect(flawsOf(form.$)).toEqual([]);
  expect((await merge(from, undefined)).messageBeside('into')).toContain('Choose the term to keep');
  expect((await merge(from, into)).location).toBe(paths.term(into.reference));
  const carry = async (id: string) => ({
    findings: (await database.db.findingTerm.findMany({ where: { termId: id } }))
      .map((row) => row.findingId)
      .sort(),
    questions: await database.db.questionTerm.count({ where: { termId: id } }),
    datasets: (await database.db.datasetTerm.findMany({ where: { termId: id } })).map((row) => row.datasetId),
  });
  expect(await carry(from.id)).toEqual({ findings: [], questions: 0, datasets: [] });
  expect(await carry(into.id)).toEqual({
    findings: [both.id, one.id].sort(),
    questions: 1,
    datasets: [data.id],
  });
  const led = await visit(paths.term(from.reference));
  expect([led.status, led.location]).toEqual([301, paths.term(into.reference)]);
  expect((await visit(paths.term(into.reference), { as: who.member })).text).toContain(
    'Merged into it: Parcel drones',
  );
  const merged = await visit(`${paths.term(from.reference)}?merged=shown`, { as: who.coordinator });
  expect(merged.buttons).toContain('Make them two again');
  expect((await visit(`${paths.term(from.reference)}?merged=shown`)).buttons).not.toContain(
    'Make them two again',
  );
  expect((await visit(paths.terms())).text).not.toContain('Parcel drones');
  await makeFinding({ termIds: [into.id], title: 'Tagged since' });
  expect((await undo(from)).banner).toBe('They are two terms again');
  expect(await carry(from.id)).toEqual({
    findings: [both.id, one.id].sort(),
    questions: 1,
    datasets: [data.id],
  });
  const kept = await carry(into.id);
  expect([kept.findings.includes(both.id), kept.findings.includes(one.id), kept.findings.length]).toEqual([
    true,
    false,
    2,
  ]);
  expect([kept.questions, kept.datasets]).toEqual([0, []]);
  expect((await undo(from)).banner).toBe('These are two terms again already.');
  const facts = await database.db.fact.findMany({ where: { nounId: from.id }, orderBy: { at: 'asc' } });
  expect(facts.map(({ name }) => name)).toEqual(['TermWasMerged', 'TermMergeWasUndone']);
});

test('what a published question is tagged with stays frozen otherwise', async () => {
  const [one, stranger] = [await makeTerm(), await makeTerm()];
  const { id } = await makeQuestion({ terms: [{ scheme: 'enabler', slug: one.slug }] });
  const create = database.db.questionTerm.create({ data: { questionId: id, termId: stranger.id } });
  await expect(create).rejects.toThrow(/PublishedTextIsFrozen/);
  await expect(database.db.questionTerm.deleteMany({ where: { questionId: id } })).rejects.toThrow(
    /PublishedTextIsFrozen/,
  );
});

test('a term that a strategy names is not merged away, and only coordinators merge', async () => {
  const named = await database.db.crosswalkEntry.findFirstOrThrow({ include: { term: true } });
  const into = await database.db.term.findFirstOrThrow({
    where: { scheme: named.term.scheme, retiredAt: null, id: { not: named.termId } },
  });
  const refused = await merge(named.term, into);
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('names it')]);
  const [from, kept] = [await makeTerm(), await makeTerm()];
  for (const as of [who.member, who.auditor, who.administrator]) {
    expect((await merge(from, kept, as)).status).toBe(403);
    expect((await undo(from, as)).status).toBe(403);
  }
});
