import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ACTIONS, actionsOn } from '~/domain/curation/bulk-action';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { cursorInput } from '~/domain/cursor';
import { queueList } from '~/domain/curation/queries/queue-list.server';
import { isQueueKind, QUEUES } from '~/domain/curation/queue';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { ErrorSummary } from '~/ui/forms/error-summary';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, notFound, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { Selection } from './selection';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  const { kind } = args.params;
  if (!isQueueKind(kind)) throw notFound();
  const search = readSearch(args.request, {
    after: cursorInput.optional(),
    all: z.literal('1').optional(),
    selected: z.literal('none').optional(),
  });
  const list = found(await ask(queueList, actor, { kind, after: search.after, all: search.all === '1' }));
  const actions = actionsOn(kind).map((name) => ({ name, label: ACTIONS[name].label }));
  return {
    ...list,
    kind,
    queue: QUEUES[kind],
    actions,
    allTicked: search.all === '1',
    noneSelected: search.selected === 'none',
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.queue.title ?? 'Desk');

export default function Queue() {
  const { kind, queue, lines, total, next, actions, allTicked, noneSelected } =
    useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Desk', href: paths.desk() }, { text: queue.title }]} />}
    >
      {noneSelected && lines.length > 0 && (
        <ErrorSummary errors={[{ field: 'item', message: 'Select at least one, then choose what to do' }]} />
      )}
      <h1 className="govuk-heading-l">{queue.title}</h1>
      <p className="govuk-body">
        {queue.about}
        {queue.search && (
          <>
            {' '}
            <a className="govuk-link" href={paths.search(queue.search)}>
              Search for {queue.search}
            </a>
          </>
        )}
      </p>
      {lines.length === 0 ? (
        <EmptyState
          title="This queue is clear"
          action={
            <a className="govuk-link" href={paths.desk()}>
              Back to the desk
            </a>
          }
        >
          What comes in later stands here, what waits longest first.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">
            {lines.length} of {total.toLocaleString('en-GB')} shown.
          </p>
          <Selection kind={kind} lines={lines} actions={actions} allTicked={allTicked} since={queue.since} />
        </>
      )}
      <Pagination
        {...(next
          ? { next: { href: paths.deskQueue(kind, { after: next, ...(allTicked ? { all: '1' } : {}) }) } }
          : {})}
      />
    </PageBody>
  );
}
