import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { areaCapacity, isUnmet, type AreaCapacity } from '~/domain/insight/map/queries/area-capacity.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { MapDay } from './map-day';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const { areas, ...view } = found(await ask(areaCapacity, actor, { on: asked.on }));
  return withDay({ ...view, areas: areas.map((area) => ({ ...area, unmet: isUnmet(area) })) }, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.heading : 'Not found');

export default function CapacityPage() {
  const { areas, heading, may, on, typed, wrong } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Map', href: paths.map() }, { text: 'Capacity and drivers' }]} />}
    >
      <span className="govuk-caption-l">Capacity and drivers by threat area</span>
      <h1 className="govuk-heading-xl">{heading}</h1>
      <Lede>
        Open questions against the listed experts who say that they are available, fully or in part.
      </Lede>
      <MapDay {...{ on, typed, wrong }} action={paths.mapCapacity()} />
      <ScrollingTable
        name="Open questions and available experts"
        firstCellIsHeader
        head={['Threat area', 'Open questions', 'Live commissions', 'Available experts', 'Standing']}
        rows={areas.map((area) => [
          <a key="area" className="govuk-link" href={paths.threatArea(area.key)}>
            {area.name}
          </a>,
          <a
            key="open"
            className="govuk-link"
            href={paths.questionsAbout({ threat: area.key, state: 'asked' })}
          >
            {area.open}
          </a>,
          area.live,
          <Experts key="experts" area={area} />,
          <Standing key="standing" area={area} />,
        ])}
      />
      <Drivers areas={areas} raise={may.raiseQuestions} />
      <p className="govuk-body">Inside the network only.</p>
    </PageBody>
  );
}

type Area = AreaCapacity & { unmet: boolean };

function Experts({ area }: { area: Area }) {
  return (
    <>
      <a className="govuk-link" href={paths.expertsOn(area.reference)}>
        {area.available}
      </a>
      {area.unstated > 0 && `, and ${area.unstated} who do not say`}
    </>
  );
}

function Standing({ area }: { area: Area }) {
  if (area.unmet) return <Tag colour="red">Demand, no available expert</Tag>;
  return area.open === 0 ? 'No open question' : 'Somebody is available';
}

function Drivers({ areas, raise }: { areas: Area[]; raise: boolean }) {
  const without = areas.filter(({ driverFindings }) => driverFindings === 0);
  const map = paths.map({ questionType: 'drivers-and-causes' });
  return (
    <>
      <h2 className="govuk-heading-l">Drivers and causes</h2>
      {without.length === 0 ? (
        <p className="govuk-body">Every threat area has evidence on its drivers.</p>
      ) : (
        <>
          <p className="govuk-body">No finding says what drives:</p>
          <ul className="govuk-list govuk-list--bullet">
            {without.map(({ key, name, driverQuestions }) => (
              <li key={key}>
                {name}:{' '}
                {driverQuestions > 0
                  ? `${driverQuestions} open or live ${driverQuestions === 1 ? 'question asks' : 'questions ask'} it`
                  : 'nobody asks it'}
                {raise && (
                  <>
                    {'; '}
                    <a className="govuk-link" href={paths.raiseQuestion({ threat: key })}>
                      raise a question<span className="govuk-visually-hidden"> about {name}</span>
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        {areas
          .filter(({ driverFindings }) => driverFindings > 0)
          .map(
            ({ name, driverFindings, preventFindings }) =>
              `${name}: ${driverFindings} on drivers, ${preventFindings} of them on Prevent.`,
          )
          .join(' ')}{' '}
        <a className="govuk-link" href={map}>
          Only drivers, on the map
        </a>
        {'; '}
        <a
          className="govuk-link"
          href={paths.map({ columns: 'level', questionType: 'drivers-and-causes', strand: 'prevent' })}
        >
          only drivers on Prevent, by level
        </a>
      </p>
    </>
  );
}
