import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StepFields } from '~/components/data-access/step-fields';
import { dayValues, Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { dataRequestPage } from '~/domain/requests/queries/data/data-request-page.server';
import { NO_PART } from '~/domain/requests/data/data-form';
import { CLOSINGS, tallyInWords, type Closing } from '~/domain/requests/data/data-request';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, notFound } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { STEPS, stepNamed } from './steps';
import { takeStep } from './take-step.server';

export const meta = () => pageTitle('A step of a request for data');

export async function loader(args: LoaderFunctionArgs) {
  const step = stepNamed(args.params['step']);
  const actor = await personWhoAsks(args);
  if (!step) throw notFound();
  const request = found(await ask(dataRequestPage, actor, { reference: args.params['reference'] }));
  if (!request.may[STEPS[step].needs])
    throw forbidden('This request has ended, or somebody else takes this step.');
  const own = actor.kind === 'person' && request.opinions.find(({ personId }) => personId === actor.id);
  const given = own ? { opinion: own.opinion ?? NO_PART, reason: own.reason, conflict: own.conflict } : {};
  const { reference, dataset, endsOn, closing, closingNote, may, tally, seats } = request;
  return {
    ...{ step, reference, dataset, closing, closingNote, panel: may.panel },
    said: step === 'decision' && tally ? tallyInWords(tally, seats) : null,
    values: { ...given, ...(step === 'decision' ? { expiresOn: dayValues(endsOn) } : {}) },
  };
}

export const action = (args: ActionFunctionArgs) => tellIfGone(args, loader, takeStep(args));

export default function Step() {
  const { step, reference, dataset, values, panel, closing, closingNote, said } =
    useLoaderData<typeof loader>();
  const { heading, button } = STEPS[step];
  return (
    <PageBody before={<BackLink href={paths.dataRequest(reference)} />}>
      <span className="govuk-caption-xl">{dataset.name}</span>
      <h1 className="govuk-heading-xl">{heading}</h1>
      {step === 'confirmation' && (
        <p className="govuk-body">
          Whoever had the access says: {CLOSINGS[(closing ?? 'returned') as Closing]}. {closingNote}
        </p>
      )}
      {said !== null && <p className="govuk-body">{said}</p>}
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <StepFields {...{ step, fields, panel }} />
            <ActionBar>
              <Button once>{button}</Button>
              <a className="govuk-link" href={paths.dataRequest(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
