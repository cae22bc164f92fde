import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Lines } from '~/components/lines';
import { ask } from '~/domain/query.server';
import { isEditable } from '~/domain/questions/question';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { TaskList } from '~/ui/content/task-list';
import { TaskStatus } from '~/ui/content/task-status';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { stateTag } from '~/components/question/state-tag';

export async function loader(args: LoaderFunctionArgs) {
  const draft = found(
    await ask(questionDraft, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!isEditable(draft.state)) throw redirect(paths.question(draft.reference));
  return draft;
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [data.title, 'Draft'] : ['Not found']));

export default function DraftTasks() {
  const draft = useLoaderData<typeof loader>();
  const { reference, title, state, route, team, tasks, returnedReason, may } = draft;
  const done = tasks.filter((task) => task.state === 'done').length;
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Questions', href: paths.questions() }, { text: title }]} />}
    >
      <MetaLine state={stateTag(state, null)}>
        {route.name}
        {showReference(reference)}
        {team.name}
      </MetaLine>
      <h1 className="govuk-heading-xl">{title}</h1>
      {state === 'returned' && returnedReason && (
        <InsetText>
          <strong>Returned by the senior responsible owner:</strong>
          <Lines text={returnedReason} />
        </InsetText>
      )}
      <p className="govuk-body">
        {done === tasks.length ? 'Every task is done.' : `${done} of ${tasks.length} tasks done.`} Only your
        team can see this until it is approved.
      </p>
      <TaskList
        tasks={tasks.map((task) => ({
          title: task.title,
          ...(may.edit ? { href: paths.questionTask(reference, task.slug) } : {}),
          status: <TaskStatus state={task.state} />,
        }))}
      />
      {may.edit && (
        <ActionBar>
          <Button href={paths.questionCheck(reference)}>Check answers</Button>
          <a className="govuk-link" href={paths.alreadyAsked(reference)}>
            Already asked or known?
          </a>
          {route.takesBids && (
            <a className="govuk-link" href={paths.questionFunders(reference)}>
              Name who pays
            </a>
          )}
          <a className="govuk-link" href={paths.questionVisibility(reference)}>
            Choose who will see it
          </a>
          {may.delete ? (
            <a className="govuk-link" href={paths.deleteQuestionDraft(reference)}>
              Delete this draft
            </a>
          ) : (
            <a className="govuk-link" href={paths.withdrawQuestion(reference)}>
              Withdraw this question
            </a>
          )}
        </ActionBar>
      )}
    </PageBody>
  );
}
