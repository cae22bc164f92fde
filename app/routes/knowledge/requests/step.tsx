import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, dayValues, fieldProps, Form } from '~/components/form';
import { requestPage } from '~/domain/requests/queries/request-page.server';
import { KIND_WORDS } from '~/domain/requests/request';
import { ask } from '~/domain/query.server';
import { addDays } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, notFound } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { STEPS, stepNamed } from './steps';
import { takeStep } from './take-step.server';

export const meta = () => pageTitle('A step of a request');

const USUAL_DAYS = 90;

export async function loader(args: LoaderFunctionArgs) {
  const step = stepNamed(args.params.step);
  const actor = await personWhoAsks(args);
  if (!step) throw notFound();
  const request = found(await ask(requestPage, actor, { reference: args.params.reference }));
  if (!request.may[STEPS[step].needs])
    throw forbidden('This request has ended, or somebody else has to answer it.');
  const { reference, kind, about, reason } = request;
  const isWordedByOne = step === 'accept' && kind === 'deletion';
  const values = { text: isWordedByOne ? reason : '', until: dayValues(addDays(actor.asOf, USUAL_DAYS)) };
  return { step, reference, kind, title: about.title, values };
}

export const action = (args: ActionFunctionArgs) => tellIfGone(args, loader, takeStep(args));

export default function Step() {
  const { step, reference, kind, title, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { heading, label, hint, button } = STEPS[step];
  return (
    <PageBody before={<BackLink href={paths.request(reference)} />}>
      <span className="govuk-caption-xl">
        {KIND_WORDS[kind].name}: {title}
      </span>
      <h1 className="govuk-heading-xl">{heading}</h1>
      {step === 'accept' && <p className="govuk-body">{KIND_WORDS[kind].accepting}</p>}
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            {step === 'accept' && kind === 'access' && (
              <DateInput
                label="Last day of the access"
                labelProps={{ size: 's' }}
                {...dateProps(fields.until)}
              />
            )}
            <Textarea label={label} hint={hint} rows={4} {...fieldProps(fields.text)} />
            <ActionBar>
              <Button once>{button}</Button>
              <a className="govuk-link" href={paths.request(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
