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
import { undoPreview } from '~/domain/curation/queries/undo-preview.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
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
  const would = whyNotUndone ? [] : found(await ask(undoPreview, actor, { reference }));
  return {
    ...{ reference, label, done, whyNotUndone },
    lines: would.map((one) => ({
      ...one,
      title: lines.find((line) => line.reference === one.reference)?.title ?? one.reference,
    })),
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
  const { reference, label, done, lines, whyNotUndone } = useLoaderData<typeof loader>();
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
            {whyNotUndone === null && <WhatGoesBack done={done} lines={lines} />}
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

interface Would {
  done: string;
  lines: { reference: string; title: string; stays: string | null }[];
}

function WhatGoesBack({ done, lines }: Would) {
  const back = lines.filter(({ stays }) => stays === null).length;
  return (
    <>
      <p className="govuk-body">
        {lines.length} {lines.length === 1 ? 'thing was' : 'things were'} {done}. {back} of them{' '}
        {back === 1 ? 'goes' : 'go'} back to how {back === 1 ? 'it' : 'they'} stood. What somebody changes,
        rates or uses until then stays too, and the report says why.
      </p>
      <ScrollingTable
        name="What would be put back"
        head={['What', 'What would happen']}
        rows={lines.map(({ title, stays }) => [title, stays === null ? 'Goes back' : `Stays. ${stays}`])}
      />
    </>
  );
}
