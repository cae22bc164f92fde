import type { evaluationPage } from '~/domain/evaluation/queries/evaluation-page.server';
import type { Denial } from '~/domain/policy';
import { paths } from '~/paths';
import type { Task } from '~/ui/content/task-list';
import { Tag } from '~/ui/content/tag';
import { TaskStatus } from '~/ui/content/task-status';

type View = Exclude<NonNullable<Awaited<ReturnType<typeof evaluationPage.read>>>, Denial>;

/** The steps of the evaluation that the actor has a part in, in their order. */
export function tasksOf(view: View): (Task | false)[] {
  const { reference, may, stage, mine } = view;
  const past = (stages: View['stage'][]) => stages.includes(stage);
  const scored = past(['ranking', 'recommended', 'decided']);
  return [
    may.runPanel && {
      title: 'Appoint the panel',
      href: paths.panel(reference),
      status: view.panel.length > 0 ? 'Appointed' : <TaskStatus state="to do" />,
    },
    may.seeAssessors && {
      title: 'Invite assessors',
      href: paths.assessors(reference),
      status: view.assigning ? 'Each scores some of the bids' : 'Each scores all bids',
    },
    mine.capacities.length > 0 && {
      title: 'Declare your interests',
      href: paths.declaration(reference),
      status: declarationStatus(mine),
    },
    expressionsTask(view),
    stage === 'beforeOpening' &&
      mine.capacities.some((capacity) => capacity === 'moderator' || capacity === 'budgetHolder') && {
        title: 'Open the bids',
        href: paths.opening(reference),
        status: 'After closing',
      },
    may.seeDeclarations && {
      title: 'Declarations of interest',
      href: paths.declarations(reference),
      status: 'To read',
    },
    may.seeConflicts && {
      title: 'Conflicts of interest',
      href: paths.conflicts(reference),
      status: 'To read',
    },
    may.prefer && {
      title: 'Say which bids you could assess',
      href: paths.preferences(reference),
      status: view.assigning?.confirmed ? 'Bids are assigned' : <TaskStatus state="to do" />,
    },
    may.assign && {
      title: 'Decide who assesses what',
      href: paths.assignment(reference),
      status: view.assigning?.confirmed ? 'Confirmed' : <TaskStatus state="to do" />,
    },
    may.seeAssessments && {
      title: 'Follow the assessments',
      href: paths.assessments(reference),
      status: view.assigning?.confirmed ? 'To read' : <TaskStatus state="not yet" />,
    },
    view.bids !== null && {
      title: may.moderate ? 'Lead the moderation meeting' : 'Follow the moderation',
      href: paths.moderation(reference),
      status:
        scored || stage === 'interviewing' ? (
          'Completed'
        ) : (
          <TaskStatus state={stage === 'scoring' ? 'started' : 'not yet'} />
        ),
    },
    view.interviews && interviewTask(view, scored),
    may.seeRanking && { title: 'Ranking', href: paths.ranking(reference), status: 'Ready' },
    may.seeRanking &&
      may.moderate && {
        title: 'Recommend',
        href: paths.recommendation(reference),
        status: past(['recommended', 'decided']) ? 'Completed' : <TaskStatus state="to do" />,
      },
    may.decide && {
      title: 'Decide on the recommendation',
      href: paths.decision(reference),
      status: <TaskStatus state="to do" />,
    },
    stage === 'decided' &&
      may.tellBidders && {
        title: 'Summaries, notice and awards',
        href: paths.summaries(reference),
        status: 'Decided',
      },
    ...decidingTasks(view),
    may.readFile && {
      title: 'The file of this question',
      href: paths.questionFile(reference),
      status: 'To print',
    },
  ];
}

function declarationStatus({ standing }: View['mine']) {
  if (standing === null) return 'Nothing due';
  if (standing === 'missing') return <TaskStatus state="to do" />;
  return standing === 'undecided' ? <Tag colour="orange">Being decided</Tag> : 'Completed';
}

const expressionsTask = ({ expressions, reference }: View): Task | false =>
  expressions !== null && {
    title: 'Judge expressions of interest',
    href: paths.expressions(reference),
    status: expressionsStatus(expressions),
  };

/** With all of them judged, the moderator tells everybody. */
function expressionsStatus({ waiting, told }: NonNullable<View['expressions']>) {
  if (told) return 'Completed';
  return <Tag colour="blue">{waiting > 0 ? `${waiting} to judge` : 'To be told'}</Tag>;
}

const interviewTask = ({ bids, may, reference }: View, scored: boolean): Task | false =>
  bids !== null && {
    title: may.moderate ? 'Hold the interviews' : 'Follow the interviews',
    href: paths.interviews(reference),
    status: scored ? 'Completed' : <TaskStatus state="started" />,
  };

const decidingTasks = ({ reference, may, hold }: View): (Task | false)[] => [
  may.reserve && { title: 'Reserve list', href: paths.reserve(reference), status: 'Optional' },
  may.hold && {
    title: hold ? 'Take the competition off hold' : 'Put the competition on hold',
    href: paths.hold(reference),
    status: hold ? <Tag colour="yellow">On hold</Tag> : 'Optional',
  },
];
