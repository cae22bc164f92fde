import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { ImportReport } from '~/components/money/import-report';
import { importLines } from '~/domain/ledger/commands/import-lines.server';
import { COLUMN_NAMES } from '~/domain/ledger/lines-file';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { actAndShow } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { moneyKeeper } from './keeping.server';

export const meta = () => pageTitle('Enter lines from a file');

export async function loader(args: LoaderFunctionArgs) {
  await moneyKeeper(args);
  return null;
}

export const action = (args: ActionFunctionArgs) => actAndShow(args, importLines, {});

export default function ImportLines() {
  const answer = useActionData<typeof action>();
  if (answer && 'shown' in answer)
    return (
      <PageBody wide before={<BackLink href={paths.importMoney()} />}>
        <ImportReport {...answer.shown} />
      </PageBody>
    );
  return (
    <PageBody before={<BackLink href={paths.money()} />}>
      <h1 className="govuk-heading-xl">Enter lines from a file</h1>
      <p className="govuk-body">
        A CSV file whose first line names the columns: {COLUMN_NAMES.join(', ')}. Days are written like
        2026-04-01, yes or no in words, several threat areas with semicolons.
      </p>
      <p className="govuk-body">First you see what would be entered. Nothing is, until you say so.</p>
      <Form reply={answer}>
        {(fields) => (
          <>
            <Textarea label="The lines of the file" rows={12} {...fieldProps(fields['text'])} />
            <Button>Check the lines</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
