import { database } from '~/platform/db.server';
import { makeMeasure } from './measures';

/** An objective's measure that is called otherwise and retired, on five days. */
export async function makeMeasureHistory(createdById: string) {
  const db = database();
  const item = await db.frameworkItem.findFirstOrThrow({
    where: { framework: { slug: 'soc-strategy-2023' } },
    orderBy: { position: 'desc' },
  });
  const { id } = await makeMeasure({ createdById, itemId: item.id, name: 'Counted then' });
  const change = (data: { name?: string; state?: string; stateReason?: string }) => async () => {
    await db.measure.update({ where: { id }, data });
  };
  const nothing = () => Promise.resolve();
  const retired = change({ state: 'retired', stateReason: 'Counted elsewhere' });
  return [nothing, change({ name: 'Counted anew' }), nothing, retired, nothing];
}
