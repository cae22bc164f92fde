import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { TwoAccounts } from '~/components/people/two-accounts';
import { proposePersonMerge } from '~/domain/curation/commands/propose-person-merge.server';
import { twoPeople } from '~/domain/curation/queries/person-merge.server';
import { mayMergePeople } from '~/domain/curation/same-person/merge-policy';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

const asked = z.string().max(12).optional();

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayMergePeople(actor));
  const { kept, merged } = readSearch(args.request, { kept: asked, merged: asked });
  if (!kept && !merged) return { two: null };
  return { two: found(await ask(twoPeople, actor, { kept, merged })) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, proposePersonMerge, {
    done: ({ reference }) => paths.personMerge(reference),
    says: 'Proposed. Another coordinator or an administrator decides',
  });

export const meta = () => pageTitle('Compare two accounts');

export default function Propose() {
  const { two } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!two) return <WhichTwo />;
  const { kept, merged } = two;
  return (
    <PageBody before={<BackLink href={paths.duplicatePeople()} />}>
      <h1 className="govuk-heading-l">Are these one person?</h1>
      <TwoAccounts kept={kept} merged={merged} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.proposePersonMerge(merged.reference, kept.reference)}>
          Keep the other account instead
        </a>
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <input type="hidden" name="kept" value={showReference(kept.reference)} />
            <input type="hidden" name="merged" value={showReference(merged.reference)} />
            <Textarea
              label="How you know that they are one person"
              rows={3}
              {...fieldProps(fields['reason'])}
            />
            <ActionBar>
              <Button once>Propose to merge them</Button>
              <a className="govuk-link" href={paths.duplicatePeople()}>
                Leave them apart
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}

/** Two accounts that somebody knows of, by their references. */
function WhichTwo() {
  return (
    <PageBody before={<BackLink href={paths.duplicatePeople()} />}>
      <h1 className="govuk-heading-l">Which two accounts?</h1>
      <form method="get">
        <TextInput label="Reference of the account that stays" name="kept" id="kept" width={10} />
        <TextInput label="Reference of the account that ends" name="merged" id="merged" width={10} />
        <Button>Compare</Button>
      </form>
    </PageBody>
  );
}
