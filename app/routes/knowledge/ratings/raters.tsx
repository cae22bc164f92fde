import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ask } from '~/domain/query.server';
import { biasInWords, figuresReadBy, weightInWords } from '~/domain/ratings/model/rater-figures';
import { raterFigures } from '~/domain/ratings/queries/rater-figures.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, notFound } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('How people rate');

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, {
    set: z.string().max(20).optional(),
    after: z.uuid().optional(),
  });
  const actor = await personWhoAsks(args);
  if (!figuresReadBy(actor)) throw forbidden('Only verified members of the network rate findings.');
  const figures = found(await ask(raterFigures, actor, search));
  if (search.set && !figures.chosen) throw notFound();
  return figures;
}

export default function HowPeopleRate() {
  const { read, sets, chosen, raters, next } = useLoaderData<typeof loader>();
  const crumbs = [{ text: 'Knowledge base', href: paths.findings() }, { text: 'How people rate' }];
  return (
    <PageBody wide before={<Breadcrumbs items={crumbs} />}>
      <h1 className="govuk-heading-xl">{read === 'own' ? 'How you rate' : 'How people rate'}</h1>
      <Lede>
        Some rate higher than others, and some agree with the others less. The adjusted figure on a finding
        allows for both.
      </Lede>
      <p className="govuk-body">
        It is worked out every night for each priority set. The plain mean stays beside it, and nobody’s
        rating is changed.{' '}
        {read === 'own' ? 'Only you and the coordinators see this.' : 'Each person sees their own row.'}
      </p>
      {sets.length > 1 && (
        <ul className="govuk-list">
          {sets.map(({ reference, document }) => (
            <li key={reference}>
              {reference === chosen?.reference ? (
                <strong>{document}</strong>
              ) : (
                <a className="govuk-link" href={paths.raterFigures(reference)}>
                  {document}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {!chosen || raters.length === 0 ? (
        <EmptyState title="Too little to tell yet">
          Somebody’s figures stand here once enough people have rated the same findings for the same
          priorities as they have. Until then the mean drawn towards the general mean stands alone.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="How people rate"
          caption={`${chosen.document}: ${chosen.ratings.toLocaleString('en-GB')} ratings, worked out on ${showDay(chosen.fittedAt)}, model ${chosen.version}`}
          captionSize="m"
          head={['Rater', 'Ratings', 'Rates', 'One of their ratings counts', 'Weight', 'Bias']}
          firstCellIsHeader
          rows={raters.map(({ rater, isOwn, ratings, bias, weight }) => [
            isOwn ? `${rater} (you)` : rater,
            String(ratings),
            biasInWords(bias),
            weightInWords(weight),
            weight.toFixed(2),
            bias.toFixed(2),
          ])}
        />
      )}
      {chosen && next && <Pagination next={{ href: paths.raterFigures(chosen.reference, next) }} />}
    </PageBody>
  );
}
