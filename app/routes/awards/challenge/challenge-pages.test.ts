import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, showDate, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;
let coordinator: string;
let involved: string;

beforeAll(async () => {
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  involved = (await makePerson({ roles: ['coordinator'] })).id;
});

const standstill = () => makeAward({ state: 'standstill', routeSlug: 'funding-call' });
const WORDS = { grounds: 'scoring', text: 'Our section on method was scored as if it were missing.' };
const lodge = ({ second }: Made, as = second.leadId, fields: Record<string, string> = WORDS) =>
  send(paths.lodgeChallenge(second.reference), fields, { as });
const openOf = ({ second }: Made) =>
  store.db.challenge.findFirstOrThrow({ where: { bidId: second.id, decidedAt: null } });
const decide = (reference: string, fields: Record<string, string>, as = coordinator) =>
  send(paths.challenge(reference), fields, { as });
const sign = ({ award, panel }: Made) =>
  send(
    paths.signContract(award.reference),
    {
      contractReference: 'C-9',
      'startsOn.day': '1',
      'startsOn.month': '3',
      'startsOn.year': '2030',
      'endsOn.day': '1',
      'endsOn.month': '9',
      'endsOn.year': '2030',
    },
    { as: panel.author.id },
  );

describe('lodging', () => {
  let made: Made;
  beforeAll(async () => {
    made = await standstill();
  });

  test('is for the bidders of this competition, with grounds and words, once at a time', async () => {
    const { first, second, panel } = made;
    const stranger = (await makePerson({ expert: true })).id;
    for (const as of [stranger, panel.owner.id, coordinator, first.leadId])
      expect((await lodge(made, as)).status).toBe(404);
    const own = await send(paths.lodgeChallenge(first.reference), WORDS, { as: first.leadId });
    expect([own.status, own.errors[0]]).toEqual([
      422,
      'Your bid was awarded, so there is nothing for it to challenge.',
    ]);
    expect((await lodge(made, second.leadId, { text: 'Why?' })).errors).toEqual([
      'Choose at least one ground',
    ]);
    expect((await lodge(made, second.leadId, { grounds: 'luck', text: 'Why?' })).status).toBe(422);
    expect((await lodge(made)).location).toBe(paths.lodgeChallenge(second.reference));
    expect((await lodge(made)).status).toBe(422);
  });

  test('extends the standstill: no contract is signed, and others learn that much alone', async () => {
    const { award, first, second, panel, question } = made;
    const { reference } = await openOf(made);
    await moveClock('10 days');
    const page = await visit(paths.award(award.reference), { as: panel.author.id });
    expect(page.text).toContain('Standstill, extended');
    expect(page.text).toContain('Extended: no contract can be signed yet');
    expect((await sign(made)).status).not.toBe(303);
    await expect(
      store.db.award.update({
        where: { id: award.id },
        data: {
          contractedAt: new Date(),
          contractReference: 'C',
          startsOn: new Date('2030-01-01'),
          endsOn: new Date('2030-02-01'),
        },
      }),
    ).rejects.toThrow(/StandstillIsExtended/);
    const told = await toldOf('StandstillWasExtended', award.id);
    expect(told.people).toContain(first.leadId);
    expect(told.subjects).toEqual([`The standstill is extended: ${question.title}`]);
    const notices = JSON.stringify(await store.db.notice.findMany({ where: { personId: first.leadId } }));
    expect(notices).not.toMatch(/challenge/i);
    expect((await visit(paths.challenge(reference), { as: first.leadId })).status).toBe(404);
    expect((await visit(paths.award(award.reference), { as: first.leadId })).text).not.toMatch(/challenge/i);
    expect((await visit(paths.challenge(reference), { as: panel.moderator.id })).status).toBe(404);
    const theirs = await visit(paths.challenge(reference), { as: panel.owner.id });
    expect([theirs.status, theirs.buttons]).toEqual([200, []]);
    expect((await visit(paths.decision(question.reference), { as: panel.moderator.id })).text).toContain(
      'The standstill is extended',
    );
    expect((await visit(paths.challenge(reference), { as: second.leadId })).text).toContain('scored as if');
  });

  test('is decided by a coordinator without a part in it, with reasons that the bidder reads', async () => {
    const { question, first, second, award, panel } = made;
    const { reference, id } = await openOf(made);
    await makeWall(question.id, involved);
    expect((await toldOf('ChallengeWasLodged', second.id)).people).toEqual(
      expect.arrayContaining([coordinator]),
    );
    const wanted = { outcome: 'rejected', reasons: 'The score rests on the section as written.' };
    expect((await decide(reference, wanted, panel.owner.id)).status).toBe(403);
    expect((await decide(reference, wanted, second.leadId)).status).toBe(403);
    expect((await decide(reference, wanted, involved)).status).toBe(404);
    expect((await visit(paths.home(), { as: involved })).text).not.toContain('Decide a challenge');
    expect((await visit(paths.home(), { as: coordinator })).text).toContain('Decide a challenge');
    expect((await decide(reference, { ...wanted, outcome: 'upheld' })).errors).toEqual([
      'Choose what follows',
    ]);
    expect((await decide(reference, wanted)).location).toBe(paths.challenge(reference));
    expect((await decide(reference, wanted)).status).toBe(409);
    const own = await visit(paths.challenge(reference), { as: second.leadId });
    expect(own.text).toContain('Rejected, the award stands');
    expect(own.text).toContain('The score rests on the section as written.');
    expect((await toldOf('ChallengeWasDecided', second.id)).people).toContain(second.leadId);
    const late = await lodge(made);
    expect([late.status, late.text.includes('You can still write to the team')]).toEqual([422, true]);
    // Not on the day of the decision; from the next on.
    const { decidedAt } = await store.db.challenge.findUniqueOrThrow({ where: { id } });
    const from = `a contract can be made from ${showDate(addDays(ukDay(decidedAt ?? new Date()), 1))}`;
    expect((await visit(paths.award(award.reference), { as: first.leadId })).text).toContain(from);
    expect((await sign(made)).status).not.toBe(303);
    await moveClock('1 day');
    expect((await sign(made)).status).toBe(303);
    expect((await store.db.award.findUniqueOrThrow({ where: { id: award.id } })).contractedAt).not.toBeNull();
    const { text } = await visit(paths.questionFile(question.reference), { as: panel.owner.id });
    expect(text).toContain('Our section on method was scored');
    await expect(store.db.challenge.update({ where: { id }, data: { text: 'x' } })).rejects.toThrow(
      /never changed/,
    );
  });
});

test('upheld, the award is withdrawn with its trail and the panel agrees its scores again', async () => {
  const made = await standstill();
  const { question, award, first, panel } = made;
  await lodge(made);
  const { reference } = await openOf(made);
  const fields = { outcome: 'upheld', remedy: 'scoring', reasons: 'A section was overlooked.' };
  expect((await decide(reference, fields)).status).toBe(303);
  const ended = await store.db.award.findUniqueOrThrow({ where: { id: award.id } });
  expect([ended.withdrawnReason, ended.ending]).toEqual([
    'A challenge to the decision was upheld.',
    'challenged',
  ]);
  const again = await store.db.question.findUniqueOrThrow({ where: { id: question.id } });
  expect([again.decidedAt, again.outcome, again.qualityAgreedAt]).toEqual([null, null, null]);
  const told = await toldOf('AwardDecisionWasWithdrawn', award.id);
  expect(told.people).toEqual(expect.arrayContaining([first.leadId, panel.owner.id]));
  expect((await visit(paths.award(award.reference), { as: first.leadId })).status).toBe(404);
});
