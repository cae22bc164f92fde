import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { desk } from '~/domain/curation/queries/desk.server';
import { ask } from '~/domain/query.server';
import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { LinkList } from '~/ui/navigation/link-list';
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
      <Waiting queues={queues.filter(({ count }) => count > 0)} />
      <Empty queues={queues.filter(({ count }) => count === 0)} />
      <h2 className="govuk-heading-m">Also kept here</h2>
      <LinkList
        links={[
          { href: paths.invitations(), text: 'Invitations into the network' },
          { href: paths.requestLog(), text: 'Requests for information' },
          { href: paths.askedExperts(), text: 'How experts answer when they are asked' },
          { href: paths.thresholds(), text: 'Procurement thresholds' },
          { href: paths.letterTemplates(), text: 'Templates of letters about decisions' },
          { href: paths.privateTerms(), text: 'Terms that only coordinators see' },
          { href: paths.duplicatePeople(), text: 'People who may be the same' },
        ]}
      />
      <h2 className="govuk-heading-m">Done lately</h2>
      <Recent recent={recent} />
    </PageBody>
  );
}

const isOlder = (one: View['queues'][number], other: View['queues'][number]): number =>
  new Date(one.oldest ?? 0).getTime() - new Date(other.oldest ?? 0).getTime();

function Waiting({ queues }: Pick<View, 'queues'>) {
  if (queues.length === 0) return null;
  return (
    <ScrollingTable
      name="What waits"
      caption="What waits, the oldest first"
      captionSize="m"
      head={['Queue', { content: 'Waiting', format: 'numeric' }, 'Since']}
      rows={queues.toSorted(isOlder).map(({ kind, title, about, count, oldest }) => [
        <div key={kind}>
          <a className="govuk-link" href={paths.deskQueue(kind)}>
            {title}
          </a>
          <div className="govuk-hint govuk-!-margin-bottom-0">{about}</div>
        </div>,
        { content: count, format: 'numeric' as const },
        oldest ? showDay(oldest) : '',
      ])}
    />
  );
}

/** What is looked after and is clear: out of the way, and there to be read of. */
function Empty({ queues }: Pick<View, 'queues'>) {
  if (queues.length === 0) return null;
  return (
    <Details summary={queues.length === 1 ? 'One queue is clear' : `${queues.length} queues are clear`}>
      <ul className="govuk-list govuk-list--spaced">
        {queues.map(({ kind, title, about }) => (
          <li key={kind}>
            <a className="govuk-link" href={paths.deskQueue(kind)}>
              {title}
            </a>
            <div className="govuk-hint govuk-!-margin-bottom-0">{about}</div>
          </li>
        ))}
      </ul>
    </Details>
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
