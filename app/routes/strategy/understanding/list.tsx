import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { understandingOnDay, type Judged } from '~/domain/understanding/queries/understanding-on-day.server';
import { DIMENSION_NAMES, DIMENSIONS, LEVEL_NAMES, UNKNOWN } from '~/domain/understanding/understanding';
import { mayReadUnderstanding } from '~/domain/understanding/understanding-policy';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadUnderstanding(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(understandingOnDay, actor, { on: asked.on }));
  return withDay(view, asked);
}

export const meta = () => pageTitle('Understanding');

export default function Understanding() {
  const { day, asked, typed, wrong, areas, may } = useLoaderData<typeof loader>();
  const weak = areas.filter(({ sides }) => sides.scale?.level === 'weak').length;
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Understanding' }]} />
      }
    >
      <h1 className="govuk-heading-xl">{headingOf(weak, areas.length)}</h1>
      <Lede>
        How well each threat area was understood on {showDate(day)}, in the judgement of named people. Unknown
        means that nobody has judged it, which is not the same as weak.
      </Lede>
      <AsOf action={paths.understanding()} today={paths.understanding()} {...{ day, asked, typed, wrong }} />
      <ScrollingTable
        name="Understanding of each threat area"
        firstCellIsHeader
        head={['Threat area', ...DIMENSIONS.map((dimension) => DIMENSION_NAMES[dimension])]}
        rows={areas.map(({ slug, name, sides }) => [
          <a key={slug} className="govuk-link" href={paths.rateUnderstanding(slug)}>
            {name}
          </a>,
          ...DIMENSIONS.map((dimension) => <Side key={dimension} judged={sides[dimension]} />),
        ])}
      />
      <p className="govuk-body">
        {may.rate
          ? 'Open a threat area to read the judgements and to add yours.'
          : 'Open a threat area to read the judgements.'}
      </p>
      {may.authorise && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.understandingTeams()}>
            Teams that may judge
          </a>
        </p>
      )}
    </PageBody>
  );
}

function Side({ judged }: { judged: Judged | undefined }) {
  if (!judged) return <span className="text-quiet">{UNKNOWN}</span>;
  const colour = { weak: 'orange', partial: 'yellow', good: 'green' } as const;
  return (
    <>
      <Tag colour={colour[judged.level]}>{LEVEL_NAMES[judged.level]}</Tag>
      {judged.due && <span className="govuk-hint"> to be looked at again</span>}
    </>
  );
}

function headingOf(weak: number, all: number): string {
  if (weak === 0) return 'No threat area is judged weak on scale';
  return `The scale of ${weak} of ${all} threat areas is weakly understood`;
}
