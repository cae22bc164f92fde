import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { confirmEligibility } from '~/domain/bids/commands/confirm-eligibility.server';
import { eligibilityPage } from '~/domain/bids/queries/eligibility-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(eligibilityPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, confirmEligibility, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference, eligible }) =>
      eligible ? paths.startBid(reference) : paths.bidEligibility(reference),
    says: ({ eligible }) => (eligible ? 'You may bid for this question.' : 'Your answers are recorded.'),
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Who may bid', ...(data ? [data.title] : []));

export default function Eligibility() {
  const { title, reference, organisationKinds, conditions, standing, last, may, why } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: title, href: paths.question(reference) },
            { text: 'Start a bid', href: paths.startBid(reference) },
            { text: 'Who may bid' },
          ]}
        />
      }
    >
      {!may.answer && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Who may bid</h1>
      <p className="govuk-body">
        The team set these conditions when it published the question. Confirm them before you write anything,
        so that your work can count. Only you and the audit see what you say here.
      </p>
      <SummaryList
        rows={[
          ...(organisationKinds ? [{ key: 'Kinds of organisation', value: organisationKinds }] : []),
          ...conditions.map((text, index) => ({ key: `Condition ${index + 1}`, value: text })),
        ]}
      />
      {standing === 'ineligible' && <NotEligible />}
      {standing === 'eligible' && last && (
        <InsetText>
          You confirmed this on {showInstant(last.answeredAt)}, for version {last.version} of the question.{' '}
          <a className="govuk-link" href={paths.startBid(reference)}>
            Go on to your bid
          </a>
        </InsetText>
      )}
      {may.answer ? (
        <AnswerForm />
      ) : (
        <InsetText>
          {why ?? 'This question takes no more bids.'}{' '}
          <a className="govuk-link" href={paths.question(reference)}>
            Back to the question
          </a>
        </InsetText>
      )}
    </PageBody>
  );
}

function NotEligible() {
  const { last, may, reference } = useLoaderData<typeof loader>();
  return (
    <InsetText>
      <p className="govuk-body">By what you said, you cannot bid for this question:</p>
      <ul className="govuk-list govuk-list--bullet">
        {last?.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="govuk-body">
        If something is different from what you said, answer again below.{' '}
        {may.ask ? (
          <>
            If a condition is unclear,{' '}
            <a className="govuk-link" href={paths.askClarification(reference)}>
              ask the team
            </a>
            : nobody is told who asked.
          </>
        ) : (
          <a className="govuk-link" href={paths.question(reference)}>
            Back to the question
          </a>
        )}
      </p>
    </InsetText>
  );
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function AnswerForm() {
  const { organisations, conditions, standing } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const items = [
    ...organisations.map((one) => ({ value: one.reference, label: one.name })),
    { value: 'independent', label: 'Myself, for no organisation' },
  ];
  return (
    <Form reply={reply} values={items.length === 1 ? { organisation: 'independent' } : {}}>
      {(fields) => (
        <>
          <Radios
            label="Who would you bid for?"
            labelProps={{ size: 's' }}
            items={items}
            {...fieldProps(fields['organisation'])}
          />
          {conditions.map((text, index) => (
            <Radios
              key={text}
              label={`Does this hold: ${text}`}
              labelProps={{ size: 's' }}
              small
              items={YES_NO}
              {...fieldProps(fields[`condition${index + 1}`])}
            />
          ))}
          <Button once>{standing === 'toConfirm' ? 'Confirm' : 'Answer again'}</Button>
        </>
      )}
    </Form>
  );
}
