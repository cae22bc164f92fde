import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { HandoverTable } from '~/components/succession/handover-table';
import { ask } from '~/domain/query.server';
import { offerItems } from '~/domain/succession/commands/offer-items.server';
import { HELD_KIND_NAMES, headingOf } from '~/domain/succession/holding';
import { reorganisationItems } from '~/domain/succession/queries/reorganisation-items.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { Pagination } from '~/ui/navigation/pagination';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

const search = {
  kind: z.enum(HELD_KIND_NAMES).default('team'),
  after: z
    .string()
    .regex(/^[0-9A-Za-z:-]{1,300}$/)
    .optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const asked = readSearch(args.request, search);
  return found(await ask(reorganisationItems, actor, { reference: args.params['reference'], ...asked }));
}

export const action = (args: ActionFunctionArgs) => {
  const { kind } = readSearch(args.request, search);
  return act(args, offerItems, {
    fixed: { reorganisation: args.params['reference'] ?? '', kind },
    done: ({ reference }) => paths.reorganisationItems(reference, kind),
    says: ({ offered }) => (offered === 1 ? 'Offered one' : `Offered ${offered}`),
  });
};

export const meta = () => pageTitle('What is handed over');

export default function Items() {
  const { reference, kind, rows, next, successors, may } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const live = rows.filter((row) => row.live);
  const table = <HandoverTable name={headingOf(kind)} rows={rows} choose={may.arrange ? 'items' : null} />;
  return (
    <PageBody wide before={<BackLink href={paths.reorganisation(reference)} />}>
      <h1 className="govuk-heading-xl">{headingOf(kind)}</h1>
      {rows.length === 0 && <p className="govuk-body">Nothing of this kind is held.</p>}
      {rows.length > 0 && (!may.arrange || live.length === 0) && table}
      {rows.length > 0 && may.arrange && live.length > 0 && (
        <Form reply={reply} values={{ which: 'all' }}>
          {(fields) => (
            <>
              {table}
              <Radios
                label="Which of them"
                inline
                items={[
                  { value: 'all', label: 'All that are still held' },
                  { value: 'chosen', label: 'Those that are ticked' },
                ]}
                {...fieldProps(fields['which'])}
              />
              <Select
                label="Offer them to"
                options={[{ value: '', text: 'Choose' }, ...successors]}
                {...fieldProps(fields['to'])}
              />
              <Button once>Offer</Button>
            </>
          )}
        </Form>
      )}
      <Pagination {...(next ? { next: { href: paths.reorganisationItems(reference, kind, next) } } : {})} />
    </PageBody>
  );
}
