import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { desk } from '~/domain/curation/queries/desk.server';
import { ask } from '~/domain/query.server';
import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  return found(await ask(desk, actor, {}));
}

export const meta: MetaFunction = () => pageTitle('Desk');

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Desk() {
  const { queues, waiting, recent } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-l">Desk</h1>
      <Lede>
        {waiting === 0
          ? 'Nothing waits for a coordinator.'
          : `${waiting.toLocaleString('en-GB')} ${waiting === 1 ? 'thing waits' : 'things wait'} for a coordinator.`}
      </Lede>
      <ScrollingTable
        name="What waits"
        caption="What waits"
        captionSize="m"
        head={['Queue', { content: 'Waiting', format: 'numeric' }, 'Since']}
        rows={queues.map((queue) => [
          <div key={queue.kind}>
            <a className="govuk-link" href={paths.deskQueue(queue.kind)}>
              {queue.title}
            </a>
            <div className="govuk-hint govuk-!-margin-bottom-0">{queue.about}</div>
          </div>,
          { content: queue.count, format: 'numeric' as const },
          queue.oldest ? showDay(queue.oldest) : 'Nothing waits',
        ])}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.invitations()}>
          Invitations into the network
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.requestLog()}>
          Requests for information
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.askedExperts()}>
          How experts answer when they are asked
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.thresholds()}>
          Procurement thresholds
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.letterTemplates()}>
          Templates of letters about decisions
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.privateTerms()}>
          Terms that only coordinators see
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.duplicatePeople()}>
          People who may be the same
        </a>
      </p>
      <h2 className="govuk-heading-m">Done lately</h2>
      <Recent recent={recent} />
    </PageBody>
  );
}

function Recent({ recent }: { recent: View['recent'] }) {
  if (recent.length === 0)
    return (
      <EmptyState title="Nothing was decided from the desk yet">
        Open a queue, select some or all of it, look at the preview, then apply. What you do here can be
        undone for a day.
      </EmptyState>
    );
  return (
    <ScrollingTable
      name="Done lately"
      head={['When', 'What', { content: 'Done', format: 'numeric' }, 'By', 'State']}
      rows={recent.map((action) => [
        <a key={action.reference} className="govuk-link" href={paths.bulkAction(action.reference)}>
          {showInstant(action.doneAt)}
        </a>,
        action.label,
        { content: action.done, format: 'numeric' as const },
        action.by,
        action.undoneAt ? 'Undone' : 'In force',
      ])}
    />
  );
}
