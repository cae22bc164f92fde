import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { explainDataGap } from '~/domain/knowledge/commands/explain-data-gap.server';
import { linkDataset } from '~/domain/knowledge/commands/link-dataset.server';
import { unlinkDataset } from '~/domain/knowledge/commands/unlink-dataset.server';
import { mayReadDatasets } from '~/domain/knowledge/datasets/dataset-policy';
import { linkedDatasets } from '~/domain/knowledge/queries/linked-datasets.server';
import { mayLinkDataTo } from '~/domain/knowledge/queries/may-link-data.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

type Noun = 'question' | 'finding';

export async function loadLinkedData(args: LoaderFunctionArgs, noun: Noun) {
  const actor = await personWhoAsks(args);
  const about = { noun, reference: args.params['reference'] };
  const may = await ask(mayLinkDataTo, actor, about);
  const data = await ask(linkedDatasets, actor, { ...about, choosing: may?.link ?? false });
  if (may) permitted(mayReadDatasets(actor));
  return { data: found(data), mayLink: may?.link ?? false, reference: args.params['reference'] ?? '' };
}

/** The three forms of the page: link, take away, and say why there are none. */
export async function actOnLinkedData(args: ActionFunctionArgs, noun: Noun) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const reference = args.params['reference'] ?? '';
  const done = () =>
    (noun === 'question' ? paths.questionDatasets : paths.findingDatasets)(reference.replace('-', ''));
  if (intent === 'explain' && noun === 'question')
    return act(args, explainDataGap, { form, fixed: { reference }, done, says: 'The reason is recorded' });
  const acting = { form, fixed: { noun, reference }, done };
  return intent === 'unlink'
    ? act(args, unlinkDataset, { ...acting, says: 'The link is gone' })
    : act(args, linkDataset, { ...acting, says: 'Linked' });
}
