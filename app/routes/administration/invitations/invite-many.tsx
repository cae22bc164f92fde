import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Form } from '~/components/form';
import { MOST_LINES } from '~/domain/people/invitations/invitation-list';
import { mayInvite } from '~/domain/people/person-policy';
import { invitationPlan } from '~/domain/people/queries/invitation-plan.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { FileUpload } from '~/ui/forms/file-upload';
import { ErrorSummary } from '~/ui/forms/error-summary';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { DryRun } from './dry-run';
import { listOf } from './list-of.server';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayInvite(await personWhoAsks(args)));
  return null;
}

/** The dry run: shows what each line would come to, and changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayInvite(actor));
  const { list, fits } = await listOf(await args.request.formData());
  if (!fits)
    return data({ list, fault: 'Paste or upload a list of 200,000 characters at most' }, { status: 422 });
  const plan = found(await ask(invitationPlan, actor, { list }));
  return 'fault' in plan
    ? data({ list, fault: plan.fault }, { status: 422 })
    : data({ list, rows: plan.rows });
}

export const meta = () => pageTitle('Invite many');

export default function InviteMany() {
  const answer = useActionData<typeof action>();
  if (answer && 'rows' in answer) return <DryRun list={answer.list} rows={answer.rows} />;
  const fault = answer && 'fault' in answer ? answer.fault : undefined;
  return (
    <PageBody before={<BackLink href={paths.invitations()} />}>
      {fault && <ErrorSummary errors={[{ field: 'list', message: fault }]} />}
      <h1 className="govuk-heading-xl">Invite many from a list</h1>
      <p className="govuk-body">
        Paste or upload a CSV list of up to {MOST_LINES} people. Nothing is sent before you have seen what
        each line comes to.
      </p>
      <Details summary="What the list looks like">
        <p>The first line names the columns. Only email is needed; roles are separated by semicolons.</p>
        <pre className="overflow-x-auto">
          {
            'email,name,organisation,team,roles,expert\nada@example.ac.uk,Ada Example,University of Leeds,,,yes\nbo@example.gov.uk,Bo Example,Home Office,Serious crime,author;evaluator,no'
          }
        </pre>
      </Details>
      <Form multipart>
        {() => (
          <>
            <Textarea
              label="The list"
              name="list"
              rows={10}
              spellCheck={false}
              error={fault}
              defaultValue={answer?.list}
            />
            <FileUpload label="Or a CSV file" name="file" accept=".csv,text/csv,text/plain" />
            <Button once>Check the list</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
