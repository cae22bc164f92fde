import { beforeAll, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeExpertOn } from '../../../../tests/support/factories/experts';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { visit } from '../../../../tests/support/site';

const store = useDatabase();
let author: Awaited<ReturnType<typeof makePerson>>;
let reader: string;
const ids: Record<string, string> = {};

/** A work of the shared bibliography with the finding that it came in with. */
async function addWork(title: string, personIds: string[]) {
  const workId = crypto.randomUUID();
  const authors = [
    ...personIds.map((personId) => ({ name: author.name, personId })),
    { name: `Co ${title}` },
  ];
  await store.db.work.create({
    data: {
      ...{ id: workId, reference: newReference(), title, createdAt: new Date() },
      authors: { create: authors.map((one, index) => ({ ...one, position: index + 1 })) },
    },
  });
  const { id } = await makeFinding({ title, released: true });
  await store.db.finding.update({ where: { id }, data: { workId } });
  ids[title] = id;
}

const merge = (from: string, into: string | null) =>
  store.db.finding.update({
    where: { id: ids[from] ?? '' },
    data: { mergedIntoId: into === null ? null : (ids[into] ?? '') },
  });

const TITLES = ['First copy', 'Second copy', 'Kept copy', 'Other copy', 'Nobody’s copy'];
async function shown() {
  const { text } = await visit(paths.expert(author.reference), { as: reader });
  const network = (await visit(paths.expertNetwork(author.reference), { as: reader })).text;
  const named = TITLES.filter((title) => text.includes(title));
  expect(TITLES.filter((title) => network.includes(`Co ${title}`))).toEqual(named);
  return named;
}

beforeAll(async () => {
  author = await makeExpertOn([]);
  reader = (await makePerson()).id;
  for (const title of TITLES.slice(0, 4)) await addWork(title, [author.id]);
  await addWork('Nobody’s copy', []);
});

test('works whose findings were merged into one are one among the works of an expert', async () => {
  expect(await shown()).toEqual(TITLES.slice(0, 4));
  await merge('First copy', 'Second copy');
  expect(await shown()).toEqual(['Second copy', 'Kept copy', 'Other copy']);
  await merge('Second copy', 'Kept copy');
  expect(await shown()).toEqual(['Kept copy', 'Other copy']);
});

test('a work stays whose duplicate does not name the expert, and a merge that is undone gives it back', async () => {
  await merge('Other copy', 'Nobody’s copy');
  expect(await shown()).toEqual(['Kept copy', 'Other copy']);
  await merge('Second copy', null);
  expect(await shown()).toEqual(['Second copy', 'Kept copy', 'Other copy']);
});
