import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { run } from '~/domain/command.server';
import { keepFirstPlan, keepPlan } from '~/domain/awards/changes/keep-plan.server';
import { rateFinding } from '~/domain/ratings/commands/rate-finding.server';
import { addDays } from '~/domain/uk-time';
import { done } from '../outcome';
import { makeAward } from './awards';
import { actorFor, makePerson } from './people';
import { eraseRows } from '~/domain/people/erasure.server';
import { makeExpertOn } from './experts';
import { makeFinding } from './findings';
import { termCalled } from './terms';

/** Experts that come and go, a finding whose fit is rated and worked out anew, and a plan that changes, on five days. */
export async function makeMapHistory(priority: { id: string; reference: string; prioritySetId: string }) {
  const db = database();
  const [fraud, cyber] = [
    await termCalled('threatArea', 'fraud'),
    await termCalled('threatArea', 'cyber-crime'),
  ];
  const finding = await makeFinding({
    title: 'Fits',
    termIds: [fraud.id],
    publishedAt: await soundingsNow(db),
  });
  const rater = (await makePerson()).id;
  const rate = async (value: string) => {
    const rating = { priority: priority.reference, value, certainty: 2, reason: 'It fits', interest: false };
    done(await run(rateFinding, await actorFor(rater), { reference: finding.reference, ...rating }));
  };
  const { award } = await makeAward({ state: 'inDelivery' });
  const delay = () =>
    db.$transaction(async (tx) => {
      const { contractedAt } = await tx.award.findUniqueOrThrow({ where: { id: award.id } });
      const now = await soundingsNow(tx);
      await keepFirstPlan(tx, award.id, contractedAt ?? now);
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.award.update({ where: { id: award.id }, data: { endsOn: addDays(now, 700) } });
      await tx.$executeRaw`SET LOCAL session_replication_role = origin`;
      await keepPlan(tx, award.id, now, null);
    });
  const [first, second] = [await makeExpertOn([fraud.id]), await makeExpertOn([fraud.id, cyber.id])];
  const fit = (estimate: number) =>
    db.$transaction(async (tx) => {
      const [prioritySetId, id] = [priority.prioritySetId, newId()];
      await tx.ratingFit.deleteMany({ where: { prioritySetId } });
      const figures = {
        mean: 3,
        itemVariance: 1,
        biasVariance: 1,
        noiseVariance: 1,
        iterations: 1,
        converged: true,
      };
      const kept = {
        id,
        prioritySetId,
        version: 1,
        fittedAt: new Date(),
        fingerprint: id,
        ratings: 1,
        ...figures,
      };
      await tx.ratingFit.create({ data: kept });
      const item = { fitId: id, findingId: finding.id, priorityId: priority.id, ratings: 1, estimate };
      await tx.ratingFitItem.create({ data: { ...item, lower: 1, upper: 5 } });
      await tx.$executeRaw`SELECT soundings.note_relevance()`;
    });
  const profile = (personId: string, data: Record<string, unknown>) =>
    db.expertProfile.update({ where: { personId }, data });

  return [
    async () => {
      await makeExpertOn([fraud.id], { availability: 'available' });
      await fit(2.2);
    },
    async () => {
      await profile(first.id, { listed: false });
      await rate('4');
      await fit(4.1);
    },
    async () => {
      await db.expertTerm.deleteMany({ where: { personId: second.id, termId: fraud.id } });
      await delay();
      await profile(second.id, {
        availability: 'available',
        availableFrom: addDays(await soundingsNow(db), 9),
      });
    },
    async () => {
      await profile(first.id, { listed: true });
      await rate('1');
      await fit(2.9);
    },
    async () => {
      await fit(1.5);
      const now = await soundingsNow(db);
      await db.$transaction((tx) => eraseRows(tx, second.id, now, now));
    },
  ];
}
