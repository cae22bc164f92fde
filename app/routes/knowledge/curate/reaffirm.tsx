import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, dayValues, Form } from '~/components/form';
import { reaffirmFinding } from '~/domain/knowledge/commands/reaffirm-finding.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { addDays } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Confirm a finding');

/** Two years is when most evidence here is looked at again. */
const USUAL_DAYS = 730;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const finding = found(await ask(findingPage, actor, { reference: args.params.reference }));
  if (!finding.may.curate) throw forbidden('Only a coordinator can confirm a finding, once it is published.');
  const { reference, version } = finding;
  return {
    reference,
    title: version.title,
    values: { reviewBy: dayValues(addDays(actor.asOf, USUAL_DAYS)) },
  };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, reaffirmFinding, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.finding(reference),
    says: 'Finding confirmed',
  });

export default function Reaffirm() {
  const { reference, title, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Confirm that it still stands</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <DateInput
              label="Look at it again by"
              labelProps={{ size: 's' }}
              hint="In two years unless you know better"
              {...dateProps(fields.reviewBy)}
            />
            <ActionBar>
              <Button>Confirm it</Button>
              <a className="govuk-link" href={paths.finding(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
