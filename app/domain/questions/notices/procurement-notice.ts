export const NOTICE_KINDS = {
  planned: 'Planned procurement notice',
  tender: 'Tender notice',
  award: 'Contract award notice',
  contractDetails: 'Contract details notice',
} as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** As JSON of the question's page holds it. */
export interface ShownNotice {
  reference: string;
  kind: NoticeKind;
  address: string;
  publishedOn: string;
}

/** Where a link leads, so that nobody follows it blindly. */
export const hostOf = (address: string): string => new URL(address).host;
