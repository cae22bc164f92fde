import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AccessFields } from '~/components/finding/file-access/access-fields';
import { GivenAccess } from '~/components/finding/file-access/given-access';
import { dayValues, Form } from '~/components/form';
import { endFileGrant } from '~/domain/knowledge/commands/end-file-grant.server';
import { revokeFileLink } from '~/domain/knowledge/commands/revoke-file-link.server';
import { setFileAccess } from '~/domain/knowledge/commands/set-file-access.server';
import { LEVEL_WORDS } from '~/domain/knowledge/file-access/file-access';
import { fileAccessPage } from '~/domain/knowledge/queries/file-access-page.server';
import { ask } from '~/domain/query.server';
import { showDate, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { Timeline } from '~/ui/report/timeline';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Who may read the files');

export async function loader(args: LoaderFunctionArgs) {
  const { reference } = args.params;
  const view = found(await ask(fileAccessPage, await personWhoAsks(args), { reference }));
  if (view.kind === 'deny') throw forbidden(view.why);
  const { level, opensOn, conditions } = view.access ?? { level: 'open', opensOn: null, conditions: '' };
  return { ...view, values: { level, conditions, opensOn: dayValues(opensOn) } };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const fixed = { reference: args.params.reference ?? '' };
  const acting = { form, fixed, done: ({ reference }: { reference: string }) => paths.fileAccess(reference) };
  if (intent === 'end') return act(args, endFileGrant, { ...acting, says: 'Access ended' });
  if (intent === 'revoke') return act(args, revokeFileLink, { ...acting, says: 'Link revoked' });
  return act(args, setFileAccess, { ...acting, says: 'Who may read the files is set' });
}

export default function Access() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, rules } = view;
  const back = view.isDraft ? paths.findingFiles(reference) : paths.finding(reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-xl">{view.title}</span>
      <h1 className="govuk-heading-xl">Who may read the files</h1>
      <p className="govuk-body">
        The record of the finding stays readable as it is: its title, what it says and how to cite it. This is
        about its files alone, in every version.
      </p>
      <Form id="access" reply={reply} values={view.values}>
        {(fields) => (
          <>
            <AccessFields fields={fields} />
            <Button>Set it</Button>
          </>
        )}
      </Form>
      <GivenAccess view={view} />
      {rules.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What was set</h2>
          <Timeline
            events={rules.map(({ level, opensOn, reason, setAt, setBy }) => ({
              title: opensOn ? `Under embargo until ${showDate(opensOn)}` : LEVEL_WORDS[level],
              when: showInstant(setAt),
              dateTime: new Date(setAt).toISOString(),
              by: setBy.name,
              children: reason,
            }))}
          />
        </>
      )}
    </PageBody>
  );
}
