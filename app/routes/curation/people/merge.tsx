import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { TwoAccounts } from '~/components/people/two-accounts';
import { decidePersonMerge } from '~/domain/curation/commands/decide-person-merge.server';
import { personMerge } from '~/domain/curation/queries/person-merge.server';
import { mayMergePeople } from '~/domain/curation/same-person/merge-policy';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayMergePeople(actor));
  return found(await ask(personMerge, actor, { reference: args.params.reference }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, decidePersonMerge, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.personMerge(reference),
    says: ({ isAccepted }) => (isAccepted ? 'The two accounts are one now' : 'The two accounts stay apart'),
  });

export const meta = () => pageTitle('Merge two accounts');

const DECISIONS = [
  { value: 'accept', label: 'They are one person: merge the accounts' },
  { value: 'decline', label: 'They are two people, or it is not clear' },
];

export default function Merge() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { kept, merged, reason, proposedAt, decidedAt, accepted, decisionReason, whyNotDecided } = view;
  return (
    <PageBody before={<BackLink href={paths.duplicatePeople()} />}>
      <h1 className="govuk-heading-l">Are these one person?</h1>
      <p className="govuk-body">
        Proposed on {showDay(proposedAt)}: {reason}
      </p>
      {decidedAt && (
        <InsetText>
          {accepted ? 'Merged' : 'Kept apart'} on {showDay(decidedAt)}
          {decisionReason ? `: ${decisionReason}` : '.'}
        </InsetText>
      )}
      <TwoAccounts kept={kept} merged={merged} />
      {!decidedAt && whyNotDecided && <p className="govuk-body govuk-!-font-weight-bold">{whyNotDecided}</p>}
      {!decidedAt && !whyNotDecided && (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Radios label="Your decision" items={DECISIONS} {...fieldProps(fields['decision'])} />
              <Textarea label="Why (needed to keep them apart)" rows={3} {...fieldProps(fields['reason'])} />
              <Button once>Decide</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
