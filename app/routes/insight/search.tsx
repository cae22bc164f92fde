import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { LONGEST } from '~/domain/matching/language/query-language';
import { searchEverything } from '~/domain/matching/queries/search-everything.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { Hits } from './hits';
import { HowToSearch, NothingFound } from './how-to-search';
import { Problems } from './problems';

/** The lists of questions and findings read loose words, and fewer of them. */
const LONGEST_OF_LISTS = 200;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const { q = '' } = readSearch(args.request, { q: z.string().optional() });
  const tooLong = q.length > LONGEST;
  const view = found(await ask(searchEverything, actor, { q: tooLong ? '' : q }));
  return { ...view, q, tooLong, signedIn: actor.kind === 'person' };
}

export const meta = () => pageTitle('Search');

export default function SearchPage() {
  const { q, asked, plain, problems, questions, findings, experts, organisations, tooLong, signedIn } =
    useLoaderData<typeof loader>();
  const listed = plain && q.length <= LONGEST_OF_LISTS;
  const nothing = [questions, findings, experts, organisations].every((group) => !group?.hits.length);
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Search</h1>
      <form method="get" action={paths.search()} role="search">
        <TextInput
          name="q"
          type="search"
          label="Words"
          hint="Any of the words is enough. Put a phrase in quotes, and a minus before what to leave out"
          defaultValue={q}
          error={tooLong ? `Use ${LONGEST} characters or fewer` : undefined}
        />
        <Button>Search</Button>
      </form>
      <Problems problems={problems} />
      {!asked && <HowToSearch />}
      {asked && nothing && <NothingFound q={q} />}
      {asked && !nothing && (
        <>
          <Hits
            title="Questions"
            group={questions}
            address={paths.question}
            all={listed ? { href: paths.questionsAbout({ q }), text: 'More questions' } : null}
          />
          <Hits
            title="Findings"
            group={findings}
            address={paths.finding}
            all={listed ? { href: paths.findingsAbout({ q }), text: 'More findings' } : null}
          />
          {experts && <Hits title="Experts" group={experts} address={paths.expert} all={null} />}
          {organisations && (
            <Hits title="Organisations" group={organisations} address={paths.organisation} all={null} />
          )}
        </>
      )}
      {asked && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.search()}>
            How to ask for more than words
          </a>
        </p>
      )}
      {!signedIn && (
        <p className="govuk-body">
          You see what was released to the public.{' '}
          <a className="govuk-link" href={paths.signIn()}>
            Sign in
          </a>{' '}
          to search all that you may see.
        </p>
      )}
    </PageBody>
  );
}
