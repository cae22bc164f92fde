import { z } from 'zod';
import { isPerson, type Actor } from '../../actor';
import { command, type Situation } from '../../command.server';
import type { FactDraft } from '../../fact';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../award';
import type { ChangeKind } from '../changes/change-request';
import { namedPeople } from '../changes/load-change.server';
import { PROPOSALS, readProposal, type Proposal } from '../changes/proposal';
import { proposalRefusal, type NamedPeople } from '../changes/proposal-refusal';
import { lockedAward, type AwardRecord } from '../load-award.server';
import { mayAct, partsOf, sideOf } from '../steps/part';
import { recordStep } from '../steps/record-step.server';

interface Asked {
  reference: string;
  reason: string;
}

interface Loaded {
  award: AwardRecord;
  numbers: number;
  proposal: Proposal;
  people: NamedPeople;
}

/** After the contract a plan changes by request alone. Either side asks; one command a kind, with its own fields. */
export function askChange<Kind extends ChangeKind>(kind: Kind) {
  const shape = PROPOSALS[kind].shape;
  const input = z.object({
    reference: referenceInput,
    reason: textInput('Say why it has to change', 5000),
    ...(shape as z.ZodRawShape),
  }) as unknown as z.ZodType<Asked>;
  return command({
    name: `awards.ask-${kind}`,
    input,
    load: async ({ tx, input: { reference, reason: _, ...asked } }): Promise<Loaded | null> => {
      const award = await lockedAward(tx, reference);
      if (!award) return null;
      const proposal = readProposal(kind, asked);
      const numbers = await tx.changeRequest.count({ where: { awardId: award.id } });
      return { award, numbers, proposal, people: await namedPeople(tx, proposal, award.question.id) };
    },
    authorise: (actor: Actor, { award }: Loaded) =>
      mayAct(actor, award, partsOf(actor, award), ['team', 'winner']),
    subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
    decide: (situation: Situation<Asked, Loaded>) => decideChange(kind, situation),
    save: async (saving, { award, row }) => {
      await saving.tx.changeRequest.create({ data: { ...row, askedAt: saving.now } });
      await recordStep(saving, 'changeRequest', { id: row.id, award }, 'ask', row.reason);
      return { reference: row.reference };
    },
    rules: {
      change_request_one_open: refuse('ChangeIsAsked', 'A change of this kind waits for an answer already.'),
    },
  });
}

function decideChange(
  kind: ChangeKind,
  { input, loaded, actor, now, newId, newReference }: Situation<Asked, Loaded>,
) {
  const { award, numbers, proposal, people } = loaded;
  if (stateOf(award, now) !== 'inDelivery')
    return refuse('DeliveryIsNotOn', 'A plan is changed between the contract and its closing.');
  const refused = proposalRefusal(award, proposal, people);
  if (refused) return refused;
  const { kind: _, ...stored } = proposal;
  const row = {
    id: newId(),
    reference: newReference(),
    awardId: award.id,
    number: numbers + 1,
    kind,
    side: sideOf(partsOf(actor, award)) ?? 'team',
    state: 'asked',
    reason: input.reason,
    proposal: JSON.parse(JSON.stringify(stored)) as object,
    askedById: isPerson(actor) ? actor.id : '',
  };
  const { id: subjectId, reference, side } = row;
  const data = { questionId: award.question.id, bidId: award.bidId, subjectId, reference, kind, side };
  const fact: FactDraft = { name: 'ChangeWasRequested', noun: 'award', nounId: award.id, data };
  return { change: { award, row }, facts: [fact] };
}
