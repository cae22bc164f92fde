import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { businessTitle, searchOf } from '~/domain/insight/business/business-models';
import { businessModels } from '~/domain/insight/business/business-models.server';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { ask } from '~/domain/query.server';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { OneStage } from './one-stage';
import { StageMatrix } from './stage-matrix';

export const meta = () => pageTitle('How the criminal business works');

const slug = z.string().max(100).optional();

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { on, ...search } = readSearch(args.request, { stage: slug, position: slug, ...onShape });
  const asked = askedDay(on, actor.asOf);
  return withDay(found(await ask(businessModels, actor, { ...search, on: asked.on })), asked);
}

export default function BusinessModels() {
  const view = useLoaderData<typeof loader>();
  const { stages, positions, areas, chosen, position, cells, may, asked, day } = view;
  const kept = { stage: chosen?.slug, position };
  const on = asked ? isoDay(day) : undefined;
  const choice = (none: string, terms: typeof stages) => [
    { text: none, value: '' },
    ...terms.map(({ slug: value, name }) => ({ text: name, value })),
  ];
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: 'How the business works', ...(chosen && { href: paths.businessModels({ on }) }) },
            ...(chosen ? [{ text: chosen.name }] : []),
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">{businessTitle(chosen, areas, cells)}</h1>
      <Lede>
        Questions and findings by the stage of the criminal business that they are about, across threat areas,
        and how harmful the stage is where a source says so. These scores stay here: they do not count in the
        priority score.
      </Lede>
      <FilterPanel action={paths.businessModels()} clearHref={paths.businessModels()} submitText="Show">
        {asked && <input type="hidden" name="on" value={isoDay(day)} />}
        <Select
          label="Stage"
          id="stage"
          name="stage"
          defaultValue={chosen?.slug}
          options={choice('All seven', stages)}
        />
        <Select
          label="Position in the chain"
          id="position"
          name="position"
          defaultValue={position}
          options={choice('Any', positions)}
        />
      </FilterPanel>
      <AsOf
        action={paths.businessModels()}
        today={paths.businessModels(kept)}
        {...{ day, asked, kept, typed: view.typed, wrong: view.wrong }}
      />
      {chosen ? <OneStage {...view} stage={chosen} /> : <StageMatrix {...view} on={on} />}
      <h2 className="govuk-heading-m">Positions in the chain</h2>
      <ScrollingTable
        name="Positions in the chain"
        firstCellIsHeader
        head={['Position', 'Who that is', 'Tagged with it']}
        rows={positions.map((one) => [
          one.name,
          one.definition,
          <a key="search" className="govuk-link" href={paths.search(searchOf({ position: one.slug }))}>
            Find<span className="govuk-visually-hidden"> what is about {one.name}</span>
          </a>,
        ])}
      />
      {may.keep && !asked && (
        <Button variant="secondary" href={paths.recordStageHarm(chosen ? { stage: chosen.slug } : {})}>
          Record how harmful a stage is
        </Button>
      )}
    </PageBody>
  );
}
