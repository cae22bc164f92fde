import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { LONGEST_GRANT_DAYS } from '../file-access/file-access';
import { mayGiveFiles } from '../file-access/file-policy';
import { lockedFiles } from '../file-access/files-standing.server';

/** Lets one person read the files until a day; a grant that runs gives way to the new one. */
export const grantFileAccess = command({
  name: 'knowledge.grant-file-access',
  input: z.strictObject({
    reference: referenceInput,
    personId: z.uuid(),
    until: dayInput('Enter the last day of the access'),
    conditions: optionalTextInput(3000),
  }),
  load: ({ tx, actor, input: { reference } }) => lockedFiles(tx, reference, actor),
  authorise: (actor, { files }) => mayGiveFiles(actor, files),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input: { personId, until, conditions }, loaded: { finding }, actor, now, newId }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const today = ukDay(now);
    if (until < today) return refuseField('GrantIsOver', 'until', 'The last day must be today or later');
    if (until > addDays(today, LONGEST_GRANT_DAYS))
      return refuseField('GrantIsTooLong', 'until', 'Access lasts a year at most');
    const row = { id: newId(), findingId: finding.id, personId, until, conditions, grantedById: actor.id };
    const data = { grantId: row.id, personId, until: isoDay(until) };
    return {
      change: { row, reference: finding.reference },
      facts: [{ name: 'FileAccessWasGranted', noun: 'finding', nounId: finding.id, data }],
    };
  },
  save: async ({ tx, now }, { row, reference }) => {
    const { findingId, personId, grantedById: endedById } = row;
    await tx.fileGrant.updateMany({
      where: { findingId, personId, endedAt: null },
      data: { endedAt: now, endedById },
    });
    await tx.fileGrant.create({ data: { ...row, grantedAt: now } });
    return { reference };
  },
});
