import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { QuantityFields } from '~/components/elicitation/quantity-fields';
import { dateProps, fieldProps, Form } from '~/components/form';
import { openElicitation } from '~/domain/elicitation/commands/open-elicitation.server';
import { MOST_QUANTITIES } from '~/domain/elicitation/elicitation';
import { elicitationSubject } from '~/domain/elicitation/queries/elicitation-subject.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Ask experts to estimate');

const about = { question: z.string().max(20).optional(), finding: z.string().max(20).optional() };

export async function loader(args: LoaderFunctionArgs) {
  const subject = found(
    await ask(elicitationSubject, await personWhoAsks(args), readSearch(args.request, about)),
  );
  if (subject.kind === 'denied') throw forbidden(subject.why);
  return subject;
}

export const action = (args: ActionFunctionArgs) => {
  const { question = '', finding = '' } = readSearch(args.request, about);
  return act(args, openElicitation, {
    fixed: { question, finding },
    done: ({ reference }) => paths.elicitationExperts(reference),
    says: 'Opened. Now invite the experts.',
  });
};

const positions = Array.from({ length: MOST_QUANTITIES }, (_, index) => index + 1);

export default function AskToEstimate() {
  const { kind, reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = kind === 'question' ? paths.question(reference) : paths.finding(reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Ask experts to estimate</h1>
      <p className="govuk-body">
        Experts estimate apart, read each other without names, discuss, and estimate again (the IDEA
        protocol). What you ask and both closings are fixed once you open it. Nobody, you included, reads an
        estimate before its round closes.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput label="What is to be estimated, in a few words" {...fieldProps(fields['title'])} />
            <Textarea
              label="What the experts should know"
              hint="Definitions, data that there are, and what the estimate is for. No operational data."
              rows={6}
              {...fieldProps(fields['background'])}
            />
            {positions.map((position) => (
              <QuantityFields key={position} {...{ fields, position }} />
            ))}
            <DateInput
              label="First estimates close, at 5pm UK time, on"
              {...dateProps(fields['firstClosesOn'])}
            />
            <DateInput
              label="Discussion and second estimates close, at 5pm UK time, on"
              {...dateProps(fields['secondClosesOn'])}
            />
            <ActionBar>
              <Button once>Open it</Button>
              <a className="govuk-link" href={back}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
