import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { judgeSignal } from '~/domain/elicitation/commands/judge-signal.server';
import {
  likelihoods,
  showLikelihood,
  SIGNAL_CONFIDENCES,
  signalConfidences,
} from '~/domain/elicitation/horizon/yardstick';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { signalToKeep } from './keeping.server';

export const meta = () => pageTitle('How likely it is');

export async function loader(args: LoaderFunctionArgs) {
  const { signal } = await signalToKeep(args);
  const [latest] = signal.judgements;
  const values = latest && { likelihood: latest.likelihood, confidence: latest.confidence };
  return { reference: signal.reference, title: signal.title, values };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, judgeSignal, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.signal(reference),
    says: 'Recorded. The judgements before it stay.',
  });

export default function JudgeSignal() {
  const { reference, title, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.signal(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">How likely it is to matter</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <Radios
              label="How likely"
              hint="In the words of the probability yardstick. What lies between two ranges goes to the nearer."
              labelProps={{ size: 's' }}
              items={likelihoods.map((value) => ({ value, label: showLikelihood(value) }))}
              {...fieldProps(fields['likelihood'])}
            />
            <Radios
              label="How sound that judgement is"
              labelProps={{ size: 's' }}
              items={signalConfidences.map((value) => ({ value, label: SIGNAL_CONFIDENCES[value] }))}
              {...fieldProps(fields['confidence'])}
            />
            <Textarea label="Why" rows={5} {...fieldProps(fields['reason'])} />
            <ActionBar>
              <Button once>Record the judgement</Button>
              <a className="govuk-link" href={paths.signal(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
