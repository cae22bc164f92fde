import { z } from 'zod';
import { command } from '../../command.server';
import { optionalDayInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField, type Refusal } from '../../refusal';
import { addDays, ukDay } from '../../uk-time';
import {
  changesNothing,
  LONGEST_EMBARGO_DAYS,
  prolongsSilently,
  type FileAccess,
} from '../file-access/file-access';
import { mayKeepFiles } from '../file-access/file-policy';
import { lockedFiles } from '../file-access/files-standing.server';
import { reasonInput } from '../finding-form';

const input = z.strictObject({
  reference: referenceInput,
  level: z.enum(['open', 'restricted', 'embargoed'], { error: 'Choose who may read the files' }),
  opensOn: optionalDayInput('the end of the embargo'),
  reason: reasonInput('Say why'),
  conditions: optionalTextInput(3000, 'Conditions'),
});

function wrongDay(level: FileAccess['level'], opensOn: Date | null, now: Date): Refusal | null {
  if (level !== 'embargoed') return null;
  if (!opensOn) return refuseField('EmbargoNeedsADay', 'opensOn', 'Enter the day on which the files open');
  const today = ukDay(now);
  if (opensOn <= today)
    return refuseField('EmbargoIsOver', 'opensOn', 'The day on which the files open must be in the future');
  return opensOn > addDays(today, LONGEST_EMBARGO_DAYS)
    ? refuseField('EmbargoIsTooLong', 'opensOn', 'An embargo lasts ten years at most')
    : null;
}

const SAME_REASON = 'Say what has changed since: an embargo is not prolonged under the reason it had';

/** Opens the files of a finding, restricts them or sets a day on which they open. The record stays as it is. */
export const setFileAccess = command({
  name: 'knowledge.set-file-access',
  input,
  load: ({ tx, actor, input: { reference } }) => lockedFiles(tx, reference, actor),
  authorise: (actor, { files }) => mayKeepFiles(actor, files),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  rules: {
    EmbargoNeedsAnotherReason: refuseField('EmbargoNeedsAnotherReason', 'reason', SAME_REASON),
  },
  decide: ({ input: asked, loaded: { finding, files }, actor, now, newId }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const { level, reason } = asked;
    const opensOn = level === 'embargoed' ? (asked.opensOn ?? null) : null;
    const wrong = wrongDay(level, opensOn, now);
    if (wrong) return wrong;
    const access: FileAccess = {
      level,
      opensOn,
      reason,
      conditions: level === 'open' ? '' : asked.conditions,
    };
    if (changesNothing(files.access, access))
      return refuse('NothingChanges', 'That is what is set already.', { stale: true });
    if (prolongsSilently(files.access, access))
      return refuseField('EmbargoNeedsAnotherReason', 'reason', SAME_REASON);
    const row = { id: newId(), findingId: finding.id, ...access, setById: actor.id };
    const data = { level, accessId: row.id, opensOn: opensOn?.toISOString().slice(0, 10) ?? null };
    return {
      change: { row, reference: finding.reference, isDraft: finding.publishedAt === null },
      facts: [{ name: 'FileAccessWasSet', noun: 'finding', nounId: finding.id, data }],
    };
  },
  save: async ({ tx, now }, { row, reference, isDraft }) => {
    const { findingId } = row;
    await tx.fileAccess.updateMany({ where: { findingId, replacedAt: null }, data: { replacedAt: now } });
    await tx.fileAccess.create({ data: { ...row, setAt: now } });
    return { reference, isDraft };
  },
});
