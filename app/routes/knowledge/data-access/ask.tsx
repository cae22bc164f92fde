import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AskFields } from '~/components/data-access/ask-fields';
import { dayValues, Form } from '~/components/form';
import type { Actor } from '~/domain/actor';
import { ask } from '~/domain/query.server';
import { askForData } from '~/domain/requests/commands/data/ask-for-data.server';
import { DATA_KINDS, SAFE_NAMES } from '~/domain/requests/data/data-request';
import { dataPanel } from '~/domain/requests/queries/data/data-panel.server';
import { dataRequestPage } from '~/domain/requests/queries/data/data-request-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Ask for data');

const shape = {
  earlier: z.string().max(20).optional(),
  kind: z.enum(['again', 'appeal', 'renewal']).optional(),
  question: z.string().max(20).optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { earlier = '', kind, question } = readSearch(args.request, shape);
  const panel = found(await ask(dataPanel, actor, { reference: args.params['reference'] }));
  permitted(panel.may.ask);
  const values = earlier === '' ? { question: question ?? '' } : await said(actor, earlier);
  if (kind && !values) throw forbidden('That request is not one of yours for these data.');
  return {
    ...{ reference: panel.reference, name: panel.name, seats: panel.seats, kind },
    values: { ...values, earlier, kind: kind ?? '' },
  };
}

/** What an earlier request said, to begin from. */
async function said(actor: Actor, reference: string) {
  const before = await ask(dataRequestPage, actor, { reference });
  if (!before || before.follows.length === 0) return null;
  return {
    ...{ question: before.question?.reference ?? '', extract: before.extract, purpose: before.purpose },
    ...{ basis: before.basis, basisNote: before.basisNote },
    ...Object.fromEntries(SAFE_NAMES.map((name) => [name, before[name]])),
    ...(before.state === 'refused'
      ? { startsOn: dayValues(before.startsOn), endsOn: dayValues(before.endsOn) }
      : {}),
  };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, askForData, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.dataRequest(reference),
    says: 'Sent to those who decide',
  });

export default function AskForData() {
  const { reference, name, seats, kind, values } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.dataset(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">{kind ? DATA_KINDS[kind] : 'Ask for data'}</h1>
      <p className="govuk-body">
        {seats.length > 0
          ? `The holder’s panel decides: ${seats.map((seat) => seat.name).join(', ')}.`
          : 'The holder has named nobody who decides yet; they and the coordinators are told.'}{' '}
        Look first at{' '}
        <a className="govuk-link" href={paths.dataRefusals()}>
          why data were refused
        </a>
        .
      </p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <AskFields fields={fields} />
            <ActionBar>
              <Button once>Send the request</Button>
              <a className="govuk-link" href={paths.dataset(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
