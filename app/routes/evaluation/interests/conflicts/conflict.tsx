import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { against, Evidence, StateTag } from '~/components/evaluation/conflicts/conflict-words';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { fieldProps, Form } from '~/components/form';
import { decideConflict } from '~/domain/evaluation/commands/decide-conflict.server';
import { conflictPage } from '~/domain/evaluation/queries/conflict-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(conflictPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.question.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, decideConflict, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.conflicts(reference),
    says: 'Your decision is recorded',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Decide on a conflict', data.view.question.title] : ['Not found']));

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

export default function Conflict() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { question, conflict } = view;
  return (
    <EvaluationPage chain={chain} question={question} here="Decide on a conflict">
      <h1 className="govuk-heading-l">The conflict of {conflict.person.name}</h1>
      <SummaryList
        rows={[
          { key: 'State', value: <StateTag state={conflict.state} /> },
          { key: 'About', value: against(conflict) },
          { key: 'Evidence', value: <Evidence conflict={conflict} /> },
          conflict.decided && { key: 'Decided before', value: conflict.decided.reason },
        ]}
      />
      {conflict.state === 'declared' ? (
        <p className="govuk-body">This was declared. It is decided among the declarations of interest.</p>
      ) : view.isOver ? (
        <p className="govuk-body">This question is over, so its conflicts stand as they were decided.</p>
      ) : (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Radios
                label="Is this a conflict?"
                items={choicesOf(view)}
                {...fieldProps(fields['decision'])}
              />
              <Textarea
                label="Your reason"
                hint="Kept on file. The person reads it if you confirm."
                rows={4}
                {...fieldProps(fields['reason'])}
              />
              <Button once>Record the decision</Button>
            </>
          )}
        </Form>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.conflicts(question.reference)}>
          All conflicts of this question
        </a>
      </p>
    </EvaluationPage>
  );
}

function choicesOf({ conflict, closes }: View) {
  const confirm = {
    value: 'confirm',
    label: 'Yes, confirm it',
    hint:
      closes === 'bid'
        ? 'This bid vanishes for them, counts included.'
        : 'They see nothing more of this evaluation, counts included, and leave the panel.',
  };
  const dismiss =
    conflict.state === 'confirmed'
      ? {
          value: 'dismiss',
          label: 'No, lift it',
          hint: 'They see it again. A place on the panel does not come back.',
        }
      : { value: 'dismiss', label: 'No, dismiss it', hint: 'The same evidence never raises it again.' };
  return conflict.state === 'confirmed'
    ? [dismiss]
    : conflict.state === 'dismissed'
      ? [confirm]
      : [confirm, dismiss];
}
