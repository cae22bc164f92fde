import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '../../tests/support/database';
import { actorFor, makePerson } from '../../tests/support/factories/people';
import type { Actor } from './actor';
import { command, run } from './command.server';
import { allow, deny, hide, type Verdict } from './policy';
import { refuse, refuseField } from './refusal';

const data = useDatabase();

/** A small command whose verdict the test chooses: it gives a person another title. */
const retitle = (verdict: Verdict = allow) =>
  command({
    name: 'test.retitle',
    input: z.strictObject({ id: z.string(), title: z.string(), refuses: z.boolean().optional() }),
    load: ({ tx, input }) => tx.person.findUnique({ where: { id: input.id } }),
    authorise: () => verdict,
    subject: ({ id }) => ({ noun: 'person', nounId: id }),
    decide: ({ input, loaded }) =>
      input.refuses
        ? refuseField('TitleIsOdd', 'title', 'Enter another title')
        : {
            change: { id: loaded.id, title: input.title },
            facts: [
              {
                name: 'TitleWasChanged',
                noun: 'person',
                nounId: loaded.id,
                data: { length: input.title.length },
              },
            ],
          },
    save: async ({ tx }, change) => {
      await tx.person.update({
        where: { id: change.id },
        data: { title: change.title, revision: { increment: 1 } },
      });
      return { title: change.title };
    },
  });

const factsOf = (nounId: string) => data.db.fact.findMany({ where: { nounId }, orderBy: { number: 'asc' } });

async function arrange() {
  const person = await makePerson();
  return { person, actor: await actorFor(person.id) };
}

test('a command saves its change and its facts together', async () => {
  const { person, actor } = await arrange();
  const outcome = await run(retitle(), actor, { id: person.id, title: 'Dr' });
  expect(outcome).toEqual({ kind: 'done', value: { title: 'Dr' } });
  const [fact] = await factsOf(person.id);
  expect(fact).toMatchObject({
    name: 'TitleWasChanged',
    command: 'test.retitle',
    actorId: person.id,
    data: { length: 2 },
  });
});

test('nothing is kept of a change whose facts cannot be written', async () => {
  const { person, actor } = await arrange();
  const broken = {
    ...retitle(),
    decide: () => ({
      change: { id: person.id, title: 'Lost' },
      facts: [{ name: 'X', noun: 'person' as const, nounId: 'no uuid' }],
    }),
  };
  await expect(run(broken, actor, { id: person.id, title: 'Lost' })).rejects.toThrow();
  expect((await data.db.person.findUniqueOrThrow({ where: { id: person.id } })).title).toBe('');
});

test.each([
  [deny('Only coordinators may'), { kind: 'denied', why: 'Only coordinators may' }],
  [hide, { kind: 'hidden' }],
])('%o is answered so, changes nothing, and stands in the history', async (verdict, answer) => {
  const { person, actor } = await arrange();
  expect(await run(retitle(verdict), actor, { id: person.id, title: 'Sir' })).toEqual(answer);
  expect((await factsOf(person.id)).map((fact) => fact.name)).toEqual(['AttemptWasDenied']);
  expect((await data.db.person.findUniqueOrThrow({ where: { id: person.id } })).title).toBe('');
});

test('a thing that does not exist and one that is hidden are answered alike', async () => {
  const { actor } = await arrange();
  expect(await run(retitle(), actor, { id: '00000000-0000-7000-8000-000000000000', title: 'x' })).toEqual({
    kind: 'hidden',
  });
});

test('unknown fields are invalid', async () => {
  const { person, actor } = await arrange();
  expect((await run(retitle(), actor, { id: person.id, title: 'x', admin: true })).kind).toBe('invalid');
});

test('a key does its work once, gives the same answer again, and refuses other content', async () => {
  const { person, actor } = await arrange();
  const send = (title: string) => run(retitle(), actor, { id: person.id, title }, 'key-1');
  expect(await send('Dr')).toEqual({ kind: 'done', value: { title: 'Dr' } });
  expect(await send('Dr')).toEqual({ kind: 'done', value: { title: 'Dr' } });
  expect(await send('Prof')).toMatchObject({
    kind: 'refused',
    refusal: { name: 'FormWasSentAlready', stale: true },
  });
  expect((await data.db.person.findUniqueOrThrow({ where: { id: person.id } })).revision).toBe(2);
});

test('twenty repeats at once have one effect and one answer', async () => {
  const { person, actor } = await arrange();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => run(retitle(), actor, { id: person.id, title: 'Dame' }, 'key-2')),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await factsOf(person.id)).toHaveLength(1);
});

test('a refusal leaves the key unused', async () => {
  const { person, actor } = await arrange();
  const refused = await run(retitle(), actor, { id: person.id, title: 'Dr', refuses: true }, 'key-3');
  expect(refused).toMatchObject({ kind: 'refused', refusal: { fields: { title: 'Enter another title' } } });
  expect(await run(retitle(), actor, { id: person.id, title: 'Dr' }, 'key-3')).toMatchObject({
    kind: 'done',
  });
});

test('a rule of the database becomes a refusal in words, and other faults stay faults', async () => {
  const { person, actor } = await arrange();
  const other = await makePerson();
  const clash = {
    ...retitle(),
    save: async ({ tx }: { tx: typeof data.db }) => {
      await tx.person.update({ where: { id: person.id }, data: { reference: other.reference } });
      return { title: '' };
    },
  };
  const rules = { person_reference_key: refuse('ReferenceIsTaken', 'That reference is taken') };
  const worded = await run({ ...clash, rules } as ReturnType<typeof retitle>, actor, {
    id: person.id,
    title: 'x',
  });
  expect(worded).toMatchObject({ kind: 'refused', refusal: { name: 'ReferenceIsTaken' } });
  await expect(
    run(clash as ReturnType<typeof retitle>, actor, { id: person.id, title: 'x' }),
  ).rejects.toThrow();
});

test('a rule raised by a trigger brings its own words', async () => {
  const { person, actor } = await arrange();
  const raising = {
    ...retitle(),
    save: async ({ tx }: { tx: typeof data.db }) => {
      await tx.$executeRaw`SELECT soundings.refuse('WaterIsTooDeep', 'WaterIsTooDeep: The water is too deep here')::text`;
      return { title: '' };
    },
  };
  expect(await run(raising as ReturnType<typeof retitle>, actor, { id: person.id, title: 'x' })).toEqual({
    kind: 'refused',
    refusal: refuse('WaterIsTooDeep', 'The water is too deep here'),
  });
});

test('a visitor leaves no trace when denied', async () => {
  const { person } = await arrange();
  const visitor: Actor = { kind: 'visitor', asOf: new Date(0) };
  const save = vi.fn();
  await run({ ...retitle(deny('Sign in')), save }, visitor, { id: person.id, title: 'x' });
  expect(save).not.toHaveBeenCalled();
  expect(await factsOf(person.id)).toHaveLength(0);
});

test('of two commands that wait for each other one gives way, and is run again', async () => {
  const [one, other] = [await arrange(), await arrange()];
  let holding = 0;
  let bothHold = (): void => undefined;
  const both = new Promise<void>((settle) => (bothHold = settle));
  const attempts: string[] = [];
  const crossing = command({
    name: 'test.crossing',
    input: z.strictObject({ first: z.string(), second: z.string() }),
    load: async ({ tx, input: { first, second } }) => {
      attempts.push(first);
      await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${first}::uuid FOR UPDATE`;
      holding += 1;
      if (holding === 2) bothHold();
      await both;
      await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${second}::uuid FOR UPDATE`;
      return { first };
    },
    authorise: () => allow,
    subject: ({ first }) => ({ noun: 'person', nounId: first }),
    decide: ({ loaded: { first } }) => ({
      change: { first },
      facts: [{ name: 'TitleWasChanged', noun: 'person', nounId: first }],
    }),
    save: (_, { first }) => Promise.resolve(first),
  });
  const ids = { first: one.person.id, second: other.person.id };
  const turned = { first: other.person.id, second: one.person.id };
  const ends = await Promise.all([run(crossing, one.actor, ids), run(crossing, other.actor, turned)]);
  expect(ends.map(({ kind }) => kind)).toEqual(['done', 'done']);
  expect(attempts.length).toBeGreaterThan(2);
  for (const { person } of [one, other]) expect(await factsOf(person.id)).toHaveLength(1);
});

/** Takes a reference that nobody has, as far as it looked; its first look waits until every other has looked too. */
function takingReference(lookers: number) {
  let looks = 0;
  let allLooked = (): void => undefined;
  const all = new Promise<void>((settle) => (allLooked = settle));
  const operation = command({
    name: 'test.take-reference',
    input: z.strictObject({ id: z.string(), reference: z.string() }),
    load: async ({ tx, input: { id, reference } }) => {
      const taken = await tx.person.findUnique({ where: { reference } });
      looks += 1;
      if (looks === lookers) allLooked();
      await all;
      return { id, taken };
    },
    authorise: () => allow,
    decide: ({ loaded: { id, taken }, input: { reference } }) =>
      taken ? refuse('ReferenceIsTaken', 'Taken') : { change: { id, reference }, facts: [] },
    save: ({ tx }, { id, reference }) => tx.person.update({ where: { id }, data: { reference } }),
  });
  return { operation, looks: () => looks };
}

test('what wrote the same as another since it looked looks again, and is refused in words', async () => {
  const both = [await arrange(), await arrange()];
  const { operation, looks } = takingReference(2);
  const ends = await Promise.all(
    both.map(({ person, actor }) => run(operation, actor, { id: person.id, reference: 'ABCD2345' })),
  );
  expect(ends.map((end) => (end.kind === 'refused' ? end.refusal.name : end.kind)).toSorted()).toEqual([
    'ReferenceIsTaken',
    'done',
  ]);
  expect(looks()).toBe(3);
});

test('what never finds its row is a fault after three looks', async () => {
  const { actor } = await arrange();
  const { operation, looks } = takingReference(1);
  const nobody = { id: '00000000-0000-7000-8000-000000000000', reference: 'ABCD2346' };
  await expect(run(operation, actor, nobody)).rejects.toThrow();
  expect(looks()).toBe(3);
});
