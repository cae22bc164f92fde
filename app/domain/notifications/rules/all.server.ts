import type { NoticeRule } from '../notice-rule.server';

/** Every rule of who is told what. */
export const noticeRules: readonly NoticeRule[] = [];
