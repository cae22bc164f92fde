import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { strategyOnDay } from '~/domain/strategy/queries/strategy-on-day.server';
import { isMember } from '~/domain/actor';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { mayReadGovernance } from '~/domain/governance/governance-policy';
import { mayReadMeasures } from '~/domain/measures/measure-policy';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { isAllowed } from '~/domain/policy';
import { isoDay, showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { InsetText } from '~/ui/content/inset-text';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Lede } from '~/ui/report/lede';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { MoreStrategy } from './below/more-strategy';
import { FrameworkInForce, OtherDocuments } from './frameworks/frameworks-shown';
import { KindInForce } from './sets/kind-in-force';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(strategyOnDay, actor, { on: asked.on }));
  const readGovernance = isAllowed(mayReadGovernance(actor));
  const readMeasures = isAllowed(mayReadMeasures(actor));
  const readMoney = isAllowed(mayReadMoney(actor));
  const readScores = isAllowed(mayReadScores(actor));
  const may = { ...view.may, readGovernance, readMeasures, readMoney, readScores };
  return withDay({ ...view, inside: isMember(actor), may }, asked);
}

export const meta: MetaFunction<typeof loader> = () => pageTitle('Strategy');

export default function StrategyPage() {
  const view = useLoaderData<typeof loader>();
  const { day, asked, frameworks, kinds, otherFrameworks, otherSets, may } = view;
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">
        {asked ? `The strategy on ${showDate(day)}` : 'The strategy today'}
      </h1>
      <Lede>
        Which frameworks and lists of priorities {asked ? 'were' : 'are'} in force on {showDate(day)}, what is
        not known of them, and the words everything in Soundings is tagged with.
      </Lede>
      <AsOf
        action={paths.strategy()}
        today={paths.strategy()}
        {...{ day, typed: view.typed, wrong: view.wrong, asked }}
      />
      {view.enteredSince.length > 0 && (
        <InsetText>
          Entered after that day, though they held then: {view.enteredSince.join('; ')}. They are not part of
          what was known.
        </InsetText>
      )}
      <MoreStrategy on={asked ? isoDay(day) : undefined} inside={view.inside} scores={may.readScores} />
      <h2 className="govuk-heading-l">{frameworks.length === 1 ? 'Framework' : 'Frameworks'}</h2>
      {frameworks.length === 0 && (
        <p className="govuk-body">No framework is known to have been in force on that day.</p>
      )}
      {frameworks.length > 1 && (
        <p className="govuk-body">
          Their dates are known to the month, so around a change two of them overlap.
        </p>
      )}
      {frameworks.map((framework) => (
        <FrameworkInForce key={framework.slug} framework={framework} />
      ))}
      <h2 className="govuk-heading-l">Priorities</h2>
      {kinds.map((kind) => (
        <KindInForce key={kind.kind} {...kind} />
      ))}
      <ActionBar>
        {may.keep && (
          <Button variant="secondary" href={paths.newPrioritySet()}>
            Add a priority set
          </Button>
        )}
        {may.addInterim && (
          <Button variant="secondary" href={paths.newInterimSet()}>
            Add an interim set
          </Button>
        )}
      </ActionBar>
      <OtherDocuments frameworks={otherFrameworks} sets={otherSets} />
      <IsItWorking {...may} />
      <h2 className="govuk-heading-l">Words</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.terms()}>
          Threat areas, enablers, strands, levels and methods
        </a>{' '}
        with their definitions and every wording they had.
      </p>
      {may.readGovernance && (
        <>
          <h2 className="govuk-heading-l">Who does what</h2>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.governance()}>
              Groups that govern and groups that discuss
            </a>
            , their remits, members and decisions.
          </p>
        </>
      )}
    </PageBody>
  );
}

function IsItWorking({ readMeasures, readMoney }: { readMeasures: boolean; readMoney: boolean }) {
  return (
    <>
      {readMeasures && (
        <>
          <h2 className="govuk-heading-l">Is it working</h2>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.measures()}>
              Measures and scorecards
            </a>{' '}
            of effort, impact and threat reduction, for each priority.
          </p>
        </>
      )}
      {readMoney && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.money()}>
            Money
          </a>
          : who pays, for which strand, level and threat area, and how surely.
        </p>
      )}
    </>
  );
}
