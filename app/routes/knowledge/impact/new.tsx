import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ImpactFields } from '~/components/finding/impact/impact-fields';
import { Form } from '~/components/form';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { recordImpact } from '~/domain/ratings/commands/record-impact.server';
import { ownOrganisations } from '~/domain/ratings/queries/own-organisations.server';
import { priorityChoices } from '~/domain/strategy/queries/priority-choices.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Record what it changed');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const [page, organisations, priorities] = await Promise.all([
    ask(findingPage, actor, { reference: args.params.reference }),
    ask(ownOrganisations, actor, {}),
    ask(priorityChoices, actor, {}),
  ]);
  const { reference, version, may } = found(page);
  if (!may.use)
    throw forbidden('Only verified members of the network can record what a current finding changed.');
  return {
    reference,
    title: version.title,
    notStated: version.notStated,
    organisations: found(organisations),
    priorities: priorities ?? [],
  };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordImpact, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.impactRecord(reference),
    says: 'Recorded. Its statement can be printed and given to the authors.',
  });

export default function RecordImpact() {
  const { reference, title, notStated, organisations, priorities } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Record what it changed</h1>
      {notStated.length > 0 && (
        <InsetText>Its {notStated.join(', ')} have to be stated before a decision can rest on it.</InsetText>
      )}
      {notStated.length === 0 && organisations.length === 0 && (
        <p className="govuk-body">
          You belong to no organisation that Soundings knows of.{' '}
          <a className="govuk-link" href={paths.account()}>
            Add your affiliation
          </a>{' '}
          first.
        </p>
      )}
      {notStated.length === 0 && organisations.length > 0 && (
        <Form
          reply={reply}
          values={{ organisation: organisations.length === 1 ? organisations[0]?.reference : undefined }}
        >
          {(fields) => (
            <>
              <ImpactFields fields={fields} organisations={organisations} priorities={priorities} />
              <ActionBar>
                <Button once>Record it</Button>
                <a className="govuk-link" href={paths.finding(reference)}>
                  Cancel
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
