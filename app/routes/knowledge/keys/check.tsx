import type { ActionFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { StatementText } from '~/components/finding/impact/statement-text';
import { ask } from '~/domain/query.server';
import { statementCheck } from '~/domain/ratings/queries/statement-check.server';
import { paths } from '~/paths';
import { NotificationBanner } from '~/ui/content/notification-banner';
import { Button } from '~/ui/forms/button';
import { ErrorSummary } from '~/ui/forms/error-summary';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { whoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Check a statement');

const MOST = 50_000;

/** Checking changes nothing, so it is a question and no command. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const pasted = form.get('statement');
  const text = typeof pasted === 'string' ? pasted.slice(0, MOST) : '';
  const checked = await ask(statementCheck, await whoAsks(args), { text });
  return data({ text, checked }, { status: checked?.holds ? 200 : 422 });
}

const WORDS = {
  unreadable: 'Paste the whole statement file: this is not one',
  forged: 'The signature does not fit: this was changed, or Soundings here did not sign it',
};

export default function CheckStatement() {
  const reply = useActionData<typeof action>();
  const checked = reply?.checked;
  const error = !reply ? undefined : checked?.holds ? undefined : WORDS[checked ? 'forged' : 'unreadable'];
  return (
    <PageBody>
      {error && <ErrorSummary errors={[{ field: 'statement', message: error }]} />}
      <h1 className="govuk-heading-xl">Check a statement</h1>
      <Lede>
        A corroboration statement says that a finding informed a decision. Check here that Soundings signed
        it.
      </Lede>
      {checked?.holds && (
        <>
          <NotificationBanner success>
            The signature holds. Verification code {checked.code}.
          </NotificationBanner>
          {checked.withdrawn && (
            <p className="govuk-body">The record behind it was withdrawn since. Do not rely on it.</p>
          )}
          <StatementText content={checked.statement} recordedBy={null} invented={false} />
        </>
      )}
      <form method="post" action={paths.checkStatement()} noValidate>
        <Textarea
          label="The statement file"
          hint="Open the file, copy all of it and paste it here"
          name="statement"
          rows={12}
          spellCheck={false}
          error={error}
          defaultValue={reply?.text}
        />
        <Button>Check it</Button>
      </form>
    </PageBody>
  );
}
