import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { AnswerList } from '~/components/question/drafting/answer-list';
import { Nearest } from '~/components/question/drafting/nearest';
import { Warnings } from '~/components/question/forms/warnings';
import { nearestQuestionsAndFindings } from '~/domain/matching/queries/nearest-questions-and-findings.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { submitForApproval } from '~/domain/questions/commands/submit-for-approval.server';
import { isEditable } from '~/domain/questions/question';
import { draftWarnings } from '~/domain/questions/queries/draft-warnings.server';
import { fundersPage } from '~/domain/questions/queries/funders-page.server';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

async function load(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const draft = found(await ask(questionDraft, actor, { reference: args.params['reference'] }));
  const near = await ask(nearestQuestionsAndFindings, actor, {
    text: draft.text,
    exceptQuestionId: draft.id,
  });
  const funders = await ask(fundersPage, actor, { reference: draft.reference });
  return { draft, uncovered: uncoveredOf(funders), near: near ?? { questions: [], findings: [] } };
}

/** What firm money leaves open, where anybody is named who pays. */
const uncoveredOf = (view: Awaited<ReturnType<typeof fundersPage.read>>) =>
  view && view.funders.length > 0 && view.coverage.open
    ? { open: view.coverage.open, reason: view.uncoveredReason }
    : null;

export async function loader(args: LoaderFunctionArgs) {
  const view = await load(args);
  if (!isEditable(view.draft.state)) throw redirect(paths.question(view.draft.reference));
  if (!view.draft.may.edit) throw forbidden('Only its authors can submit a question.');
  const warnings = await ask(draftWarnings, await personWhoAsks(args), { reference: view.draft.reference });
  return { ...view, warnings: [...(warnings?.budget ?? []), ...(warnings?.dates ?? [])] };
}

export async function action(args: ActionFunctionArgs) {
  const { near } = await load(args);
  return act(args, submitForApproval, {
    fixed: {
      reference: args.params['reference'] ?? '',
      nearest: String(
        [...near.questions, ...near.findings].filter(({ perhapsTheSame }) => perhapsTheSame).length,
      ),
    },
    done: ({ reference }) => paths.question(reference),
    says: 'Sent to the senior responsible owner for approval',
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Check answers', data.draft.title] : ['Not found']));

export default function CheckAnswers() {
  const { draft, near, uncovered, warnings } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const unfinished = draft.tasks.filter(({ state }) => state !== 'done');
  const all = [...near.questions, ...near.findings];
  const someNear = all.length > 0;
  const asksWhy = all.some(({ perhapsTheSame }) => perhapsTheSame);
  return (
    <PageBody before={<BackLink href={paths.questionDraft(draft.reference)} />}>
      <span className="govuk-caption-l">{draft.title}</span>
      <h1 className="govuk-heading-l">Check answers before you send this for approval</h1>
      {unfinished.length > 0 && (
        <InsetText>
          Finish first: {unfinished.map(({ title }) => title).join(', ')}. Everything is saved.
        </InsetText>
      )}
      <Warnings warnings={warnings} />
      {draft.tasks.map((task) => (
        <AnswerList
          key={task.slug}
          title={task.title}
          answers={task.answers}
          changeHref={paths.questionTask(draft.reference, task.slug)}
        />
      ))}
      <Form
        reply={reply}
        values={{
          nearDuplicateReason: draft.nearDuplicateReason,
          uncoveredReason: uncovered?.reason ?? '',
        }}
      >
        {(fields) => (
          <>
            {someNear && (
              <>
                <h2 className="govuk-heading-m">Has this been asked or answered already?</h2>
                <Nearest {...near} />
                <p className="govuk-body">
                  <a className="govuk-link" href={paths.alreadyAsked(draft.reference)}>
                    Join one of these questions, or reuse a finding, instead
                  </a>
                </p>
                <Textarea
                  label={`Why you ask although these are there${asksWhy ? '' : ' (optional)'}`}
                  {...(asksWhy && { hint: 'At least one of them is so near that it may be the same' })}
                  rows={3}
                  {...fieldProps(fields['nearDuplicateReason'])}
                />
              </>
            )}
            {uncovered && (
              <Textarea
                label="Why it is to be published although the money is not all there"
                hint={`Firm money leaves ${showMoney(uncovered.open)} of the budget open.`}
                rows={3}
                {...fieldProps(fields['uncoveredReason'])}
              />
            )}
            {draft.looksPersonal && (
              <Checkboxes
                label="The text looks as if it holds personal data"
                items={[
                  {
                    value: 'on',
                    label: 'I checked: none of it is about a person, or it is a public contact point',
                  },
                ]}
                {...checkboxesProps(fields['notPersonal'])}
              />
            )}
            <p className="govuk-body">
              The senior responsible owner approves it or returns it with a reason. Once it is published, its
              text, terms, criteria and dates cannot be changed.
            </p>
            <Button once>Send for approval</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
