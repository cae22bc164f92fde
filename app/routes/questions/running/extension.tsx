import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { ClosingFields } from '~/components/question/forms/dates-form';
import { proposeExtension } from '~/domain/questions/commands/propose-extension.server';
import { extensionPage } from '~/domain/questions/queries/extension-page.server';
import { ask } from '~/domain/query.server';
import { showClockTime, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return seen(await ask(extensionPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, proposeExtension, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.extendDeadline(reference),
    says: 'Proposed. The deadline moves once another person confirms it.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Move the deadline', ...(data ? [data.title] : []));

export default function Extension() {
  const { reference, title, closesAt, open, waiting, may } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.question(reference)} />}>
      {!may.propose && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Move the deadline</h1>
      <p className="govuk-body">
        {closesAt ? `It ${open ? 'closes' : 'closed'} on ${showInstant(closesAt)}. ` : 'It has no deadline. '}
        A deadline only moves forward, by two people: one proposes it, the senior responsible owner or a
        coordinator confirms it before the deadline passes. Everybody who watches or bids is told. Bids that
        are in stay in, and can be replaced until the new deadline.
      </p>
      {waiting && <Waiting />}
      {may.propose && (
        <Form reply={reply} values={closesAt ? { closesTime: showClockTime(new Date(closesAt)) } : {}}>
          {(fields) => (
            <>
              <ClosingFields fields={fields} day="New closing day" hint="At most 90 days later." />
              <Textarea
                label="Why it should move"
                hint="Everybody who may see the question reads this."
                rows={3}
                {...fieldProps(fields['reason'])}
              />
              <Button once>Propose</Button>
            </>
          )}
        </Form>
      )}
      {!open && <InsetText>The question is not open, so its deadline cannot move.</InsetText>}
    </PageBody>
  );
}

function Waiting() {
  const { reference, waiting, may, why, open } = useLoaderData<typeof loader>();
  if (!waiting) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        {waiting.proposedBy} proposed on {showInstant(waiting.proposedAt)} to close on{' '}
        {showInstant(waiting.closesAt)}: {waiting.reason}
      </p>
      {may.confirm || may.decline ? (
        <Button href={paths.settleExtension(reference)} variant="secondary">
          {may.confirm ? 'Confirm or decline' : 'Take it back'}
        </Button>
      ) : (
        <p className="govuk-body">{open ? why : 'Nobody confirmed it in time.'}</p>
      )}
    </InsetText>
  );
}
