import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { validateValue } from '~/domain/measures/commands/validate-value.server';
import { mayReadMeasures } from '~/domain/measures/measure-policy';
import { valueToCheck } from '~/domain/measures/queries/value-to-check.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Validate a figure');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMeasures(actor));
  const value = found(await ask(valueToCheck, actor, { reference: args.params['reference'] }));
  if (!value.may.validate)
    throw forbidden(
      'A figure with evidence is validated by a member of a team or a coordinator who did not record it.',
    );
  return value;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, validateValue, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Validated',
  });

export default function ValidateFigure() {
  const { measure, title, source, evidence } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.measureRecord(measure)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Validate this figure</h1>
      <p className="govuk-body">Its source: {source}</p>
      <p className="govuk-body">Its evidence: {evidence}</p>
      <ReasonForm
        reply={reply}
        name="note"
        label="What you checked"
        button="It is right"
        backHref={paths.measureRecord(measure)}
      />
    </PageBody>
  );
}
