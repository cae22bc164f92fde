import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { answerConsultation } from '~/domain/assurance/commands/answer-consultation.server';
import { OUTCOMES } from '~/domain/assurance/requests/information-request';
import { consultationPage } from '~/domain/assurance/queries/consultation-page.server';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(consultationPage, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, answerConsultation, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.consultation(reference),
    says: 'Your answer is recorded',
  });

export const meta: MetaFunction = () => pageTitle('A request for information about your bid');

export default function Consultation() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { objects, answer, outcome, outcomeOn, outcomeWords } = view;
  return (
    <PageBody>
      {!view.mayAnswer && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">A request for information about a bid</h1>
      <p className="govuk-body">
        Somebody asks under the Freedom of Information Act 2000 for what is held about this question. The
        bidder is asked whether they object to a release, and why. The department decides.
      </p>
      <SummaryList
        rows={[
          { key: 'What is requested', value: <Lines text={view.requested} /> },
          { key: 'What may be released', value: <Lines text={view.asked} /> },
          { key: 'Asked', value: `${showDay(view.askedAt)}, answer by ${showDate(view.answerBy)}` },
          objects !== null && {
            key: 'Answer',
            value: <Lines text={`${objects ? 'Objects.' : 'Does not object.'}\n${answer ?? ''}`} />,
          },
          outcome !== null &&
            outcomeOn !== null && { key: 'Outcome', value: `${OUTCOMES[outcome]}, ${showDate(outcomeOn)}` },
          outcomeWords !== '' && { key: 'In these words', value: <Lines text={outcomeWords} /> },
        ]}
      />
      {view.mayAnswer && (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Radios
                label="Do you object to a release?"
                items={[
                  { value: 'no', label: 'No' },
                  { value: 'yes', label: 'Yes, to some or all of it' },
                ]}
                {...fieldProps(fields['objects'])}
              />
              <CharacterCount
                label="To what, and why? For example, which harm it would do to whom"
                maxCharacters={5000}
                rows={5}
                {...fieldProps(fields['answer'])}
              />
              <Button once>Send the answer</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
