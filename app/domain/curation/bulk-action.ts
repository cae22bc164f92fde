import type { QueueKind } from './queue';

export const BULK_ACTIONS = [
  'accept-joins',
  'decline-joins',
  'publish-findings',
  'return-findings',
  'decline-findings',
  'remind-approvers',
  'remind-answerers',
  'reaffirm-findings',
  'remind-deciders',
  'remind-owners',
  'remind-experts',
  'tag-findings',
  'remind-appraisers',
  'ask-raters',
  'remind-askers',
  'remind-levels',
  'merge-findings',
  'merge-questions',
  'merge-organisations',
  'keep-findings-apart',
  'keep-questions-apart',
  'keep-organisations-apart',
  'retag-findings',
  'adopt-terms',
  'decline-terms',
  'take-up-leads',
  'set-leads-aside',
] as const;
export type BulkActionName = (typeof BULK_ACTIONS)[number];

/** What an action asks for, besides the things it acts on. */
export type Asks = 'nothing' | 'reason' | 'optional reason' | 'day' | 'tags';

export interface BulkAction {
  kind: QueueKind;
  /** On the button, and as the sentence of what was done. */
  label: string;
  done: string;
  /** What happens to each thing, for the preview. */
  changes: string;
  asks: Asks;
  undoable: boolean;
}

const remind = (kind: QueueKind, whom: string): BulkAction => ({
  kind,
  label: `Remind ${whom}`,
  done: 'reminded',
  changes: 'A reminder goes out, and it leaves the desk for a week.',
  asks: 'nothing',
  undoable: false,
});

const merge = (kind: QueueKind, moved: string): BulkAction => ({
  kind,
  label: 'Merge into the older one',
  done: 'merged',
  changes: `Its address leads to the older one from then on. ${moved} The history of both is kept.`,
  asks: 'reason',
  undoable: true,
});

const keepApart = (kind: QueueKind): BulkAction => ({
  kind,
  label: 'They are not the same',
  done: 'kept apart',
  changes: 'The two are not shown as duplicates any more.',
  asks: 'nothing',
  undoable: false,
});

export const ACTIONS: Record<BulkActionName, BulkAction> = {
  'accept-joins': {
    kind: 'joins',
    label: 'Accept into the network',
    done: 'accepted',
    changes: 'They become verified members and are told.',
    asks: 'optional reason',
    undoable: true,
  },
  'decline-joins': {
    kind: 'joins',
    label: 'Decline',
    done: 'declined',
    changes: 'They are told why and keep reading what is public.',
    asks: 'reason',
    undoable: true,
  },
  'publish-findings': {
    kind: 'findings',
    label: 'Publish to the network',
    done: 'published',
    changes: 'Every member can read and rate it.',
    asks: 'nothing',
    undoable: true,
  },
  'return-findings': {
    kind: 'findings',
    label: 'Return for changes',
    done: 'returned',
    changes: 'Its author is told what has to change and can send it again.',
    asks: 'reason',
    undoable: true,
  },
  'decline-findings': {
    kind: 'findings',
    label: 'Decline',
    done: 'declined',
    changes: 'It does not enter the knowledge base; its author is told why.',
    asks: 'reason',
    undoable: true,
  },
  'reaffirm-findings': {
    kind: 'reviews',
    label: 'It still stands: set the next review date',
    done: 'reaffirmed',
    changes: 'It is marked as looked at today and comes back on the date you give.',
    asks: 'day',
    undoable: true,
  },
  'tag-findings': {
    kind: 'untagged',
    label: 'Add threat areas and strands',
    done: 'tagged',
    changes: 'The tags you choose are added to those it has.',
    asks: 'tags',
    undoable: true,
  },
  'remind-approvers': remind('approvals', 'the senior responsible owner'),
  'remind-answerers': remind('clarifications', 'the asking team'),
  'remind-owners': remind('questionReviews', 'the asking team'),
  'remind-deciders': remind('decisions', 'the asking team'),
  'remind-experts': remind('profiles', 'the expert'),
  'remind-appraisers': {
    ...remind('appraisals', 'experts'),
    label: 'Ask experts of its threat areas to appraise it',
    done: 'asked',
    changes: 'Up to ten experts of its threat areas are asked, and it leaves the desk for a week.',
  },
  'ask-raters': {
    ...remind('disagreements', 'raters'),
    label: 'Ask the raters to look again',
    done: 'asked',
    changes:
      'Everybody who rated it is asked whether their rating still stands, and it leaves the desk for a week.',
  },
  'remind-askers': remind('unanswered', 'the asking team'),
  'remind-levels': remind('cascades', 'the teams that were asked'),
  'merge-findings': merge(
    'duplicateFindings',
    'Tags and links move; ratings and impact records stay with it and are shown.',
  ),
  'merge-questions': merge(
    'duplicateQuestions',
    'Who watched it watches the older one; answers stay with the team that asked.',
  ),
  'merge-organisations': merge('duplicateOrganisations', 'Teams, people and e-mail domains move.'),
  'keep-findings-apart': keepApart('duplicateFindings'),
  'keep-questions-apart': keepApart('duplicateQuestions'),
  'keep-organisations-apart': keepApart('duplicateOrganisations'),
  'retag-findings': {
    kind: 'retagging',
    label: 'Tag with the successor',
    done: 'tagged',
    changes: 'Each retired tag gives way to the term that took its place; the other tags stay.',
    asks: 'nothing',
    undoable: true,
  },
  'adopt-terms': {
    kind: 'termProposals',
    label: 'Take in as a term',
    done: 'taken in',
    changes: 'Everybody can tag with it, and whoever proposed it is told.',
    asks: 'nothing',
    undoable: false,
  },
  'decline-terms': {
    kind: 'termProposals',
    label: 'Decline',
    done: 'declined',
    changes: 'Whoever proposed it is told why.',
    asks: 'reason',
    undoable: false,
  },
  'take-up-leads': {
    kind: 'referenceLeads',
    label: 'Taken up',
    done: 'taken up',
    changes: 'It leaves the desk: the knowledge base has the work, or you have added it.',
    asks: 'nothing',
    undoable: false,
  },
  'set-leads-aside': {
    kind: 'referenceLeads',
    label: 'Set aside',
    done: 'set aside',
    changes: 'It leaves the desk, with your reason.',
    asks: 'reason',
    undoable: false,
  },
};

export const actionsOn = (kind: QueueKind): BulkActionName[] =>
  BULK_ACTIONS.filter((name) => ACTIONS[name].kind === kind);

/** Most things in one bulk action: what one page of a queue can show ticked. */
export const MOST_ITEMS = 200;
export const UNDO_HOURS = 24;
const HOUR_MS = 3_600_000;

export interface UndoStamps {
  action: BulkActionName;
  doneAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
}

/** Why it can no longer be undone; null when it can. */
export function whyNotUndone({ action, doneAt, finishedAt, undoneAt }: UndoStamps, now: Date): string | null {
  if (!ACTIONS[action].undoable) return 'A reminder that has gone out cannot be called back.';
  if (undoneAt) return 'This was undone already.';
  if (!finishedAt) return 'It is not finished yet. Let it finish first.';
  if (now.getTime() >= doneAt.getTime() + UNDO_HOURS * HOUR_MS)
    return `It was done more than ${UNDO_HOURS} hours ago.`;
  return null;
}
