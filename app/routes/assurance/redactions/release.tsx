import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RequestCrumbs } from '~/components/assurance/request-form-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { checkRelease } from '~/domain/assurance/commands/check-release.server';
import { releasePage } from '~/domain/assurance/queries/release-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(releasePage, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, checkRelease, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.release(reference),
    says: 'Your check is recorded',
  });

export const meta: MetaFunction = () => pageTitle('Check a release');

export default function Release() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { releasedAt, returnedAt, checkedBy } = view;
  return (
    <PageBody
      before={<RequestCrumbs request={{ reference: view.request, title: view.title }} here="Release" />}
    >
      {!view.mayCheck && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">{view.questionTitle}</span>
      <h1 className="govuk-heading-l">Redacted pack</h1>
      <SummaryList
        rows={[
          { key: 'Prepared', value: `${showInstant(view.preparedAt)} by ${view.preparedBy}` },
          { key: 'Redactions', value: view.redactions },
          { key: 'Manifest', value: <code className="break-words">{view.manifestHash}</code> },
          releasedAt !== null && {
            key: 'Released',
            value: `${showInstant(releasedAt)} by ${checkedBy ?? ''}`,
          },
          returnedAt !== null && {
            key: 'Returned',
            value: `${showInstant(returnedAt)} by ${checkedBy ?? ''}`,
          },
          view.returnedReason !== null && { key: 'What has to change', value: view.returnedReason },
        ]}
      />
      <Button href={paths.releaseFile(view.reference)} variant="secondary" download>
        Download the redacted pack
      </Button>
      {view.why !== null && <InsetText>{view.why}</InsetText>}
      {view.mayCheck && (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Radios
                label="Have you read it, and may it be released?"
                items={[
                  { value: 'release', label: 'Release it as it is' },
                  { value: 'return', label: 'Return it' },
                ]}
                {...fieldProps(fields['decision'])}
              />
              <Textarea
                label="If you return it, what has to change?"
                rows={4}
                {...fieldProps(fields['reason'])}
              />
              <Button once>Record the check</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
