import { beforeAll, expect, test } from 'vitest';
import { database } from '~/platform/db.server';
import { useDatabase } from '../../tests/support/database';
import { makeFinding } from '../../tests/support/factories/findings';
import { actorInSession, makePerson } from '../../tests/support/factories/people';
import type { Person } from './actor';
import { retractFinding } from './knowledge/commands/retract-finding.server';
import { newReference } from './new-reference.server';
import { partOf } from './part.server';
import { isRefusal } from './refusal';

useDatabase();
let coordinator: Person;
let member: Person;

beforeAll(async () => {
  coordinator = await actorInSession((await makePerson({ roles: ['coordinator'] })).id);
  member = await actorInSession((await makePerson({ expert: true })).id);
});

const surroundings = (actor: Person) => ({
  actor,
  now: new Date(),
  newId: () => crypto.randomUUID(),
  newReference: () => 'H7K4QXM2',
});
const part = (actor: Person, raw: unknown) => partOf(retractFinding, { tx: database(), actor }, raw);

test('a part is judged by its own policy for the same actor', async () => {
  const { reference } = await makeFinding();
  const asked = { reference, reason: 'Wrong' };
  expect((await part(coordinator, asked))?.verdict).toEqual({ kind: 'allow' });
  expect((await part(member, asked))?.verdict.kind).toBe('deny');
  expect(
    (await part(member, { ...asked, reference: (await makeFinding({ state: 'draft' })).reference }))?.verdict
      .kind,
  ).toBe('hide');
});

test('what it is about may not be there', async () => {
  expect(await part(coordinator, { reference: newReference(), reason: 'Wrong' })).toBeNull();
});

test('what cannot be read is refused beside its field, not thrown', async () => {
  const { reference } = await makeFinding();
  const decision = (await part(coordinator, { reference, reason: '' }))?.decide(surroundings(coordinator));
  expect(decision).toMatchObject({ refused: true, fields: { reason: 'Say why it is retracted' } });
});

test('it decides by its own rules, and saves only when it is told to', async () => {
  const { id, reference } = await makeFinding();
  const decision = (await part(coordinator, { reference, reason: 'Wrong' }))?.decide(
    surroundings(coordinator),
  );
  if (!decision || isRefusal(decision)) throw new Error('it may be retracted');
  expect(decision.facts.map(({ name }) => name)).toEqual(['FindingWasRetracted']);
  const state = () =>
    database().finding.findUniqueOrThrow({ where: { id }, select: { retractedReason: true } });
  expect(await state()).toEqual({ retractedReason: null });
  const saving = { ...surroundings(coordinator), tx: database(), record: () => undefined };
  await decision.change(saving);
  expect(await state()).toEqual({ retractedReason: 'Wrong' });
  const again = (await part(coordinator, { reference, reason: 'Wrong' }))?.decide(surroundings(coordinator));
  expect(again).toMatchObject({ name: 'FindingIsRetracted' });
});
