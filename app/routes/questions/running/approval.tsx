import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { ApprovalStanding } from '~/components/approval/approval-standing';
import { AnswerList } from '~/components/question/drafting/answer-list';
import { Lines } from '~/components/lines';
import { Warnings } from '~/components/question/forms/warnings';
import { ask } from '~/domain/query.server';
import { approveQuestion } from '~/domain/questions/commands/approve-question.server';
import { draftWarnings } from '~/domain/questions/queries/draft-warnings.server';
import { publicationPage } from '~/domain/questions/queries/publication-page.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const draft = found(await ask(publicationPage, actor, { reference: args.params['reference'] }));
  if (!draft.may.approve && draft.approvals.length === 0)
    throw forbidden('Only the senior responsible owner of this question can approve it.');
  if (draft.state !== 'awaitingApproval') throw redirect(paths.question(draft.reference));
  const warnings = await ask(draftWarnings, actor, { reference: draft.reference });
  return { draft, warnings: [...(warnings?.budget ?? []), ...(warnings?.dates ?? [])] };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, approveQuestion, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference, published, furtherLevel }) =>
      furtherLevel ? paths.home() : published ? paths.question(reference) : paths.questionApproval(reference),
    says: ({ published }) =>
      published
        ? 'Published. The people who may see it can answer from now on.'
        : 'Your approval is kept. It goes to the next level.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Approve', data.draft.title] : ['Not found']));

export default function Approval() {
  const { draft, warnings } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { reference, title, author, tasks, nearDuplicateReason, approvals, turn, may } = draft;
  const question = draft.knowsQuestion ? { text: title, href: paths.question(reference) } : { text: title };
  return (
    <PageBody before={<Breadcrumbs items={[question, { text: 'Approve' }]} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">
        {may.approve ? 'Approve and publish, or return' : 'Waiting for approval'}
      </h1>
      {may.approve && (
        <p className="govuk-body">
          {author} asks you{turn === 0 && ', as senior responsible owner,'} to approve this question
          {turn > 0 && ` at level ${turn}`}.
        </p>
      )}
      <ApprovalStanding levels={approvals} />
      <Warnings warnings={warnings} />
      {nearDuplicateReason && (
        <InsetText>
          <strong>Similar questions or findings were shown. The author’s reason to ask all the same:</strong>
          <Lines text={nearDuplicateReason} />
        </InsetText>
      )}
      {tasks.map((task) => (
        <AnswerList key={task.slug} title={task.title} answers={task.answers} />
      ))}
      {may.approve && (
        <ApproveForm
          reply={reply}
          reference={reference}
          last={turn === (approvals.at(-1)?.number ?? 0)}
          after={may.approveAfter}
        />
      )}
    </PageBody>
  );
}

const ApproveForm = ({
  reply,
  reference,
  last,
  after,
}: {
  reply: FormReply | undefined;
  reference: string;
  last: boolean;
  /** Why they cannot approve yet. */
  after: string | null;
}) => (
  <Form reply={reply}>
    {() => (
      <>
        <p className="govuk-body">
          {last
            ? 'Approving publishes it at once. Its text, terms, criteria and dates are then frozen.'
            : 'Approving passes it on to the next level. A change of it would void every approval.'}
        </p>
        {after !== null && (
          <InsetText>
            {after === 'InterestsAreNotDeclared'
              ? 'Before you approve, say whether you have an interest in this question: '
              : 'The interest you declared is being decided. Until then you cannot approve: '}
            <a className="govuk-link" href={paths.declaration(reference)}>
              your declaration
            </a>
            .
          </InsetText>
        )}
        <ActionBar>
          {after === null && <Button once>{last ? 'Approve and publish' : 'Approve'}</Button>}
          <a className="govuk-link" href={paths.returnQuestion(reference)}>
            Return it with a reason
          </a>
        </ActionBar>
      </>
    )}
  </Form>
);
