import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { fieldProps, Form } from '~/components/form';
import { queryScore } from '~/domain/evaluation/commands/query-score.server';
import { consensusPage } from '~/domain/evaluation/queries/consensus-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { notFound } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(consensusPage, actor, { reference: args.params['reference'] }));
  const criterion = view.criteria.find(({ position }) => String(position) === args.params['position']);
  if (!criterion) throw notFound();
  return { view, criterion, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, queryScore, {
    fixed: { reference: args.params['reference'] ?? '', position: args.params['position'] ?? '' },
    done: ({ question }) => paths.disagreement(question),
    says: 'You have asked about the score',
  });

export const meta = () => pageTitle('Ask about a score');

export default function AskAboutScore() {
  const { view, criterion, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Ask about a score">
      <span className="govuk-caption-l">{view.bid.bidder}</span>
      <h1 className="govuk-heading-l">Ask about a score on “{criterion.name}”</h1>
      {criterion.scores.length === 0 ? (
        <InsetText>Scores are asked about once everybody has submitted theirs.</InsetText>
      ) : (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Radios
                label="Whom do you ask?"
                items={criterion.scores.map(({ reference, name, value, reason }) => ({
                  value: reference,
                  label: `${name}: ${value}`,
                  hint: reason,
                }))}
                {...fieldProps(fields['person'])}
              />
              <Textarea
                label="What do you want to know?"
                hint="The score stays as it is. The answer is read by you alone and stays on file."
                rows={4}
                {...fieldProps(fields['note'])}
              />
              <Button once>Ask</Button>
            </>
          )}
        </Form>
      )}
    </EvaluationPage>
  );
}
