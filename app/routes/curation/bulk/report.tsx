import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { bulkReport } from '~/domain/curation/queries/bulk-report.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { StatStrip } from '~/ui/report/stat-strip';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  return found(await ask(bulkReport, actor, { reference: args.params.reference }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.label ?? 'Desk');

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Report() {
  const view = useLoaderData<typeof loader>();
  const count = (is: (line: View['lines'][number]) => boolean) => view.lines.filter(is).length;
  const undone = [
    { value: count((line) => line.undoOutcome === 'undone'), label: 'put back' },
    { value: count((line) => line.undoOutcome === 'kept'), label: 'kept, changed since' },
  ];
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Desk', href: paths.desk() }, { text: view.label }]} />}
    >
      <h1 className="govuk-heading-l">{view.label}</h1>
      <p className="govuk-body">
        By {view.by} on {showInstant(view.doneAt)}.{' '}
        {view.undoneAt && <strong>Undone on {showInstant(view.undoneAt)}.</strong>}
      </p>
      <StatStrip
        stats={[
          { value: count((line) => line.outcome === 'done'), label: view.done },
          { value: count((line) => line.outcome === 'skipped'), label: 'skipped' },
          { value: count((line) => line.outcome === null), label: 'still to do' },
          ...(view.undoneAt ? undone : []),
        ]}
      />
      <Next view={view} />
      <ScrollingTable
        name="What became of each"
        head={['What', 'Outcome', 'Why']}
        rows={view.lines.map((line) => [
          line.title,
          <Outcome key={line.reference} line={line} />,
          line.undoWhy ?? line.why ?? '',
        ])}
      />
    </PageBody>
  );
}

function Next({ view }: { view: View }) {
  return (
    <ActionBar>
      {view.may.goOn && <Button href={paths.goOnWithBulkAction(view.reference)}>Go on with the rest</Button>}
      {view.may.undo && (
        <Button href={paths.undoBulkAction(view.reference)} variant="secondary">
          Undo
        </Button>
      )}
      <a className="govuk-link" href={paths.deskQueue(view.kind)}>
        Back to the queue
      </a>
      {!view.may.undo && !view.undoneAt && <span className="govuk-hint">{view.whyNotUndone}</span>}
    </ActionBar>
  );
}

function Outcome({ line }: { line: View['lines'][number] }) {
  if (line.undoOutcome === 'undone') return <Tag colour="blue">Put back</Tag>;
  if (line.outcome === 'done') return <Tag colour="green">Done</Tag>;
  return line.outcome === 'skipped' ? <Tag colour="grey">Skipped</Tag> : <Tag colour="yellow">To do</Tag>;
}
