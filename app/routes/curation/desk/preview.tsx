import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dayValues, Form } from '~/components/form';
import { ACTIONS, BULK_ACTIONS } from '~/domain/curation/bulk-action';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { bulkPreview } from '~/domain/curation/queries/bulk-preview.server';
import { isQueueKind, QUEUES } from '~/domain/curation/queue';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import type { FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, notFound, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { ActionFields } from './action-fields';
import { PreviewLines } from './preview-lines';
import { startAndApply } from './start.server';

const search = {
  action: z.enum(BULK_ACTIONS),
  item: z.array(z.string().max(20)).max(200).optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  const { kind } = args.params;
  const { action, item } = readSearch(args.request, search);
  if (!isQueueKind(kind) || ACTIONS[action].kind !== kind) throw notFound();
  if (!item) throw redirect(paths.deskQueue(kind, { selected: 'none' }));
  const [preview, tags] = await Promise.all([
    ask(bulkPreview, actor, { action, items: item }),
    ACTIONS[action].asks === 'tags' ? ask(termChoices, actor, { schemes: ['threatArea', 'strand'] }) : [],
  ]);
  const nextYear = new Date(actor.asOf);
  nextYear.setUTCFullYear(nextYear.getUTCFullYear() + 1);
  return { ...found(preview), tags: tags ?? [], queue: QUEUES[kind].title, reviewBy: nextYear };
}

export const action = (args: ActionFunctionArgs) =>
  startAndApply(args, {
    to: paths.bulkAction,
    says: ({ done, skipped }) => (skipped === 0 ? `All ${done} done` : `${done} done, ${skipped} skipped`),
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Preview: ${data.label}` : 'Desk');

export default function Preview() {
  const { action, kind, queue, label, changes, asks, undoable, lines, tags, reviewBy } =
    useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const willBeDone = lines.filter((line) => line.skipped === null);
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[
            { text: 'Desk', href: paths.desk() },
            { text: queue, href: paths.deskQueue(kind) },
            { text: 'Preview' },
          ]}
        />
      }
    >
      <Form reply={reply} values={{ reviewBy: dayValues(reviewBy) }}>
        {(fields) => (
          <>
            <h1 className="govuk-heading-l">Preview: {label.toLowerCase()}</h1>
            <p className="govuk-body-l">
              {willBeDone.length} of {lines.length} will change. {changes}{' '}
              {undoable ? 'You can undo it for 24 hours.' : 'It cannot be undone.'}
            </p>
            <input type="hidden" name="action" value={action} />
            {lines.map(({ reference }) => (
              <input key={reference} type="hidden" name="items" value={reference} />
            ))}
            {willBeDone.length > 0 && (
              <>
                <ActionFields asks={[asks]} fields={fields} tags={tags} />
                <ActionBar>
                  <Button once>
                    {label}: {willBeDone.length}
                  </Button>
                  <a className="govuk-link" href={paths.deskQueue(kind)}>
                    Change nothing
                  </a>
                </ActionBar>
              </>
            )}
            {willBeDone.length === 0 && (
              <a className="govuk-link" href={paths.deskQueue(kind)}>
                Back to the queue
              </a>
            )}
            <PreviewLines lines={lines} />
          </>
        )}
      </Form>
    </PageBody>
  );
}
