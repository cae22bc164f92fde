import { KIND_WORDS } from '~/domain/succession/reorganisation';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { LineDrawing } from './line-drawing';
import type { LineStep } from './line-step';

/** What an organisation was called, what it came from and what came of it: a table first, then drawn. */
export function OrganisationLine({ steps }: { steps: LineStep[] }) {
  if (steps.length === 0) return null;
  const drawn = steps.filter(({ kind, confirmed }) => confirmed && kind !== 'rename');
  return (
    <section>
      <h2 className="govuk-heading-m" id="line">
        What came before and after
      </h2>
      <ScrollingTable
        name="What came before and after"
        head={['From', 'What', 'Came from', 'Followed by', 'Handed over']}
        rows={steps.map((step) => [
          showDate(step.on),
          <What key="what" step={step} />,
          step.kind === 'rename' ? (step.formerName ?? '') : <Names key="from" of={step.ending} />,
          step.kind === 'rename' ? (step.newName ?? '') : <Names key="to" of={step.following} />,
          step.kind === 'rename' ? '' : handedWords(step),
        ])}
      />
      {drawn.length > 0 && <LineDrawing steps={drawn} />}
    </section>
  );
}

function What({ step }: { step: LineStep }) {
  const words = `${KIND_WORDS[step.kind].ended}${step.confirmed ? (step.completed ? '' : ', not completed yet') : ', only proposed'}`;
  if (!step.mayOpen) return <>{words}</>;
  return (
    <a className="govuk-link" href={paths.reorganisation(step.reference)}>
      {words}
    </a>
  );
}

const handedWords = ({ accepted, waiting }: LineStep): string =>
  waiting === 0 ? `${accepted} accepted` : `${accepted} accepted, ${waiting} waiting`;

function Names({ of }: { of: LineStep['ending'] }) {
  return of.map(({ reference, name, itself }, place) => (
    <span key={reference}>
      {place > 0 && ', '}
      {itself ? (
        name
      ) : (
        <a className="govuk-link" href={paths.organisation(reference)}>
          {name}
        </a>
      )}
    </span>
  ));
}
