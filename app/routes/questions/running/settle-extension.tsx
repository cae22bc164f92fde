import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { settleExtension } from '~/domain/questions/commands/settle-extension.server';
import { extensionPage } from '~/domain/questions/queries/extension-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const page = seen(await ask(extensionPage, actor, { reference: args.params['reference'] }));
  const { waiting, may } = page;
  if (!waiting || !(may.confirm || may.decline))
    throw forbidden(page.why ?? 'No later deadline waits to be confirmed.');
  return { ...page, waiting };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, settleExtension, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.question(reference),
      says: ({ moved }) =>
        moved ? 'The deadline has moved. Everybody is told.' : 'Declined. The deadline stays.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Confirm a later deadline', ...(data ? [data.title] : []));

const CONFIRM = { value: 'confirmed', label: 'Confirm it: the deadline moves at once' };

export default function SettleExtension() {
  const { reference, title, waiting, may } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.extendDeadline(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">
        {may.confirm ? 'Confirm a later deadline' : 'Take back your proposal'}
      </h1>
      <p className="govuk-body">
        {waiting.proposedBy} proposes to close on {showInstant(waiting.closesAt)} instead of{' '}
        {showInstant(waiting.insteadOf)}: {waiting.reason}
      </p>
      <Form reply={reply} values={may.confirm ? {} : { decision: 'declined' }}>
        {(fields) => (
          <>
            <Radios
              label="What do you decide?"
              items={[
                ...(may.confirm ? [CONFIRM] : []),
                {
                  value: 'declined',
                  label: may.confirm ? 'Decline it: the deadline stays' : 'Take it back: the deadline stays',
                  reveal: <Textarea label="Why" rows={3} {...fieldProps(fields['reason'])} />,
                },
              ]}
              {...fieldProps(fields['decision'])}
            />
            <Button once>Continue</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
