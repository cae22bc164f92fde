import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalMoneyInput, optionalTextInput } from '../../form-inputs';
import { parseAddress } from '../../people/email-address';
import { referenceInput } from '../../reference-input';
import { isRefusal } from '../../refusal';
import { MOST_LEVELS } from '../approval';
import { addressesIn, maySetLevels, plannedLevels } from '../approval-levels';
import { levelsOwner } from '../load-levels-owner.server';

const level = z.strictObject({
  fromAmount: optionalMoneyInput(),
  role: z.enum(['', 'budgetHolder', 'seniorResponsibleOwner', 'coordinator']).default(''),
  people: optionalTextInput(2000),
});

/**
 * Sets which further approvals are asked for, or puts other people in. What waits keeps the number of its levels and
 * their amounts; who may give them changes at once.
 */
export const setApprovalLevels = command({
  name: 'approvals.set-levels',
  input: z.strictObject({
    of: z.enum(['team', 'organisation']),
    reference: referenceInput,
    levels: z.array(level).max(MOST_LEVELS).default([]),
  }),
  load: async ({ tx, input }) => {
    const owner = await levelsOwner(tx, input.of, input.reference);
    if (!owner) return null;
    const wanted = input.levels.flatMap(({ people }) => addressesIn(people));
    const emails = await tx.personEmail.findMany({
      where: {
        address: { in: wanted.flatMap((text) => parseAddress(text) ?? []) },
        verifiedAt: { not: null },
        person: { verifiedAt: { not: null }, suspendedAt: null, erasedAt: null },
      },
      select: { address: true, personId: true },
    });
    return { owner, known: new Map(emails.map(({ address, personId }) => [address, personId])) };
  },
  authorise: (actor, { owner }) => maySetLevels(actor, owner),
  subject: ({ owner: { kind, id } }) => ({ noun: kind, nounId: id }),
  decide: ({ input, loaded: { owner, known }, actor, newId }) => {
    const levels = plannedLevels(input.levels, known);
    if (isRefusal(levels)) return levels;
    if (!isPerson(actor)) throw new Error('authorised above');
    const { kind, id } = owner;
    const scheme = {
      id: newId(),
      setById: actor.id,
      ...(kind === 'team' ? { teamId: id } : { organisationId: id }),
    };
    return {
      change: { reference: owner.reference, scheme, levels: levels.map((one) => ({ ...one, id: newId() })) },
      facts: [
        {
          name: 'ApprovalLevelsWereSet',
          noun: kind,
          nounId: id,
          data: {
            amounts: levels.map(({ fromAmount }) => fromAmount),
            roles: levels.map(({ role }) => role ?? ''),
            personIds: levels.flatMap(({ personIds }) => personIds),
          },
        },
      ],
    };
  },
  save: async ({ tx, now }, { reference, scheme, levels }) => {
    await tx.approvalScheme.create({ data: { ...scheme, holdsFrom: now } });
    for (const { personIds, ...row } of levels) {
      await tx.approvalLevel.create({ data: { ...row, schemeId: scheme.id } });
      const people = personIds.map((personId) => ({ levelId: row.id, personId }));
      await tx.approvalLevelPerson.createMany({ data: people });
    }
    return { reference };
  },
});
