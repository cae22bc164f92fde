import { adoptTerm } from '../../taxonomy/commands/adopt-term.server';
import { declineTerm } from '../../taxonomy/commands/decline-term.server';
import { through, type ItemAction } from './action.server';

export const adopting: ItemAction = {
  ...through(adoptTerm, ({ reference }) => ({ reference })),
  remember: () => Promise.resolve({}),
  undo: null,
};

export const decliningTerm: ItemAction = {
  ...through(declineTerm, ({ reference }, { reason }) => ({ reference, reason })),
  remember: () => Promise.resolve({}),
  undo: null,
};
