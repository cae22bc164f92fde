import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { Autosave, formReply } from '~/components/question/drafting/autosave';
import { formValues } from '~/components/question/drafting/form-values';
import { TaskFields } from '~/components/question/forms/task-fields';
import { SavedMeanwhile } from '~/components/question/drafting/saved-meanwhile';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { PERSONAL_DATA_NOTE } from '~/domain/questions/texts/personal-data';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { ActionBar } from '~/ui/layout/action-bar';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { saveTask } from './saving.server';
import { loadTask } from './task-data.server';

export const handle = { scripts: true };
export const loader = (args: LoaderFunctionArgs) => loadTask(args);
export const action = (args: ActionFunctionArgs) => saveTask(args);
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [data.task.title, data.title] : ['Not found']));

export default function TaskPage() {
  const { reference, title, task, choices, about } = useLoaderData<typeof loader>();
  const reply = formReply(useActionData());
  return (
    <PageBody before={<BackLink href={paths.questionDraft(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">{task.title}</h1>
      <SavedMeanwhile reply={reply} answers={task.answers} />
      <Autosave>
        <Form key={task.slug} id={task.slug} reply={reply} values={formValues(task.values)}>
          {(fields) => (
            <>
              <input type="hidden" name="seen" value={task.seen} />
              <InsetText>{PERSONAL_DATA_NOTE}</InsetText>
              <TaskFields task={task.slug} fields={fields} choices={choices} about={about} />
              <NotPersonal reply={reply} fields={fields} />
              <ActionBar>
                <Button name="intent" value="finish">
                  Save and continue
                </Button>
                <Button name="intent" value="later" variant="secondary">
                  Save and finish later
                </Button>
              </ActionBar>
            </>
          )}
        </Form>
      </Autosave>
    </PageBody>
  );
}
