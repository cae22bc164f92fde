import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { UNDO_HOURS } from '~/domain/curation/bulk-action';
import { undoBulkAction } from '~/domain/curation/commands/undo-bulk-action.server';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { finishUndoing } from '~/domain/curation/finish-undoing.server';
import { bulkReport } from '~/domain/curation/queries/bulk-report.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act, type FormReply } from '~/web/act.server';
import { bannerCookie } from '~/web/banner.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  const { reference, label, done, lines, whyNotUndone } = found(
    await ask(bulkReport, actor, { reference: args.params.reference }),
  );
  return {
    reference,
    label,
    done,
    whyNotUndone,
    count: lines.filter(({ outcome }) => outcome === 'done').length,
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const decided: string[] = [];
  const reply = await act(args, undoBulkAction, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => {
      decided.push(reference);
      return paths.bulkAction(reference);
    },
  });
  const [reference] = decided;
  if (!reference) return reply;
  const { undone, kept } = await finishUndoing(actor, reference);
  const says =
    kept === 0 ? `All ${undone} put back` : `${undone} put back, ${kept} kept because they changed since`;
  return redirect(paths.bulkAction(reference), {
    status: 303,
    headers: { 'Set-Cookie': await bannerCookie(says) },
  });
}

export const meta: MetaFunction = () => pageTitle('Undo');

export default function UndoPage() {
  const { reference, label, done, count, whyNotUndone } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Desk', href: paths.desk() },
            { text: label, href: paths.bulkAction(reference) },
            { text: 'Undo' },
          ]}
        />
      }
    >
      <Form reply={reply}>
        {() => (
          <>
            <h1 className="govuk-heading-l">Undo: {label.toLowerCase()}</h1>
            <p className="govuk-body">
              {count} {count === 1 ? 'thing was' : 'things were'} {done}. Each goes back to how it stood,
              unless somebody has changed, rated or used it since: then it stays, and the report says why.
            </p>
            <p className="govuk-body">
              Notices that have gone out stay out; whoever had one is told of what was put back in the history
              of the thing. This can be done once, within {UNDO_HOURS} hours.
            </p>
            {whyNotUndone ? (
              <p className="govuk-body govuk-!-font-weight-bold">{whyNotUndone}</p>
            ) : (
              <ActionBar>
                <Button variant="warning" once>
                  Undo
                </Button>
                <a className="govuk-link" href={paths.bulkAction(reference)}>
                  Keep it
                </a>
              </ActionBar>
            )}
          </>
        )}
      </Form>
    </PageBody>
  );
}
