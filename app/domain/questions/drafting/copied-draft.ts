import { methodOf } from '../method/award-method';
import type { LotDraft } from '../lots/lot';
import { awardsInAll } from '../lots/lot-fields';
import { newDraft } from './new-draft';
import { dataFields, ethicsFields } from '../tasks/ethics';
import { procurementFields } from '../tasks/procurement';
import { readStored } from '../tasks/task';
import { termsFields } from '../tasks/terms';
import { pick } from './stored-part';
import type { WholeQuestion } from './draft-loading.server';

interface Target {
  id: string;
  reference: string;
  route: { id: string; priceScored: boolean; takesBids: boolean; severalAwards: boolean };
  authorId: string;
  now: Date;
}

const kept = <Shape extends Parameters<typeof readStored>[0]>(fields: Shape, stored: unknown) =>
  pick(readStored(fields, stored), fields);

/** What a formula makes of prices stays behind where the new route does not score them. */
const copiedMethod = (source: WholeQuestion, { priceScored }: { priceScored: boolean }) => ({
  ...methodOf(source),
  ...(priceScored ? {} : { awardFormula: 'weighted' as const, lowPricePercent: null, lowCostPercent: null }),
});

/** A route that takes no bids has no lots; one with a single award has one in each lot. */
export const copiedLots = (
  { lots }: Pick<WholeQuestion, 'lots'>,
  route: { takesBids: boolean; severalAwards: boolean },
): LotDraft[] =>
  route.takesBids
    ? lots.map((lot) => ({ ...lot, awardsAvailable: route.severalAwards ? lot.awardsAvailable : 1 }))
    : [];

/** Text, terms and people of another question; no date and no decision of its own goes with it. */
export function copiedDraft(source: WholeQuestion, target: Target) {
  const owner = source.seniorResponsibleOwnerId === target.authorId ? null : source.seniorResponsibleOwnerId;
  return {
    ...newDraft({ ...target, title: source.title, team: { id: source.teamId } }),
    summary: source.summary,
    decision: source.decision,
    questionsAsked: source.questionsAsked,
    background: source.background,
    outputs: source.outputs,
    illicitFinanceRelevant: source.illicitFinanceRelevant,
    illicitFinanceReason: source.illicitFinanceReason,
    ethics: kept(ethicsFields, source.ethics),
    dataProtection: kept(dataFields, source.dataProtection),
    contractTerms: kept(termsFields, source.contractTerms),
    procurement: kept(procurementFields, source.procurement),
    budgetMinimum: source.budgetMinimum,
    budgetMaximum: source.budgetMaximum,
    awardsAvailable: awardsInAll(
      copiedLots(source, target.route),
      target.route.severalAwards ? source.awardsAvailable : 1,
    ),
    wordLimit: source.wordLimit,
    bidsAnonymous: target.route.takesBids && source.bidsAnonymous,
    signOffRequired: target.route.takesBids && source.signOffRequired,
    ...(target.route.takesBids
      ? {
          ...copiedMethod(source, target.route),
          eligibleOrganisations: source.eligibleOrganisations,
          divided: source.divided,
          undividedReason: source.undividedReason,
          lotsMostBids: source.lotsMostBids,
          lotsMostAwards: source.lotsMostAwards,
          lotRule: source.lotRule,
        }
      : {}),
    visibility: source.visibility,
    seniorResponsibleOwnerId: owner,
    budgetHolderId: source.budgetHolderId,
    invented: source.invented,
  };
}
