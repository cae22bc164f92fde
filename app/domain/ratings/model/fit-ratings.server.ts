import { createHash } from 'node:crypto';
import { database, type Db } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import { log } from '~/platform/log.server';
import { countsSql, NOW, RATINGS } from '../counted-ratings.server';
import { fitRaterModel, MODEL_VERSION, type GivenValue, type RaterModel } from './rater-model';

/** So many, the newest, teach: the nightly work stays bounded however many there are. */
export const MOST_VALUES = 20_000;

/** A job: for each priority set, what its ratings say once it is allowed for who gave them. */
export async function fitRatings(): Promise<void> {
  const sets = await database().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT held.id FROM ${RATINGS} WHERE ${countsSql(NOW)}
    UNION SELECT priority_set_id FROM rating_fit`;
  for (const { id } of sets) await fitSet(id);
}

async function fitSet(prioritySetId: string): Promise<void> {
  const given = await valuesOf(prioritySetId);
  const fingerprint = fingerprintOf(given);
  const former = await database().ratingFit.findUnique({ where: { prioritySetId } });
  if (former?.fingerprint === fingerprint) return;
  const model = fitRaterModel(given);
  await database().$transaction(async (tx) => {
    await tx.ratingFit.deleteMany({ where: { prioritySetId } });
    if (model) await keep(tx, { prioritySetId, fingerprint, given, model });
    await tx.$executeRaw`SELECT soundings.note_relevance()`;
  });
  log.info('ratings-fitted', { prioritySetId, ratings: given.length, iterations: model?.iterations ?? 0 });
}

const valuesOf = (prioritySetId: string): Promise<GivenValue[]> =>
  database().$queryRaw<GivenValue[]>`
    SELECT r.finding_id || ' ' || r.priority_id AS item, r.person_id::text AS rater, r.value
    FROM ${RATINGS} WHERE held.id = ${prioritySetId}::uuid AND ${countsSql(NOW)}
    ORDER BY r.changed_at DESC, r.id DESC LIMIT ${MOST_VALUES}`;

const fingerprintOf = (given: readonly GivenValue[]): string =>
  createHash('sha256')
    .update(`${MODEL_VERSION}\n`)
    .update(
      given
        .map(({ item, rater, value }) => `${item} ${rater} ${value}`)
        .sort()
        .join('\n'),
    )
    .digest('hex');

interface Kept {
  prioritySetId: string;
  fingerprint: string;
  given: readonly GivenValue[];
  model: RaterModel;
}

async function keep(tx: Db, { prioritySetId, fingerprint, given, model }: Kept): Promise<void> {
  const { items, raters, ...figures } = model;
  const { id } = await tx.ratingFit.create({
    data: {
      ...{ id: newId(), prioritySetId, fingerprint, version: MODEL_VERSION, ratings: given.length },
      ...{ fittedAt: await soundingsNow(tx), ...figures },
    },
  });
  await tx.ratingFitItem.createMany({
    data: items.map(({ item, ...said }) => {
      const [findingId = '', priorityId = ''] = item.split(' ');
      return { fitId: id, findingId, priorityId, ...said };
    }),
  });
  await tx.ratingFitRater.createMany({
    data: raters.map(({ rater, ...said }) => ({ fitId: id, personId: rater, ...said })),
  });
}
