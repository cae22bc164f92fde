import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RedactionList } from '~/components/assurance/redaction-list';
import { RequestCrumbs } from '~/components/assurance/request-form-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Form } from '~/components/form';
import { prepareRelease } from '~/domain/assurance/commands/prepare-release.server';
import { settleRedaction } from '~/domain/assurance/commands/settle-redaction.server';
import { redactionsPage } from '~/domain/assurance/queries/redactions-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

const asked = ({ params }: LoaderFunctionArgs) => ({
  reference: params['reference'] ?? '',
  question: params['question'] ?? '',
});

export const loader = async (args: LoaderFunctionArgs) =>
  seen(await ask(redactionsPage, await personWhoAsks(args), asked(args)));

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const fixed = asked(args);
  if (form.has('redaction'))
    return act(args, settleRedaction, {
      form,
      fixed,
      done: ({ request, question }) => paths.redactions(request, question),
    });
  return act(args, prepareRelease, {
    form,
    fixed,
    done: ({ reference }) => paths.release(reference),
    says: 'The release is prepared. A second person checks it.',
  });
}

export const meta: MetaFunction = () => pageTitle('What is withheld');

export default function Redactions() {
  const view = useLoaderData<typeof loader>();
  const { reference, question, standing, isClosed } = view;
  const isOpen = standing === null && !isClosed;
  return (
    <PageBody before={<RequestCrumbs request={view} here="What is withheld" />} wide>
      <RefusalSummary reply={useActionData<FormReply>()} />
      <span className="govuk-caption-l">{question.title}</span>
      <h1 className="govuk-heading-l">What is withheld of the pack</h1>
      {standing !== null && (
        <InsetText>
          <a className="govuk-link" href={paths.release(standing)}>
            A release was prepared
          </a>
          . What is withheld changes once it is returned.
        </InsetText>
      )}
      <RedactionList redactions={view.redactions} isOpen={isOpen} />
      {isOpen && (
        <Form id="prepare">
          {() => (
            <>
              <p className="govuk-body">
                The redacted pack is kept as it is made now. A second person checks it before it is released.
              </p>
              <Button once>Prepare the release</Button>
            </>
          )}
        </Form>
      )}
      <h2 className="govuk-heading-m">What the pack holds</h2>
      {view.stages.map(({ title, files }) => (
        <div key={title}>
          <h3 className="govuk-heading-s">{title}</h3>
          <ul className="govuk-list govuk-list--bullet">
            {files.map(({ name, title: file, records, withheld }) => (
              <li key={name}>
                <a className="govuk-link" href={paths.redactSet(reference, question.reference, name)}>
                  {file}
                </a>
                : {records} {records === 1 ? 'record' : 'records'}
                {withheld > 0 && `, ${withheld} withheld`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </PageBody>
  );
}
