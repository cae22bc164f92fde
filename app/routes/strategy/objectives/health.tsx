import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { healthPage } from '~/domain/insight/direction/health-page.server';
import { ask } from '~/domain/query.server';
import { NEED_NAMES, OBJECTIVE_NEEDS, RECENT_YEARS } from '~/domain/strategy/objectives/completeness';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
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
  permitted(mayReadScores(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(healthPage, actor, { on: asked.on }));
  return withDay(view, asked);
}

export const meta = () => pageTitle('Health of the strategy');

export default function StrategyHealth() {
  const { day, asked, typed, wrong, frameworks, orphans, may } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Health' }]} />}
    >
      <h1 className="govuk-heading-xl">{headingOf(frameworks, orphans.length)}</h1>
      <Lede>
        What each objective in force on {showDate(day)} has and lacks, and which threat areas none of them
        covers.
      </Lede>
      <AsOf
        action={paths.strategyHealth()}
        today={paths.strategyHealth()}
        {...{ day, asked, typed, wrong }}
      />
      {frameworks.length === 0 && <p className="govuk-body">No framework was in force.</p>}
      {frameworks.map(({ slug, document, objectives }) => (
        <section key={slug}>
          <h2 className="govuk-heading-l">
            <a className="govuk-link" href={paths.framework(slug)}>
              {document}
            </a>
          </h2>
          <ScrollingTable
            name={`Objectives of ${document}`}
            head={['Objective', ...OBJECTIVE_NEEDS.map((need) => NEED_NAMES[need]), 'Missing', '']}
            rows={objectives.map((objective) => [
              <a key="name" className="govuk-link" href={paths.objective(objective.reference)}>
                {objective.name}
              </a>,
              ...OBJECTIVE_NEEDS.map((need) => (objective.checklist[need] ? 'Present' : 'Missing')),
              `${objective.missing.length} of ${OBJECTIVE_NEEDS.length}`,
              may.describe ? (
                <a key="describe" className="govuk-link" href={paths.describeObjective(objective.reference)}>
                  Describe<span className="govuk-visually-hidden"> {objective.name}</span>
                </a>
              ) : (
                ''
              ),
            ])}
          />
          <Stale objectives={objectives} />
        </section>
      ))}
      <h2 className="govuk-heading-l">Threat areas without an objective</h2>
      {orphans.length === 0 && <p className="govuk-body">Every threat area is covered by an objective.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {orphans.map(({ slug, name, set }) => (
          <li key={slug}>
            <a className="govuk-link" href={paths.threatArea(slug)}>
              {name}
            </a>
            : {set ? `a priority of ${set} covers it` : 'no priority in force covers it either'}
          </li>
        ))}
      </ul>
    </PageBody>
  );
}

interface ObjectiveShown {
  reference: string;
  name: string;
  recent: boolean;
  latestYear: number | null;
}

function Stale({ objectives }: { objectives: readonly ObjectiveShown[] }) {
  const stale = objectives.filter(({ recent }) => !recent);
  return (
    <>
      <h3 className="govuk-heading-m">Without evidence of the last {RECENT_YEARS} years</h3>
      {stale.length === 0 && <p className="govuk-body">None.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {stale.map(({ reference, name, latestYear }) => (
          <li key={reference}>
            {name}: {latestYear === null ? 'no finding at all' : `the latest is of ${latestYear}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function headingOf(frameworks: { objectives: { missing: string[] }[] }[], orphans: number): string {
  const objectives = frameworks.flatMap((framework) => framework.objectives);
  const bare = objectives.filter(({ missing }) => missing.length > 0).length;
  const areas = `${orphans} threat ${orphans === 1 ? 'area has' : 'areas have'} no objective`;
  return `${bare} of ${objectives.length} objectives lack something; ${areas}`;
}
