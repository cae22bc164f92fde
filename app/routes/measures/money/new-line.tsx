import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LineEntry } from '~/components/money/line-entry';
import { enterLine } from '~/domain/ledger/commands/enter-line.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { moneyKeeper } from './keeping.server';

export const meta = () => pageTitle('Enter a line');

export const loader = async (args: LoaderFunctionArgs) => ({ choices: (await moneyKeeper(args)).choices });

export const action = (args: ActionFunctionArgs) =>
  act(args, enterLine, { done: ({ reference }) => paths.ledgerLine(reference), says: 'Entered' });

export default function NewLine() {
  const { choices } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.money()} />}>
      <h1 className="govuk-heading-xl">Enter a line</h1>
      <p className="govuk-body">
        Spending that stands nowhere else in Soundings. What awards and questions say of their money is
        counted there.
      </p>
      <LineEntry reply={useActionData<typeof action>()} choices={choices} backHref={paths.money()} />
    </PageBody>
  );
}
