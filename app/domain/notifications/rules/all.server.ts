import type { NoticeRule } from '../notice-rule.server';
import { adviceNotices } from './advice-notices.server';
import { approvalNotices } from './approval-notices.server';
import { appraisalNotices } from './appraisal-notices.server';
import { assessorNotices } from './assessor-notices.server';
import { awardNotices } from './award-notices.server';
import { bidNotices } from './bid-notices.server';
import { challengeNotices } from './challenge-notices.server';
import { clarificationNotices } from './clarification-notices.server';
import { deliveryNotices } from './delivery-notices.server';
import { elicitationNotices } from './elicitation-notices.server';
import { discussionNotices } from './discussion-notices.server';
import { enquiryNotices } from './enquiry-notices.server';
import { evaluationNotices } from './evaluation-notices.server';
import { extensionNotices } from './extension-notices.server';
import { fileNotices } from './file-notices.server';
import { findingNotices } from './finding-notices.server';
import { informationNotices } from './information-notices.server';
import { jointSetNotices, interimNotices } from './priority-set-notices.server';
import { linkNotices } from './link-notices.server';
import { measureNotices } from './measure-notices.server';
import { mergeNotices } from './merge-notices.server';
import { peopleNotices } from './people-notices.server';
import { personMergeNotices } from './person-merge-notices.server';
import { publicationNotices } from './publication-notices.server';
import { questionNotices } from './question-notices.server';
import { savedSearchNotices } from './saved-search-notices.server';
import { annexNotices, collectionNotices, requestNotices } from './request-notices.server';
import { registerNotices } from './register-notices.server';
import { scoringNotices } from './scoring-notices.server';
import { cascadeNotices } from './cascade-notices.server';
import { followUpNotices } from './follow-up-notices.server';
import { funderNotices } from './funder-notices.server';
import { sessionNotices } from './session-notices.server';
import { sponsorshipNotices } from './sponsorship-notices.server';
import { successorNotices } from './successor-notices.server';
import { uptakeNotices } from './uptake-notices.server';
import { termNotices } from './term-notices.server';
import { understandingNotices } from './understanding-notices.server';
import { successionNotices } from './succession-notices.server';
import { dataNotices } from './data-notices.server';
import { useNotices } from './use-notices.server';

/** Every rule of who is told what. */
export const noticeRules: readonly NoticeRule[] = [
  ...questionNotices,
  ...extensionNotices,
  ...sessionNotices,
  ...cascadeNotices,
  ...funderNotices,
  ...sponsorshipNotices,
  ...clarificationNotices,
  ...enquiryNotices,
  ...adviceNotices,
  ...bidNotices,
  ...evaluationNotices,
  ...assessorNotices,
  ...scoringNotices,
  ...approvalNotices,
  ...awardNotices,
  ...challengeNotices,
  ...informationNotices,
  ...deliveryNotices,
  ...publicationNotices,
  ...findingNotices,
  ...fileNotices,
  ...annexNotices,
  ...collectionNotices,
  ...requestNotices,
  ...dataNotices,
  ...appraisalNotices,
  ...linkNotices,
  ...discussionNotices,
  ...termNotices,
  ...mergeNotices,
  ...elicitationNotices,
  ...useNotices,
  ...uptakeNotices,
  ...registerNotices,
  ...measureNotices,
  ...followUpNotices,
  ...successorNotices,
  ...interimNotices,
  ...understandingNotices,
  ...jointSetNotices,
  ...peopleNotices,
  ...personMergeNotices,
  ...savedSearchNotices,
  ...successionNotices,
];
