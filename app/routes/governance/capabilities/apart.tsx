import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { keepCapabilitiesApart } from '~/domain/governance/capabilities/commands/keep-capabilities-apart.server';
import { capabilityPage } from '~/domain/governance/capabilities/queries/capability-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { capabilityOf, capabilityToKeep } from './keeping.server';

export const meta = () => pageTitle('Two capabilities');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, capability } = await capabilityToKeep(args);
  const other = found(await ask(capabilityPage, actor, { reference: args.params['other'] }));
  const shown = ({ name, purpose, owner }: typeof other) => ({ name, purpose, owner: owner.name });
  return { reference: capability.reference, one: shown(capability), other: shown(other) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, keepCapabilitiesApart, {
    fixed: { ...capabilityOf(args), other: args.params['other'] ?? '' },
    done: ({ reference }) => paths.capability(reference),
    says: 'They are two, and are not flagged again',
  });

export default function TwoCapabilities() {
  const { reference, one, other } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.capability(reference)} />}>
      <h1 className="govuk-heading-xl">Are these two capabilities?</h1>
      <ScrollingTable
        name="The two capabilities"
        firstCellIsHeader
        head={['', one.name, other.name]}
        rows={[
          ['Function', one.purpose, other.purpose],
          ['Owner', one.owner, other.owner],
        ]}
      />
      <ReasonForm
        reply={reply}
        label="Why they are two"
        button="They are two"
        backHref={paths.capability(reference)}
      />
    </PageBody>
  );
}
