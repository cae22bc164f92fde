import { z } from 'zod';
import { SPEND_KIND_NAMES } from '~/domain/insight/spend/spend';
import { moneyFilter } from '~/domain/ledger/filter';
import { onShape } from '~/web/asked-day.server';

export const spendShape = {
  ...moneyFilter,
  weights: z.string().max(20).optional(),
  by: z.enum(SPEND_KIND_NAMES).optional(),
  ...onShape,
};
