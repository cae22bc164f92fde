import type { FieldMetadata, SubmissionResult } from '@conform-to/react';
import { Form } from '~/components/form';
import type { ImportView } from '~/domain/knowledge/queries/bibliography-import.server';
import { showReference } from '~/domain/reference';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { RecordChoice, RecordShown } from './record-choice';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  records: ImportView['records'];
  placeWord: string;
  next: number | null;
}

/** A page of records to choose from; those that cannot be taken say why. */
export function DryRun({ reply, records, placeWord, next }: Props) {
  const open = records.filter(({ fault }) => fault === null);
  const choices = open.map(({ position, choice, sameAs }) => ({
    position: String(position),
    choice: choice ?? '',
    sameAs: sameAs ? showReference(sameAs.reference) : '',
  }));
  return (
    <Form reply={reply} values={{ choices }}>
      {(fields) => {
        const rows = fields['choices'] as FieldMetadata<unknown[]> | undefined;
        const list = rows?.getFieldList() ?? [];
        return (
          <>
            <ul className="govuk-list record-list">
              {records.map((record) => {
                const row = list[open.indexOf(record)];
                return (
                  <li key={record.position} className="record-list__item">
                    {row ? (
                      <RecordChoice record={record} placeWord={placeWord} row={row} />
                    ) : (
                      <RecordShown record={record} placeWord={placeWord} />
                    )}
                  </li>
                );
              })}
            </ul>
            <ActionBar>
              {next !== null && (
                <Button name="next" value={next}>
                  Save and go on
                </Button>
              )}
              <Button {...(next === null ? {} : { variant: 'secondary' as const })}>
                Save these choices
              </Button>
            </ActionBar>
          </>
        );
      }}
    </Form>
  );
}
