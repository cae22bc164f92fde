import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.measure.findUnique({ where: { id: nounId }, select: { reference: true, name: true } }),
);

/** What becomes of figures. */
export const measureNotices = [
  about('MeasureValueWasValidated', async ({ db, fact, thing }) => {
    const id = textOf(fact, 'valueId');
    const value = id && (await db.measureValue.findUnique({ where: { id }, select: { recordedById: true } }));
    if (!value) return null;
    return {
      personIds: [value.recordedById],
      subject: `Validated: ${thing.name}`,
      body: 'Somebody else checked the figure that you recorded and holds it right.',
      path: pages.measureRecord(thing.reference),
    };
  }),
];
