import type { FactData, FactDraft } from '../../fact';

interface Beside {
  noun: 'finding' | 'question';
  id: string;
}

/** Facts of an annex stand in the history of what it is beside, for the auditor alone. */
export const annexFact = (name: string, { noun, id }: Beside, data: FactData): FactDraft => ({
  ...{ name, noun, nounId: id, data },
});
