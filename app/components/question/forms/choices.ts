/** What the lists of a task page offer. */
export interface TaskChoices {
  terms: { scheme: string; slug: string; name: string; definition?: string; parentName: string | null }[];
  prioritySets: {
    document: string;
    when: string;
    current: boolean;
    priorities: { reference: string; name: string }[];
  }[];
  owners: { value: string; label: string }[];
  budgetHolders: { value: string; label: string }[];
}

/** What else a form of a task wants to know of its question. */
export interface TaskAbout {
  takesBids: boolean;
  priceScored: boolean;
  severalAwards: boolean;
  biddingWorkingDays: number;
  routeName: string;
  warnings: string[];
}

/** On long pages the labels carry the reading. */
export const BOLD = { size: 's' } as const;
