import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadMail } from '~/domain/notifications/kept-mail-policy';
import { letter } from '~/domain/notifications/queries/letter.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { LetterTag } from './letter-tag';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayReadMail(actor));
  return found(await ask(letter, actor, { id: args.params.id }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.subject ?? 'Mail');

export default function Letter() {
  const shown = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Administration', href: paths.administration() },
            { text: 'Mail', href: paths.keptMail() },
            { text: shown.subject },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-l">{shown.subject}</h1>
      <SummaryList
        rows={[
          { key: 'To', value: shown.toAddress },
          { key: 'Written', value: showInstant(shown.queuedAt) },
          { key: 'State', value: <LetterTag letter={shown} /> },
          ...(shown.sentAt ? [{ key: 'Sent', value: showInstant(shown.sentAt) }] : []),
          ...(shown.lastError ? [{ key: `After ${shown.attempts} tries`, value: shown.lastError }] : []),
        ]}
      />
      <pre className="govuk-body overflow-x-auto whitespace-pre-wrap break-words">{shown.text}</pre>
    </PageBody>
  );
}
