import { showDay } from '~/domain/uk-time';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Line {
  reference: string;
  title: string;
  detail: string;
  since: Date | string;
}

interface Props {
  kind: string;
  lines: Line[];
  actions: { name: string; label: string }[];
  allTicked: boolean;
  since: string;
}

/** The queue with a box for each thing; a button per action leads to its preview. Nothing is changed here. */
export function Selection({ kind, lines, actions, allTicked, since }: Props) {
  return (
    <form method="get" action={paths.deskPreview(kind)}>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.deskQueue(kind, allTicked ? {} : { all: '1' })}>
          {allTicked ? 'Clear the selection' : 'Select all, up to 200'}
        </a>
      </p>
      {allTicked && <Actions actions={actions} />}
      <ScrollingTable
        name="What waits"
        head={['Select', 'What', 'Of', since]}
        rows={lines.map((line, index) => [
          <Box key={line.reference} line={line} first={index === 0} ticked={allTicked} />,
          <a key="open" className="govuk-link" href={paths.deskItem(kind, line.reference)}>
            {line.title}
          </a>,
          line.detail,
          showDay(line.since),
        ])}
      />
      <Actions actions={actions} />
      <p className="govuk-hint">You see a preview first.</p>
    </form>
  );
}

function Actions({ actions }: Pick<Props, 'actions'>) {
  return (
    <div className="govuk-button-group">
      {actions.map((action, index) => (
        <Button
          key={action.name}
          name="action"
          value={action.name}
          {...(index === 0 ? {} : { variant: 'secondary' as const })}
        >
          {action.label}
        </Button>
      ))}
    </div>
  );
}

function Box({ line, first, ticked }: { line: Line; first: boolean; ticked: boolean }) {
  const id = first ? 'item' : `item-${line.reference}`;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="item"
          value={showReference(line.reference)}
          defaultChecked={ticked}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          <span className="govuk-visually-hidden">Select {line.title}</span>
        </label>
      </div>
    </div>
  );
}
