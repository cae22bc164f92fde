import type { ReorganisationKind } from '~/domain/succession/reorganisation';

interface Named {
  reference: string;
  name: string;
  itself: boolean;
}

export interface LineStep {
  reference: string;
  kind: ReorganisationKind;
  on: Date | string;
  formerName: string | null;
  newName: string | null;
  completed: boolean;
  confirmed: boolean;
  ending: Named[];
  following: Named[];
  accepted: number;
  waiting: number;
  mayOpen: boolean;
}
