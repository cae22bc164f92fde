import { parseWithZod } from '@conform-to/zod/v4';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { ReceiptVerdict } from '~/components/bid/receipt-verdict';
import { receiptCheck, receiptText } from '~/domain/bids/queries/receipt-check.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  await personWhoAsks(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await personWhoAsks(args);
  const form = await args.request.formData();
  form.delete('_key');
  const submission = parseWithZod(form, { schema: receiptText });
  if (submission.status !== 'success')
    return data({ result: submission.reply(), check: null }, { status: 422 });
  return data({ result: submission.reply(), check: await ask(receiptCheck, actor, submission.value) });
}

export const meta = () => pageTitle('Check a receipt');

export default function CheckReceipt() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Your bids', href: paths.bids() }, { text: 'Check a receipt' }]} />
      }
    >
      <h1 className="govuk-heading-l">Check a receipt</h1>
      {reply?.check && <ReceiptVerdict check={reply.check} />}
      <p className="govuk-body">
        A receipt shows that Soundings recorded exactly this text at exactly this time. The check reads only
        what you paste; it looks up no bid.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Textarea
              label="The receipt, as downloaded"
              rows={10}
              spellCheck={false}
              {...fieldProps(fields['receipt'])}
            />
            <Button>Check</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
