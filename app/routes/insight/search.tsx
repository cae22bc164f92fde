import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NOUNS } from '~/domain/matching/language/fields';
import { LONGEST } from '~/domain/matching/language/query-language';
import { searchEverything } from '~/domain/matching/queries/search-everything.server';
import { pagesNamed } from '~/domain/matching/pages/pages-named.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { HowToSearch, NothingFound } from './how-to-search';
import { Problems } from './problems';
import { Found } from './search/found';
import { DidYouMean } from './search/meant';
import { Chosen, Narrow, ToNarrow } from './search/narrow';
import { PagesFound } from './search/pages-found';
import { productPages } from './search/product-pages.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const { q = '', of } = readSearch(args.request, { q: z.string().optional(), of: z.enum(NOUNS).optional() });
  const tooLong = q.length > LONGEST;
  const asked = tooLong ? '' : q;
  const [view, named] = await Promise.all([
    ask(searchEverything, actor, { q: asked, of }),
    of ? null : ask(pagesNamed, actor, { q: asked }),
  ]);
  const pages = { named: named ?? [], product: of ? [] : productPages(actor, asked) };
  return { view: found(view), pages, q, of, tooLong, signedIn: actor.kind === 'person' };
}

export const meta = () => pageTitle('Search');

export default function SearchPage() {
  const { view, pages, q, of, tooLong, signedIn } = useLoaderData<typeof loader>();
  const { asked, problems, suggestions, facets, countedFirst } = view;
  const groups = [view.questions, view.findings, view.experts, view.organisations];
  const nothing = groups.every((group) => !group?.hits.length);
  const onPages = pages.named.length + pages.product.length > 0;
  return (
    <PageBody aside={asked && !nothing && <Narrow facets={facets} countedFirst={countedFirst} />}>
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
      <DidYouMean suggestions={suggestions} />
      <Chosen chosen={facets.chosen} />
      {!nothing && <ToNarrow offers={facets.offers} />}
      {!asked && <HowToSearch />}
      <PagesFound {...pages} />
      {asked && nothing && !onPages && <NothingFound q={q} />}
      {asked && !nothing && <Found q={q} of={of} view={view} />}
      {asked && (
        <ul className="govuk-list">
          {signedIn && !tooLong && (
            <li>
              <a className="govuk-link" href={paths.saveSearch(q)}>
                Save this search
              </a>
            </li>
          )}
          <li>
            <a className="govuk-link" href={paths.search()}>
              How to ask for more than words
            </a>
          </li>
        </ul>
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
