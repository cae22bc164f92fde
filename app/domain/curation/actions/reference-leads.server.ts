import { settleReferenceLead } from '../../bids/commands/settle-reference-lead.server';
import { through, type ItemAction } from './action.server';

const settling = (settle: 'takeUp' | 'setAside'): ItemAction => ({
  ...through(settleReferenceLead, ({ reference }, { reason }) => ({ reference, settle, reason })),
  remember: () => Promise.resolve({}),
  undo: null,
});

export const takingUpLead = settling('takeUp');
export const settingLeadAside = settling('setAside');
