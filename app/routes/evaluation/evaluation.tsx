import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { evaluationPage } from '~/domain/evaluation/queries/evaluation-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { TaskList } from '~/ui/content/task-list';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from './chain-of-evaluation.server';
import { tasksOf } from './evaluation-tasks';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(evaluationPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Evaluation', data.view.title] : ['Not found']));

const STANDINGS = {
  missing: <Tag colour="yellow">To declare</Tag>,
  undecided: <Tag colour="orange">Interest to be decided</Tag>,
  clear: 'Declared',
  conflicted: <Tag colour="red">Conflict</Tag>,
};

export default function Evaluation() {
  const { view, chain } = useLoaderData<typeof loader>();
  const opened = view.stage !== 'beforeOpening';
  return (
    <EvaluationPage chain={chain} question={view}>
      <MetaLine state={{ text: view.stageName, colour: view.stage === 'decided' ? 'green' : 'blue' }}>
        {view.route}
      </MetaLine>
      <h1 className="govuk-heading-l">Evaluation</h1>
      {view.hold && (
        <InsetText>
          This competition is on hold, to be reviewed on {showDate(view.hold.reviewOn)}. Nothing is
          recommended, decided, announced or signed until then.
        </InsetText>
      )}
      {view.waits.length > 0 && <Waits waits={view.waits} />}
      <TaskList tasks={tasksOf(view)} />
      {view.bids && <Bids bids={view.bids} />}
      <h2 className="govuk-heading-m govuk-!-margin-top-6">The panel</h2>
      {view.panel.length === 0 ? (
        <p className="govuk-body">Nobody has been appointed yet.</p>
      ) : (
        <ScrollingTable
          name="The panel"
          head={['Name', 'Part', ...(opened ? ['Interests at opening'] : [])]}
          rows={view.panel.map(({ name, role, standing }) => [
            name,
            role,
            ...(opened ? [STANDINGS[standing]] : []),
          ])}
        />
      )}
    </EvaluationPage>
  );
}

const Waits = ({ waits }: { waits: string[] }) => (
  <InsetText>
    <p className="govuk-body">Scoring starts by itself once nothing is missing:</p>
    <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
      {waits.map((wait) => (
        <li key={wait}>{wait}</li>
      ))}
    </ul>
  </InsetText>
);

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

const CHECKS = {
  none: '',
  agreed: '',
  toCheck: 'Essential requirements are to be checked before it is scored',
  toAgree: 'Essential requirements are checked: another of the panel agrees',
};

const isChecked = ({ requirements }: { requirements: keyof typeof CHECKS }) =>
  requirements === 'none' || requirements === 'agreed';

const OWN_SCORES = { done: 'Your scores are in', started: 'You have started', 'to do': 'To score' };

const Bids = ({ bids }: { bids: NonNullable<View['bids']> }) => (
  <>
    <h2 className="govuk-heading-m govuk-!-margin-top-6">Bids</h2>
    {bids.length === 0 ? (
      <p className="govuk-body">There is no bid to assess.</p>
    ) : (
      <TaskList
        idPrefix="bids"
        tasks={bids.map((bid) => ({
          title: bid.bidder,
          ...(isChecked(bid)
            ? {
                href: paths.scores(bid.reference),
                hint: bid.complete ? 'All scores are in' : 'Scores of the panel are awaited',
              }
            : { href: paths.requirements(bid.reference), hint: CHECKS[bid.requirements] }),
          status:
            bid.scores && isChecked(bid) ? (
              bid.mine === 'done' ? (
                OWN_SCORES.done
              ) : (
                <Tag colour="blue">{OWN_SCORES[bid.mine]}</Tag>
              )
            ) : (
              'To read'
            ),
        }))}
      />
    )}
  </>
);
