import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { impactsVisibleSql } from '../../ratings/impact/impact-visibility.server';
import { referenceInput } from '../../reference-input';
import { CHAIN_KEYS, chainFrom, type ChainFacts } from '../chain/chain';
import { hearsOfDecision, takesPartIn } from '../chain/chain-policy';
import { CHAIN_NOUNS, readChainRow, type ChainRow } from '../chain/chain-row.server';

/** Where a question, award, finding or impact record stands in the chain, as far as the actor may know. */
export const chainOf = query({
  name: 'insight.chainOf',
  input: z.strictObject({ noun: z.enum(CHAIN_NOUNS), reference: referenceInput, here: z.enum(CHAIN_KEYS) }),
  visibleTo: (actor) => ({
    questions: questionsVisibleSql(actor, 'q'),
    findings: findingsVisibleSql(actor, 'f'),
    impacts: impactsVisibleSql(actor, 'i'),
    inside: readsPublished(actor),
    personId: isMember(actor) ? actor.id : null,
  }),
  read: async ({ db, actor, scope, input }) => {
    const row = await readChainRow(db, scope, input);
    if (!row || (row.question === null && row.findings.count === 0)) return null;
    return chainFrom(factsFor(actor, row), input.here);
  },
});

/** A small count of ratings is inside knowledge: the public is told of none. */
function factsFor(actor: Actor, { question, delivers, ...row }: ChainRow): ChainFacts {
  const seeEvaluation = question !== null && takesPartIn(actor, question);
  const may = { seeEvaluation, seeDeliverable: seeEvaluation || delivers };
  const shown = question && { ...question, decided: hearsOfDecision(actor, question) };
  return { ...row, question: shown, ratings: readsPublished(actor) ? row.ratings : 0, may };
}
