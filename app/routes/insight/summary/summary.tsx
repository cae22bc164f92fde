import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicSummary } from '~/domain/insight/summary/public-summary.server';
import { harmInBrief, inBrief, type SummaryLine } from '~/domain/insight/summary/summary';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(publicSummary, await whoAsks(args), {}));
}

export const meta = () => pageTitle('In brief');

export default function InBrief() {
  const { areas, total, day } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">What the country asks and knows about organised crime</h1>
      <Lede>
        This page is for everyone. It shows what was made public by {showDay(day)}. More may be known that is
        not public yet.
      </Lede>
      <h2 className="govuk-heading-l">All in all</h2>
      <Sentences of={inBrief(total)} />
      {areas.map((area) => (
        <Area key={area.slug} area={area} />
      ))}
      <h2 className="govuk-heading-l">What the words mean</h2>
      <p className="govuk-body">
        A team in government asks a question when it has to decide something. Some questions are answered by
        people who know. For others, a study is bought. What comes out is called a finding. It says what it
        does not tell us. Two people check how far we can trust it. “Sound” means that our trust in it is
        moderate or high.
      </p>
      <p className="govuk-body">
        A question on two kinds of crime is counted under both. The figures at the top count it once.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.publicSummaryCsv()}>
          Download these figures (CSV)
        </a>
      </p>
    </PageBody>
  );
}

function Area({ area }: { area: SummaryLine }) {
  const { slug, name, latest, harm } = area;
  return (
    <section aria-labelledby={slug}>
      <h2 className="govuk-heading-m" id={slug}>
        <a className="govuk-link" href={paths.threatArea(slug)}>
          {name}
        </a>
      </h2>
      <Sentences of={inBrief(area)} />
      {latest && (
        <p className="govuk-body">
          The newest finding:{' '}
          <a className="govuk-link" href={paths.finding(latest.reference)}>
            {latest.title}
          </a>
        </p>
      )}
      {harm.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {harm.map((figure) => (
            <li key={figure.kind}>
              {harmInBrief(figure)} Source: {figure.source}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const Sentences = ({ of }: { of: string[] }) => <p className="govuk-body">{of.join(' ')}</p>;
