import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FIRST_STEPS, firstStepNames, stepsToDo, type FirstStep } from '~/domain/people/first-steps';
import { mayAdministerPeople } from '~/domain/people/person-policy';
import { firstSteps } from '~/domain/people/queries/first-steps.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { TaskList } from '~/ui/content/task-list';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAdministerPeople(actor));
  return { done: found(await ask(firstSteps, actor, {})) };
}

export const meta = () => pageTitle('Administration');

const PARTS = [
  { href: paths.people(), text: 'People', what: 'Roles, suspension, erasure, lost second factors' },
  { href: paths.invitations(), text: 'Invitations', what: 'Invite one person, or many from a list' },
  { href: paths.joinRequests(), text: 'Requests to join', what: 'People whose address proves nothing yet' },
  {
    href: paths.organisations(),
    text: 'Organisations and teams',
    what: 'Domains that let people in, teams and their members',
  },
  {
    href: paths.keptMail(),
    text: 'Mail',
    what: 'What was sent, and what waits where there is no mail server',
  },
  {
    href: paths.audit(),
    text: 'Audit trail',
    what: 'What happened, who did it, and whether the chain is signed',
  },
];

const STEP_PATHS: Record<FirstStep, string> = {
  coordinator: paths.invite(),
  team: paths.organisations(),
  members: paths.inviteMany(),
  experts: paths.inviteMany(),
};

export default function Administration() {
  const { done } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Administration</h1>
      {stepsToDo(done).length > 0 && (
        <>
          <h2 className="govuk-heading-m">Before the first question</h2>
          <TaskList
            className="govuk-!-margin-bottom-8"
            tasks={firstStepNames.map((step) => ({
              title: FIRST_STEPS[step].name,
              hint: FIRST_STEPS[step].what,
              ...(done[step] ? {} : { href: STEP_PATHS[step] }),
              status: done[step] ? 'Completed' : <Tag colour="blue">To do</Tag>,
            }))}
          />
        </>
      )}
      <ul className="govuk-list">
        {PARTS.map(({ href, text, what }) => (
          <li key={href} className="govuk-!-margin-bottom-4">
            <a className="govuk-link govuk-!-font-weight-bold" href={href}>
              {text}
            </a>
            <div className="govuk-hint govuk-!-margin-bottom-0">{what}</div>
          </li>
        ))}
      </ul>
    </PageBody>
  );
}
