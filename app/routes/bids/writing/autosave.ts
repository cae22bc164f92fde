import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs } from '@remix-run/node';
import { saveBidSection } from '~/domain/bids/commands/save-bid-section.server';
import { sectionInput } from '~/domain/bids/content/section-input';
import { run } from '~/domain/command.server';
import { forbidden, notFound } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

const notSaved = { saved: false, stale: false, revision: null };

export const loader = () => {
  throw notFound();
};

/** Saves a section while its writer goes on; answers with the revision that the page now stands on. */
export async function action(args: ActionFunctionArgs) {
  const actor = await personWhoAsks(args);
  const form = await args.request.formData();
  form.set('reference', args.params['reference'] ?? '');
  const submission = parseWithZod(form, { schema: sectionInput });
  if (submission.status !== 'success') return notSaved;
  const outcome = await run(saveBidSection, actor, submission.value);
  if (outcome.kind === 'hidden') throw notFound();
  if (outcome.kind === 'denied') throw forbidden(outcome.why);
  if (outcome.kind !== 'done') return notSaved;
  const { revision, stale } = outcome.value;
  return { saved: !stale, stale, revision };
}
