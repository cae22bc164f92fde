import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Lines } from '~/components/lines';
import { fieldProps, Form } from '~/components/form';
import { decideInterest } from '~/domain/evaluation/commands/decide-interest.server';
import { declarationsPage } from '~/domain/evaluation/queries/declarations-page.server';
import { ask } from '~/domain/query.server';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference, person, stage } = args.params;
  const view = seen(await ask(declarationsPage, actor, { reference }));
  const declarations = view.stages.find((one) => one.stage === stage)?.declarations ?? [];
  const of = parseReference(person ?? '');
  const one = found(declarations.find((declared) => declared.person === of) ?? null);
  if (!one.decides)
    throw forbidden(
      'The senior responsible owner decides about a declared interest, or a coordinator about one of the owner.',
    );
  return {
    question: { reference: view.reference, title: view.title },
    one,
    chain: await chainOfEvaluation(actor, view.reference),
  };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, decideInterest, {
      fixed: {
        reference: args.params['reference'] ?? '',
        person: args.params['person'] ?? '',
        stage: args.params['stage'] ?? '',
      },
      done: ({ reference }) => paths.declarations(reference),
      says: 'Your decision is recorded',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Decide on an interest', data.question.title] : ['Not found']));

export default function Decide() {
  const { question, one, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={question} here="Decide on an interest">
      <span className="govuk-caption-l">{one.capacity}</span>
      <h1 className="govuk-heading-l">The interest of {one.name}</h1>
      <Lines text={one.details} />
      {one.about.length > 0 && <p className="govuk-body">About: {one.about.join(', ')}</p>}
      <Form reply={reply}>
        {(fields) => (
          <>
            <Radios
              label="Is this a conflict?"
              items={[
                {
                  value: 'confirm',
                  label: 'Yes, confirm it',
                  hint: 'They see nothing more of this evaluation, counts included. On a funding call, of the bids concerned.',
                },
                { value: 'dismiss', label: 'No, dismiss it', hint: 'They take part as before.' },
              ]}
              {...fieldProps(fields['decision'])}
            />
            <Textarea label="Your reason" hint="Kept on file" rows={4} {...fieldProps(fields['reason'])} />
            <Button once>Record the decision</Button>
          </>
        )}
      </Form>
    </EvaluationPage>
  );
}
