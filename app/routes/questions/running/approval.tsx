import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { AnswerList } from '~/components/question/drafting/answer-list';
import { Lines } from '~/components/lines';
import { Warnings } from '~/components/question/forms/warnings';
import { ask } from '~/domain/query.server';
import { approveQuestion } from '~/domain/questions/commands/approve-question.server';
import { draftWarnings } from '~/domain/questions/queries/draft-warnings.server';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
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
  const draft = found(await ask(questionDraft, actor, { reference: args.params['reference'] }));
  if (!draft.may.approve)
    throw forbidden('Only the senior responsible owner of this question can approve it.');
  if (draft.state !== 'awaitingApproval') throw redirect(paths.question(draft.reference));
  const warnings = await ask(draftWarnings, actor, { reference: draft.reference });
  return { draft, warnings: [...(warnings?.budget ?? []), ...(warnings?.dates ?? [])] };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, approveQuestion, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.question(reference),
    says: 'Published. The people who may see it can answer from now on.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Approve', data.draft.title] : ['Not found']));

export default function Approval() {
  const { draft, warnings } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { reference, title, author, tasks, nearDuplicateReason } = draft;
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: title, href: paths.question(reference) }, { text: 'Approve' }]} />}
    >
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Approve and publish, or return</h1>
      <p className="govuk-body">{author} asks you, as senior responsible owner, to approve this question.</p>
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
      <Form reply={reply}>
        {() => (
          <>
            <p className="govuk-body">
              Approving publishes it at once. Its text, terms, criteria and dates are then frozen.
            </p>
            <ActionBar>
              <Button once>Approve and publish</Button>
              <a className="govuk-link" href={paths.returnQuestion(reference)}>
                Return it with a reason
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
