import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { promiseReply } from '~/domain/enquiries/commands/promise-reply.server';
import { teamPromise } from '~/domain/enquiries/queries/team-promise.server';
import { LONGEST_PROMISE, showPromise } from '~/domain/enquiries/reply-promise';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const team = found(
    await ask(teamPromise, await memberWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!team.may.promise) throw forbidden('The senior responsible owner of a team promises for it.');
  return team;
}

export const meta: MetaFunction = () => pageTitle('How soon the team answers');

export const action = (args: ActionFunctionArgs) =>
  act(args, promiseReply, {
    fixed: { team: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.team(reference),
    says: 'The promise of the team is changed. Enquiries that wait keep their day.',
  });

const CHOICES = [
  { value: 'none', text: 'No promise' },
  ...Array.from({ length: LONGEST_PROMISE }, (_, index) => ({
    value: String(index + 1),
    text: index === 0 ? '1 working day' : `${index + 1} working days`,
  })),
];

export default function ReplyPromise() {
  const team = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.team(team.reference)} />}>
      <span className="govuk-caption-l">{team.name}</span>
      <h1 className="govuk-heading-l">How soon the team answers</h1>
      <p className="govuk-body">
        Members of the network read this beside how often it was kept. Now: {showPromise(team)}. An enquiry
        that is not answered by its day goes to the coordinators.
      </p>
      <Form reply={reply} values={{ workingDays: String(team.workingDays ?? 'none') }}>
        {(fields) => (
          <>
            <Select
              label="Enquiries are answered within"
              options={CHOICES}
              {...fieldProps(fields['workingDays'])}
            />
            <Button once>Promise it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
