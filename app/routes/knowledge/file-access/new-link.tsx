import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { makeFileLink } from '~/domain/knowledge/commands/make-file-link.server';
import { LONGEST_LINK_DAYS } from '~/domain/knowledge/file-access/file-access';
import { fileAccessPage } from '~/domain/knowledge/queries/file-access-page.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { actAndShow } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Make a link to the files');

export async function loader(args: LoaderFunctionArgs) {
  const { reference } = args.params;
  const view = found(await ask(fileAccessPage, await personWhoAsks(args), { reference }));
  if (view.kind === 'deny') throw forbidden(view.why);
  if (!view.mayGive) throw forbidden('This finding is not published.');
  return { reference: view.reference, title: view.title, origin: new URL(args.request.url).origin };
}

export const action = (args: ActionFunctionArgs) =>
  actAndShow(args, makeFileLink, { fixed: { reference: args.params.reference ?? '' } });

export default function NewLink() {
  const { reference, title, origin } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'shown' in answer ? answer.shown : null;
  const reply = answer && 'result' in answer ? answer : undefined;
  return (
    <PageBody before={<BackLink href={paths.fileAccess(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">{made ? 'The link is made' : 'Make a link to the files'}</h1>
      {made && (
        <>
          <p className="govuk-body">
            Copy it now: it is shown this once and cannot be read again. It works until{' '}
            {showDay(made.expiresAt)}, and you can revoke it before.
          </p>
          <InsetText>
            <code className="break-all">{`${origin}${paths.fileLink(made.token)}`}</code>
          </InsetText>
          <p className="govuk-body">
            Whoever has this link reads the record and saves the files, without an account. Every use is
            counted and recorded.
          </p>
        </>
      )}
      {!made && (
        <Form reply={reply} values={{ days: '30' }}>
          {(fields) => (
            <>
              <TextInput
                label="Who it is for and why"
                hint="You and the others who keep the files read this."
                {...fieldProps(fields.purpose)}
              />
              <TextInput
                label="How many days it works"
                hint={`At most ${LONGEST_LINK_DAYS}`}
                inputMode="numeric"
                width={3}
                {...fieldProps(fields.days)}
              />
              <Button once>Make the link</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
