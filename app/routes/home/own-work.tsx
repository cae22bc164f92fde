import { DRAFTS, showDue, TASKS, type OwnDraft, type OwnTask } from '~/domain/insight/own/own-work';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { TaskList } from '~/ui/content/task-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { NoticesPanel, OpenQuestions, type Notice, type Open, type OwnProfile } from './around';
import type { Start } from './start-here';
import { DRAFT_PATHS, TASK_PATHS } from './task-paths';
import { WeakAreas } from './weak-areas';

/** As the loader's data arrive: instants may be text. */
type Sent<T> = {
  [K in keyof T]: T[K] extends Date ? Date | string : T[K] extends Date | null ? Date | string | null : T[K];
};

interface Props {
  name: string;
  work: {
    tasks: Sent<OwnTask>[];
    drafts: Sent<OwnDraft>[];
    open: Open[];
    notices: Notice[];
  };
  may: { ask: boolean; share: boolean; seeOpen: boolean };
  profile: OwnProfile;
  /** What an administrator has still to do before the first question. */
  steps: number;
  weak: readonly { slug: string; name: string }[];
  starts: readonly Start[];
}

export function OwnWork({ name, work, may, profile, steps, weak, starts }: Props) {
  const { tasks, drafts, open, notices } = work;
  const waiting = [
    ...setUp(steps),
    ...tasks.map(({ kind, reference, title, due }) => ({
      title: `${TASKS[kind]}: ${title || 'untitled'}`,
      href: TASK_PATHS[kind](reference),
      status: showDue(kind, due),
      statusClassName: 'desktop:whitespace-nowrap',
    })),
  ];
  return (
    <PageBody
      aside={
        <>
          <NoticesPanel notices={notices} />
          <WeakAreas areas={weak} />
        </>
      }
    >
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">Your work</h1>
      <h2 className="govuk-heading-m">Waiting for you</h2>
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          Approvals, clarifications, declarations, scores and deliverables appear here when it is your turn.
        </EmptyState>
      ) : (
        <TaskList tasks={waiting} />
      )}
      <h2 className="govuk-heading-m">Where to begin</h2>
      <ul className="govuk-list govuk-list--spaced">
        {starts.map(({ text, href, what }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {text}
            </a>
            <span className="govuk-hint govuk-!-margin-bottom-0"> {what}</span>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">Your drafts</h2>
      {drafts.length === 0 && <p className="govuk-body">You have no drafts.</p>}
      {drafts.length > 0 && (
        <TaskList
          tasks={drafts.map(({ kind, reference, title, changedAt }) => ({
            title: `${DRAFTS[kind]}: ${title || 'untitled'}`,
            href: DRAFT_PATHS[kind](reference),
            status: `Changed ${showDay(changedAt)}`,
          }))}
        />
      )}
      <ActionBar>
        {may.ask && <Button href={paths.newQuestion()}>Ask a question</Button>}
        {may.share && (
          <Button variant={may.ask ? 'secondary' : undefined} href={paths.shareFinding()}>
            Share research
          </Button>
        )}
      </ActionBar>
      {may.seeOpen && (profile.exists || steps === 0) && <OpenQuestions open={open} profile={profile} />}
    </PageBody>
  );
}

const setUp = (steps: number) =>
  steps === 0
    ? []
    : [
        {
          title: 'Set Soundings up: before the first question',
          href: paths.administration(),
          status: steps === 1 ? '1 step to do' : `${steps} steps to do`,
        },
      ];
