import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  coverageMatrix,
  type CoverageRow,
  type PlaceCounts,
} from '~/domain/insight/direction/coverage-matrix.server';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { ask } from '~/domain/query.server';
import { isoDay } from '~/domain/uk-time';
import { countryCalled, countryName } from '~/domain/understanding/places/countries';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, withDay } from '~/web/asked-day.server';
import { coverageShape } from './shape';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { by, country: place, on } = readSearch(args.request, coverageShape);
  const country = place ? (countryCalled(place) ?? undefined) : undefined;
  const asOf = askedDay(on, actor.asOf);
  const view = found(await ask(coverageMatrix, actor, { by, country, on: asOf.on }));
  return withDay({ ...view, place, isUnknown: place !== undefined && country === undefined }, asOf);
}

export const meta = () => pageTitle('Coverage by place');

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Coverage() {
  const view = useLoaderData<typeof loader>();
  const { by, country, place, isUnknown, columns, rows, places, total, day, asked } = view;
  const on = asked ? isoDay(day) : undefined;
  const kept = { by, ...(place ? { country: place } : {}) };
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Coverage by place' }]} />
      }
    >
      <h1 className="govuk-heading-xl">{headingOf(view)}</h1>
      <Lede>
        Questions and findings by market and place{country ? ` about ${countryName(country)}` : ''}. One that
        is about several places stands in each, and is counted once in the totals.
      </Lede>
      <FilterPanel action={paths.coverage()} title="Show" submitText="Show" clearHref={paths.coverage()}>
        {asked && <input type="hidden" name="on" value={isoDay(day)} />}
        <Select
          label="Places"
          id="by"
          name="by"
          defaultValue={by}
          options={[
            { text: 'Levels, from local to online', value: 'level' },
            { text: 'Countries', value: 'country' },
          ]}
        />
        <TextInput
          label="Only about this country (optional)"
          id="country"
          name="country"
          defaultValue={place}
          error={isUnknown ? 'No country is called that' : undefined}
        />
      </FilterPanel>
      <AsOf
        action={paths.coverage()}
        today={paths.coverage(kept)}
        {...{ day, asked, kept, typed: view.typed, wrong: view.wrong }}
      />
      <ScrollingTable
        name="Questions and findings by market and place"
        firstCellIsHeader
        head={['Market', ...columns.map(({ name }) => name), 'All']}
        rows={[
          ...rows.map((row) => [
            <a key="name" className="govuk-link" href={paths.threatArea(row.slug)}>
              {row.name}
            </a>,
            ...columns.map((column) => <Cell key={column.key} row={row} column={column} view={view} />),
            inWords(row.all),
          ]),
          ['All, each once', ...columns.map(({ key }) => inWords(places[key] ?? NONE)), inWords(total)],
        ]}
      />
      <ActionBar>
        <Button
          variant="secondary"
          href={paths.coverageCsv({ by, country: country ?? '', ...(on ? { on } : {}) })}
        >
          Download as CSV
        </Button>
      </ActionBar>
    </PageBody>
  );
}

const NONE: PlaceCounts = { question: 0, finding: 0 };

const inWords = ({ question, finding }: PlaceCounts) =>
  `${question} ${question === 1 ? 'question' : 'questions'}, ${finding} ${finding === 1 ? 'finding' : 'findings'}`;

interface CellProps {
  row: CoverageRow;
  column: { key: string; name: string };
  view: View;
}

/** What is there, as a search; an empty one leads to asking about it. */
function Cell({ row, column, view: { by, may } }: CellProps) {
  const counts = row.cells[column.key] ?? NONE;
  if (counts.question + counts.finding > 0) {
    const place = by === 'level' ? `level:${column.key}` : `country:"${column.name}"`;
    return (
      <a className="govuk-link" href={paths.search(`threat:${row.slug} ${place}`)}>
        {inWords(counts)}
        <span className="govuk-visually-hidden">
          {' '}
          on {row.name}, {column.name}
        </span>
      </a>
    );
  }
  if (!may.raise || by === 'country') return <span className="text-quiet">None</span>;
  return (
    <a className="govuk-link" href={paths.raiseQuestion({ threat: row.slug, level: column.key })}>
      Raise a question
      <span className="govuk-visually-hidden">
        {' '}
        about {row.name}, {column.name}
      </span>
    </a>
  );
}

function headingOf({ by, columns, rows }: View): string {
  if (by === 'country')
    return columns.length === 0 ? 'Nothing says which country it is about' : 'Coverage by country';
  const empty = rows.filter(({ cells }) => {
    const { question, finding } = cells['international'] ?? NONE;
    return question + finding === 0;
  }).length;
  return `${empty} of ${rows.length} markets have nothing international`;
}
