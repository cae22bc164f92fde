import type { FieldMetadata } from '@conform-to/react';
import { fieldProps } from '~/components/form';
import type { ImportView } from '~/domain/knowledge/queries/bibliography-import.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Tag } from '~/ui/content/tag';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';

export type ImportedRecord = ImportView['records'][number];

const MATCHES = {
  doi: 'Held already, with the same DOI',
  title: 'Held already, with the same title and year',
  near: 'Something with nearly this title is held. Decide whether it is the same',
  named: 'You said that it is this finding',
} as const;

/** What a record says of its work. */
export function RecordShown({ record, placeWord }: { record: ImportedRecord; placeWord: string }) {
  const { place, title, record: said, remarks, fault } = record;
  return (
    <>
      <h2 className="govuk-heading-s">
        <span className="govuk-caption-m">
          {placeWord} {place}
        </span>
        {title || 'A record without a title'}
      </h2>
      {said && (
        <p className="govuk-body-s">
          {[said.authors, said.year, said.venue, said.doi && `DOI ${said.doi}`].filter(Boolean).join('. ')}
        </p>
      )}
      {fault && (
        <p className="govuk-body">
          <Tag colour="red">Cannot be taken</Tag> {fault}
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark} className="govuk-hint">
          {remark}
        </p>
      ))}
    </>
  );
}

/** The finding that a record is, or may be, the same as. */
export function HeldFinding({ record: { match, sameAs } }: { record: ImportedRecord }) {
  if (!match || !sameAs) return null;
  const [first] = sameAs.authors;
  return (
    <p className="govuk-body">
      {MATCHES[match]}:{' '}
      <a className="govuk-link" href={paths.finding(sameAs.reference)}>
        {sameAs.title}
      </a>{' '}
      (
      {[first && (sameAs.authors.length > 1 ? `${first} and others` : first), sameAs.year ?? 'no date']
        .filter(Boolean)
        .join(', ')}
      )
    </p>
  );
}

const CHOICES = [
  { value: 'take', label: 'Make a finding of it' },
  { value: 'same', label: 'It is the same as a finding that is held' },
  { value: 'skip', label: 'Leave it out' },
];

interface ChoiceRow {
  position: string;
  choice: string;
  sameAs: string;
}

interface Props {
  record: ImportedRecord;
  placeWord: string;
  row: FieldMetadata<unknown>;
}

/** Take, same as, or skip: one record of a dry run. */
export function RecordChoice({ record, placeWord, row }: Props) {
  const { choice, sameAs } = (row as FieldMetadata<ChoiceRow>).getFieldset();
  return (
    <>
      <RecordShown record={record} placeWord={placeWord} />
      <HeldFinding record={record} />
      <input type="hidden" name={`${row.name}.position`} value={record.position} />
      <Radios
        small
        label={<span className="govuk-visually-hidden">What becomes of {record.title}</span>}
        items={record.match === 'doi' ? CHOICES.slice(1) : CHOICES}
        {...fieldProps(choice)}
      />
      {record.match !== 'doi' && (
        <Details summary="It is another finding" open={Boolean(sameAs.errors?.[0])}>
          <TextInput
            label="Reference of the finding that it is the same as"
            width={10}
            spellCheck={false}
            {...fieldProps(sameAs)}
          />
        </Details>
      )}
    </>
  );
}
