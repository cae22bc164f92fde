import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { endResponsibility } from '~/domain/governance/responsibilities/commands/end-responsibility.server';
import { ROLES } from '~/domain/governance/responsibilities/responsibility';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { subjectToKeep } from './subject-to-keep.server';

export const meta = () => pageTitle('End a role');

export async function loader(args: LoaderFunctionArgs) {
  const { subject } = await subjectToKeep(args);
  const wanted = (args.params['responsibility'] ?? '').replace('-', '');
  const held = found(subject.roles.find((one) => one.reference === wanted && !one.endsOn) ?? null);
  const { kind, reference, title } = subject;
  return { kind, reference, title, name: held.name, role: ROLES[held.role].toLowerCase() };
}

export const action = (args: ActionFunctionArgs) => {
  const { kind = '', subject = '', responsibility = '' } = args.params;
  return act(args, endResponsibility, {
    fixed: { responsibility },
    done: () => paths.responsibilitySubject(kind, subject),
    says: 'Ended. That it was held is kept',
  });
};

export default function EndRole() {
  const { kind, reference, title, name, role } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = paths.responsibilitySubject(kind, reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <h1 className="govuk-heading-xl">
        {name} is no longer {role} for {title}
      </h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <DateInput label="Until when" labelProps={{ size: 's' }} {...dateProps(fields['endsOn'])} />
            <Textarea label="Why" rows={3} {...fieldProps(fields['reason'])} />
            <ActionBar>
              <Button once>End it</Button>
              <a className="govuk-link" href={back}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
