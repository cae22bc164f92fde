import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { applyBulkAction } from '~/domain/curation/apply-bulk-action.server';
import { finishUndoing } from '~/domain/curation/finish-undoing.server';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { bulkReport } from '~/domain/curation/queries/bulk-report.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, permitted } from '~/web/reply.server';
import { memberWhoAsks, type Arrival } from '~/web/who.server';

async function interrupted(args: Arrival) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  const report = found(await ask(bulkReport, actor, { reference: args.params.reference }));
  if (!report.may.goOn) throw forbidden('Only whoever started it can go on with what is left of it.');
  return { actor, report };
}

export async function loader(args: LoaderFunctionArgs) {
  const { report } = await interrupted(args);
  const { lines, undoneAt } = report;
  const left = lines.filter((line) =>
    undoneAt ? line.outcome === 'done' && !line.undoOutcome : !line.outcome,
  ).length;
  return { reference: report.reference, label: report.label, left };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, report } = await interrupted(args);
  if (report.undoneAt) await finishUndoing(actor, report.reference);
  else await applyBulkAction(actor, report.reference);
  return redirect(paths.bulkAction(report.reference), { status: 303 });
}

export const meta: MetaFunction = () => pageTitle('Go on');

export default function GoOn() {
  const { reference, label, left } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.bulkAction(reference)} />}>
      <Form>
        {() => (
          <>
            <h1 className="govuk-heading-l">Go on: {label.toLowerCase()}</h1>
            <p className="govuk-body">
              It was interrupted with {left} still to do. What was done stays done.
            </p>
            <Button once>Go on with the rest</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
