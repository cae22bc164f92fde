import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayReadMail } from '~/domain/notifications/kept-mail-policy';
import { LETTER_STATES } from '~/domain/notifications/letter';
import { mailList } from '~/domain/notifications/queries/mail-list.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { ServiceNavigation } from '~/ui/navigation/service-navigation';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { LetterTag, STATE_WORDS } from './letter-tag';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayReadMail(actor));
  const search = readSearch(args.request, {
    state: z.enum(LETTER_STATES).optional(),
    after: z.uuid().optional(),
  });
  return { ...found(await ask(mailList, actor, search)), state: search.state ?? null };
}

export const meta: MetaFunction = () => pageTitle('Mail');

const address = (search: Record<string, string>) =>
  `${paths.keptMail()}?${new URLSearchParams(search).toString()}`;

export default function Mail() {
  const { letters, next, state } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Administration', href: paths.administration() }, { text: 'Mail' }]} />
      }
    >
      <h1 className="govuk-heading-l">Mail</h1>
      <p className="govuk-body">
        Without settings for a mail server letters are kept here, so that you can hand on an invitation or a
        link to set a password. Reading a letter is recorded. Letters about a competition are listed once it
        is decided.
      </p>
      <ServiceNavigation
        items={[
          { text: 'All', href: paths.keptMail(), current: state === null },
          ...LETTER_STATES.map((one) => ({
            text: STATE_WORDS[one],
            href: address({ state: one }),
            current: state === one,
          })),
        ]}
      />
      {letters.length === 0 ? (
        <EmptyState title="No letters here">Letters stand here from the moment they are written.</EmptyState>
      ) : (
        <ScrollingTable
          name="Letters"
          head={['Written', 'To', 'Subject', 'State']}
          rows={letters.map((letter) => [
            showInstant(letter.queuedAt),
            letter.toAddress,
            <a key={letter.id} className="govuk-link" href={paths.keptLetter(letter.id)}>
              {letter.subject}
            </a>,
            <LetterTag key="state" letter={letter} />,
          ])}
        />
      )}
      <Pagination
        {...(next ? { next: { href: address({ ...(state ? { state } : {}), after: next }) } } : {})}
      />
    </PageBody>
  );
}
