import type { BulkActionName } from '../bulk-action';
import { sendReminder, type REMINDABLE } from '../commands/send-reminder.server';
import { through, type ItemAction } from './action.server';
import { reaffirming, retagging, tagging } from './finding-care.server';
import { declining, publishing, returning } from './finding-review.server';
import { keepingApart, merging } from './merging.server';
import { settingLeadAside, takingUpLead } from './reference-leads.server';
import { adopting, decliningTerm } from './term-proposals.server';
import { accepting, decliningToJoin } from './joining.server';

const reminding = (kind: (typeof REMINDABLE)[number]): ItemAction => ({
  ...through(sendReminder, ({ reference }) => ({ kind, reference })),
  remember: () => Promise.resolve({}),
  undo: null,
});

/** How each bulk action is carried out and taken back, item by item. */
export const ITEM_ACTIONS: Record<BulkActionName, ItemAction> = {
  'accept-joins': accepting,
  'decline-joins': decliningToJoin,
  'publish-findings': publishing,
  'return-findings': returning,
  'decline-findings': declining,
  'reaffirm-findings': reaffirming,
  'tag-findings': tagging,
  'remind-approvers': reminding('approvals'),
  'remind-answerers': reminding('clarifications'),
  'remind-owners': reminding('questionReviews'),
  'remind-deciders': reminding('decisions'),
  'remind-experts': reminding('profiles'),
  'remind-appraisers': reminding('appraisals'),
  'ask-raters': reminding('disagreements'),
  'remind-askers': reminding('unanswered'),
  'remind-levels': reminding('cascades'),
  'merge-findings': merging('finding'),
  'merge-questions': merging('question'),
  'merge-organisations': merging('organisation'),
  'keep-findings-apart': keepingApart('finding'),
  'keep-questions-apart': keepingApart('question'),
  'keep-organisations-apart': keepingApart('organisation'),
  'retag-findings': retagging,
  'adopt-terms': adopting,
  'decline-terms': decliningTerm,
  'take-up-leads': takingUpLead,
  'set-leads-aside': settingLeadAside,
};
